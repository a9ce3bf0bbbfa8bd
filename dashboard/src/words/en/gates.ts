/** What an officer of INM asks before acting. */
import type { gates as es } from '../es/gates.ts'

export const gates: typeof es = {
  title: 'Is the return permitted?',
  note: 'Ask with the number of a detection record of your office. The answer is “not permitted” for every child until a child-protection office permits it (LGDNNA art. 97; Ley de Migración arts. 74 and 112). Why is not told.',
  number: 'Number of the record',
  ask: 'Ask',
  ofReturn: 'Return',
  ofConsulate: 'Contact with the consulate',
  permitted: 'Permitted',
  notPermitted: 'Not permitted',
  document: 'Determination {{number}} of {{day}}',
  at: 'Answer of {{time}}. Ask again right before you act.',
  lapsed: 'The answer was of {{time}} and holds no more: until you ask again, it is not permitted.',
  failed: 'It could not be looked up. Until there is an answer, it is not permitted.',
}
