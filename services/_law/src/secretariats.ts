/** How the post of an executive secretary of SIPINNA is held (LGDNNA arts. 130, 131, 136), and who tells of it: what A36 of domain.md asks. */
import type { Role } from './access-matrix.ts'
import type { CodeList } from './code-list.ts'
import { NATION } from './states.ts'

export const SECRETARIAT_CONDITIONS = {
  HELD: { es: 'Ocupada', en: 'Held' },
  SHARED: { es: 'Con otro cargo a la vez', en: 'Held beside another post' },
  VACANT: { es: 'Vacante', en: 'Vacant' },
} as const satisfies CodeList

export type SecretariatCondition = keyof typeof SECRETARIAT_CONDITIONS

/**
 * Whether somebody of this role, for these states (null: for all), tells of the post of that state, or of the federal one for '00'.
 *
 * Law     LGDNNA art. 130 XV: the federal secretariat coordinates with those of the states. Art. 131: the head of the federal one is
 *         appointed by the president of the system, who has no account here.
 * Policy  Who oversees a post tells of it, and nobody of his own: of the federal one the national ombudsperson does.
 */
export function tellsOfPost(
  { role, states }: { role: Role; states: readonly string[] | null },
  state: string,
): boolean {
  const isOfOffice = role === (state === NATION.code ? 'ombudsperson-federal' : 'federal-secretary')
  return isOfOffice && (states === null || states.includes(state))
}
