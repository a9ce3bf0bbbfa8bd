/** Open alerts and those that are over, each read by an index of its own. */
import type { Part } from '@vigia/kit/graph/keyset'
import type { AlertsWanted } from './alerts-wanted.ts'

const ALERTS = /from oversight\.alert a\b/
const those = (select: string, which: string): Part => ({
  select: select.replace(ALERTS, `from (select * from oversight.alert where ${which}) a`),
})

/**
 * Of alerts of some kinds, or given to somebody, where not only open ones are wanted; an index of open and over together would be written to with
 * each change of an alert.
 */
export function inParts(select: string, { kinds, assignedTo, isOpen }: AlertsWanted): readonly Part[] {
  if (isOpen === true || (kinds.length === 0 && assignedTo === null)) return [{ select }]
  const notOver = isOpen === false ? 'resolved_at is null and closed_at is not null' : 'resolved_at is null'
  return [those(select, notOver), those(select, 'resolved_at is not null')]
}

/** Of those that were open at an instant, which is $1: most that there ever were had been over by then, and are not gone through. */
export const inPartsThen = (select: string): readonly Part[] => [
  those(select, 'resolved_at is null'),
  those(select, 'resolved_at > $1'),
]

/** All parts together, as one question. */
export const together = (parts: readonly Part[], where: string): string =>
  parts.map(({ select }) => `${select} ${where && `where ${where}`}`).join(' union all ')
