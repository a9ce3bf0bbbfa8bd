/**
 * Who may know what: role, group of fields, rows and acts, once and as data. What no line allows is refused.
 * The checks, the tests and the table in services/ACCESS.md come from here.
 */

import { GRANTS } from './access-grants.ts'
import { GROUPS, type Scope } from './access-groups.ts'
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

/** The scopes that a role holds whenever it asks. A group that is read for a reason is none of them (opened-records.ts). */
export function scopesOf(role: Role): Scope[] {
  const { reads, writes } = MATRIX[role]
  return [...reads.map((group) => GROUPS[group].scope), ...writes]
}

/** What a role still reads of a child who has left its states: the scopes of its stub; none for a role without one. */
export function scopesOfStub(role: Role): ReadonlySet<Scope> {
  return new Set(MATRIX[role].stub?.map((group) => GROUPS[group].scope))
}

/** All that a role can hold of every child. A scope beyond it counts for nothing, whoever signed for it. */
export function ceilingOf(role: Role): ReadonlySet<Scope> {
  return CEILINGS.get(role) ?? new Set()
}

const CEILINGS: ReadonlyMap<Role, ReadonlySet<Scope>> = new Map(ROLES.map((role) => [role, new Set(scopesOf(role))]))
