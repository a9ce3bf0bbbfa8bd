/** Who is signed in, where a test is not about that. */
import type { Person } from '../api/session.ts'

export const OFFICE: Person = {
  name: 'Chiapas',
  role: 'state-secretary',
  states: ['07'],
  scopes: [],
  endsAt: '',
  idleMinutes: 30,
  hasExplorer: true,
  forWhom: '',
  draftKey: '',
}
