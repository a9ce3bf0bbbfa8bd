/**
 * Who may know what: role, group of fields, rows and acts, once and as data. What no line allows is refused.
 * The checks, the tests and the table in services/ACCESS.md come from here.
 */

import { GRANTS } from './access-grants.ts'
import { GROUPS, type Group, type Scope } from './access-groups.ts'
import type { Grant } from './access-lines.ts'

export const ROLES = [
  'federal-secretary',
  'state-secretary',
  'ombudsperson-federal',
  'ombudsperson-state',
  'ppnna-officer',
  'dif-officer',
  'inm-officer',
  'independent-counsel',
  'partner',
  'public',
] as const
export type Role = (typeof ROLES)[number]

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

export const MATRIX: Readonly<Record<Role, Grant>> = GRANTS

/** The scopes that a role holds whenever it asks, and those of the groups for which it has written down a reason. */
export function scopesOf(role: Role, withReason: readonly Group[] = []): Scope[] {
  const grant = MATRIX[role]
  const opened = grant.withReason.filter((group) => withReason.includes(group))
  return [...[...grant.reads, ...opened].map((group) => GROUPS[group].scope), ...grant.writes]
}

/** All that a role can come to hold, reasons included. A scope beyond it counts for nothing, whoever signed for it. */
export function ceilingOf(role: Role): ReadonlySet<Scope> {
  return CEILINGS.get(role) ?? new Set()
}

const CEILINGS: ReadonlyMap<Role, ReadonlySet<Scope>> = new Map(
  ROLES.map((role) => [role, new Set(scopesOf(role, MATRIX[role].withReason))]),
)
