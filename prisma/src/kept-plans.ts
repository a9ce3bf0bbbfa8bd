/**
 * Which statements the server plans once a connection. Under the policies of rows a page of fifty children takes longer to plan than to
 * read: whatever is asked again and again, and reads by keys alone, is asked by a name. What has conditions is planned for their values.
 */
import type { QueryConfig } from 'pg'

/** A statement asked so often is asked again. */
const OFTEN = 3
/** A plan takes up to a hundred kilobytes of each connection. */
const MOST_NAMES = 100
const MOST_COUNTED = 1_000

const asked = new Map<string, number>()
const names = new Map<string, string>()

/** The name by which a statement is to be asked; none while it is rare, or where enough have one. */
export function keptPlan(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= MOST_NAMES) return name
  const times = (asked.get(text) ?? 0) + 1
  if (times < OFTEN) {
    if (asked.size >= MOST_COUNTED) asked.clear()
    asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  names.set(text, `kept ${names.size}`)
  return names.get(text)
}

/** A value of a statement at which the planner does not look: it would plan for few keys anew each time, as being fewer than most. */
export const unseen = (mark: string, type: string): string => `(select ${mark}::${type})::${type}`

/** A statement that reads by keys alone, as it is to be asked. */
export function byKeys(text: string, values: unknown[]): QueryConfig {
  const name = keptPlan(text)
  return name === undefined ? { text, values } : { name, text, values }
}

/**
 * A statement, as pg is asked it, in the name of an actor: what has a name is planned once for each rule by which rows are judged, since a
 * plan holds what that rule needs and would find nothing for another (sec.planned_way).
 */
export function keptByRule([statement, ...rest]: unknown[], rule: string): unknown[] {
  const { name } = statement as { name?: string } // A text has none.
  return name === undefined
    ? [statement, ...rest]
    : [{ ...(statement as object), name: [name, rule].join(' ') }, ...rest]
}

export interface OfMany extends QueryConfig {
  reach: 'MANY'
}

/**
 * A statement that reads all there is for whoever asks, as a count. A page looks up of each of its rows whose it is; this is planned to read
 * at once whom an office knows of, and to compare (planning.ts). Which rows it is given is the same.
 */
export const ofMany = (text: string, values: readonly unknown[]): OfMany => ({
  text,
  values: [...values],
  reach: 'MANY',
})
