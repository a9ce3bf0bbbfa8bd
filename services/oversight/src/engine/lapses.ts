/** Of what is owed without interruption: since when all of it is there, and each time from which on something of it was not any more. */
import { earliest, latest } from './child.ts'

/** What serves from `at` on, and no longer than before `until`; null where no end is known. */
export interface Serving {
  readonly id: string
  readonly at: Date
  readonly until: Date | null
}

/** For each thing that is owed, what would do. One may do for several. */
export type Owed = readonly (readonly Serving[])[]

/** The first instant from `since` on at which all that is owed is there, and what came last of it; null where none is known. */
export function servedSince(owed: Owed, since: Date): { id: string; at: Date } | null {
  const begun = owed.flat().filter(({ at }) => at > since)
  const first = earliest([{ id: '', at: since }, ...begun].filter(({ at }) => isServed(owed, at)))
  if (!first) return null
  const last = latest(owed.flatMap((those) => earliest(those.filter((one) => serves(one, first.at))) ?? []))
  return last && { id: last.id, at: first.at }
}

/** Of a time at which all that is owed was there: what ended after it so that something was missing, each first of its time. */
export function lapsesAfter(owed: Owed, served: Date): { id: string; at: Date }[] {
  const ends = owed.flat().flatMap(({ id, until }) => (until && until > served ? [{ id, at: until }] : []))
  const lapse = earliest(ends.filter(({ at }) => !isServed(owed, at)))
  const again = lapse && servedSince(owed, lapse.at)
  return lapse ? [lapse, ...(again ? lapsesAfter(owed, again.at) : [])] : []
}

const isServed = (owed: Owed, at: Date) => owed.every((those) => those.some((one) => serves(one, at)))
const serves = ({ at, until }: Serving, when: Date) => at <= when && (until === null || until > when)
