/** Exports of lists: how many rows one person may take alone, how often, and who may let him have more (a policy of Vigía). */
import type { Role } from './access-matrix.ts'

/** Beyond so many rows a second person decides. */
export const ROWS_ALONE = 1_000
/** Of lists of records, within 24 hours. */
export const EXPORTS_A_DAY = 2
/** How long a request waits for a second person. */
export const WAITING_DAYS = 7
/** What was approved is fetched once, within so long. */
export const APPROVAL_HOURS = 24

/** Waits for a second person; nobody decided in time; approved and to be fetched; approved and to be had no more; was given. */
export type StandingOfExport = 'WAITING' | 'LAPSED' | 'APPROVED' | 'OVER' | 'GIVEN'

export interface Exporter {
  sub: string
  role: Role
  /** INEGI codes; null for the whole country. */
  states: readonly string[] | null
  /** Ids of the single places of its states that it is bound to; nothing where it is bound to none. */
  facilities?: readonly string[] | null
}

/**
 * Whether the second person may decide about an export of the first: another one, whose states hold those of the first; and of
 * the same side, since no authority may decide what its ombudsperson takes, nor the other way round.
 */
export function maySecond(first: Exporter, second: Exporter): boolean {
  if (first.sub === second.sub || isOmbuds(first.role) !== isOmbuds(second.role)) return false
  if (second.states === null) return true
  const { states } = second
  return first.states?.every((code) => states.includes(code)) ?? false
}

/** Whether what was decided about holds all that whoever asked for it reaches now: who has changed office, states or places since has not been let. */
export function isStillDecided(then: Exporter, now: Exporter): boolean {
  if (then.sub !== now.sub || then.role !== now.role) return false
  return isWithin(now.states, then.states) && isWithin(now.facilities, then.facilities)
}

/** Where nothing is named, all are. */
function isWithin(now: readonly string[] | null | undefined, then: readonly string[] | null | undefined): boolean {
  return !then || (now?.every((one) => then.includes(one)) ?? false)
}

/** Those of one side; all others are of the other. */
export const OMBUDSPERSONS: readonly Role[] = ['ombudsperson-federal', 'ombudsperson-state']

const isOmbuds = (role: Role): boolean => OMBUDSPERSONS.includes(role)
