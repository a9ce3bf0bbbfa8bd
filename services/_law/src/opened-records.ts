/**
 * What a written reason opens, what an emergency opens, for how long, and who signs (security.md 3.7).
 *
 * Policy  All of it is a default of Vigía: the law says who must act for a child, not who may look in an emergency, nor for how
 *         long. Who stands above an office in this is one too: an office of human rights has nobody above it but itself.
 */
import { GROUPS, type Group, type Scope } from './access-groups.ts'
import { MATRIX, ROLES, type Role } from './access-matrix.ts'

export const OPENED_BY = ['REASON', 'EMERGENCY'] as const
export type OpenedBy = (typeof OPENED_BY)[number]

/** How long what was opened stays open. */
export const OPEN_FOR_HOURS = 24
/** Within so long a second person signs for an emergency, or the account is flagged. */
export const SIGNED_WITHIN_HOURS = 72
/** So many records of children are open to one account at once, at most. */
export const MOST_OPEN = 50

/** Never what is privileged, nor what no emergency asks for. */
const IN_AN_EMERGENCY: readonly Group[] = ['identity', 'location', 'risk', 'care']
/** Beside these, of a child outside the asker's rows, only what tells that there is one, and what is of no child. */
const BESIDE_AN_EMERGENCY: readonly Group[] = ['public', 'stats', 'base']

export const SEEN_OUTSIDE: ReadonlySet<Scope> = scopes([...IN_AN_EMERGENCY, ...BESIDE_AN_EMERGENCY])

const OPENED: ReadonlyMap<string, ReadonlySet<Scope>> = new Map(
  ROLES.flatMap((role) => {
    const { withReason, writes } = MATRIX[role]
    const mayUse = writes.includes('emergency:use')
    return [
      [keyOf(role, 'REASON'), scopes(withReason)] as const,
      [keyOf(role, 'EMERGENCY'), scopes(mayUse ? IN_AN_EMERGENCY : [])] as const,
    ]
  }),
)

/** The groups that are opened of one child; none for a role that may not open so. */
export function scopesOpened(role: Role, by: OpenedBy): ReadonlySet<Scope> {
  return OPENED.get(keyOf(role, by)) ?? new Set()
}

/** Whose emergencies a role signs beside those of its own office: of the offices of its states, or of those states. */
export const SIGNS_FOR: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'state-secretary': ['ppnna-officer', 'dif-officer'],
  'federal-secretary': ['state-secretary'],
}

function keyOf(role: Role, by: OpenedBy): string {
  return `${role} ${by}`
}

function scopes(groups: readonly Group[]): ReadonlySet<Scope> {
  return new Set(groups.map((group) => GROUPS[group].scope))
}
