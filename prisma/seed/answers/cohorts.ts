/** How far the children of a cohort came, and what became of those without a case. */
import { FATES, type Fate } from '@vigia/law/fates'
import { type Minute, minuteOf } from '../calendar.ts'
import { type ChildEntry, fateOf, type Ledger } from './ledger.ts'

export interface Cohort {
  readonly from: string
  readonly to: string
  readonly detected: number
  /** Of the children of the cohort, whenever they were found. */
  readonly detectionEvents: number
  /** Of any child, within the period. */
  readonly eventsInPeriod: number
  readonly notified: number
  readonly caseOpened: number
  readonly determined: number
  readonly planIssued: number
  readonly represented: number
  readonly residual: number
  readonly residualByFate: Readonly<Record<Fate, number>>
  readonly coverage: number
}

/** First day and last day, as dates; children belong to the cohort of their first detection. */
export function cohortOf(ledger: Ledger, from: string, to: string): Cohort {
  const [start, end] = [startOf(from), startOf(to) + 24 * 60]
  const children = ledger.children.filter(({ firstAt }) => firstAt >= start && firstAt < end)
  const count = (isSo: (child: ChildEntry) => boolean) => children.filter(isSo).length
  const without = children.filter(({ caseState }) => caseState === null)
  const caseOpened = children.length - without.length
  return {
    ...{ from, to, detected: children.length, eventsInPeriod: eventsBetween(ledger, from, to) },
    detectionEvents: children.reduce((sum, { events }) => sum + events, 0),
    notified: count(({ isNotified }) => isNotified),
    caseOpened,
    determined: count(({ isDetermined }) => isDetermined),
    planIssued: count(({ isPlanned }) => isPlanned),
    represented: count(({ isRepresented }) => isRepresented),
    residual: without.length,
    residualByFate: tally(Object.keys(FATES) as Fate[], without.map(fateOf)),
    coverage: Number((caseOpened / Math.max(1, children.length)).toFixed(4)),
  }
}

/** Events of whole months. */
function eventsBetween({ eventsByMonth }: Ledger, from: string, to: string): number {
  return [...eventsByMonth]
    .filter(([month]) => month >= from.slice(0, 7) && month <= to.slice(0, 7))
    .reduce((sum, [, events]) => sum + events, 0)
}

function startOf(date: string): Minute {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return minuteOf(year, month, day)
}

/** How many of each kind, kinds without any included. */
export function tally<Kind extends string>(kinds: readonly Kind[], found: readonly Kind[]): Record<Kind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const kind of found) counts[kind] += 1
  return counts
}
