/** What a line of the matrix of access is made of: which rows, which groups of fields, which acts, and on what it rests. */
import type { Group, Write } from './access-groups.ts'
import type { Overseen } from './competence.ts'

/** Which children, or which rows, a role reaches at all. */
export const ROW_RULES = {
  ALL: 'every child',
  STATES: 'children whom one of the actor’s states has found, lodges now, or has a file of',
  FEDERAL_ACTS: 'children with an act by a federal body; all are, since INM sends every detection',
  STATE_ACTS:
    'children notified to, or with a file of the PPNNA of the actor’s states, or lodged there now or in the last 30 days',
  CASES: 'children whose case was opened by, or notified to, the PPNNA of the actor’s states',
  PLACED:
    'children lodged in a place of the actor’s states now, or in the last 30 days; in the single ones that it names, where it does',
  OWN_WRITING: 'what INM wrote of the actor’s states',
  MANDATE: 'children who gave an active mandate to counsel whose cédula profesional or CLUNI the actor answers to',
  AGREEMENT:
    'what the agreement of the partner names: states, data and kinds of alert, during its term, under pseudonyms',
  PUBLISHED: 'no child; what has been published',
} as const
export type RowRule = keyof typeof ROW_RULES

/** By which acts of the authorities of a state some roles know of a child: a notice to its PPNNA, its file, a stay in a place there. */
export type Act = 'NOTICE' | 'FILE' | 'STAY'
/** None for a rule that judges by something else. SQL: sec.acts. */
export function actsOf(rule: RowRule): readonly Act[] {
  if (rule === 'CASES') return ['NOTICE', 'FILE']
  if (rule === 'PLACED') return ['STAY']
  return rule === 'STATE_ACTS' ? ['NOTICE', 'FILE', 'STAY'] : []
}

/** To how many places an account may be bound. A default of Vigía. */
export const MOST_FACILITIES = 50

/** How long a stay that has ended is still an act that counts (security.md 3.2). SQL: act_here, of each service. */
export const DAYS_AFTER_A_STAY = 30

/**
 * How long a role with a stub still sees that there is a child who has left a place of its states, where nothing else shows the child
 * to them (security.md 3.2). SQL: stub_here, of each service.
 */
export const DAYS_OF_A_STUB = 90

/** On what a line of the matrix rests; never mixed up (legal-basis.ts). */
export type Source = 'LAW' | 'COURT' | 'PROTOCOL' | 'POLICY'

export interface Grant {
  rows: RowRule
  /** Read whenever asked. */
  reads: readonly Group[]
  /** Read once a reason has been written down: of one child, for a day. */
  withReason: readonly Group[]
  writes: readonly Write[]
  /** Read of a child who has left the actor's states, by its id, for DAYS_OF_A_STUB; none where the child is then seen no more. */
  stub?: readonly Group[]
  /** Of an ombudsperson: whose acts it reads whole. Those of others it is told of by their existence and days (competence.ts). */
  oversees?: Overseen
  /** Whether the actor must name its states: without any, it then sees no child at all. */
  byState: boolean
  source: Source
  because: string
}
