/**
 * Which statements the server plans once a connection. Under the policies of rows a page of fifty children takes longer to plan than to
 * read: whatever is asked again and again, and reads by keys alone, is asked by a name. What has conditions is planned for their values.
 */

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
