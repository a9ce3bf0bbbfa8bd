/** Numbers of envelopes, each good once for all processes of a service together (sec.first_opened). */
import type { Pool } from 'pg'

/** So long what no envelope can come with any more may lie. */
const FORGOTTEN_EVERY_MS = 10_000
/** No envelope is good for longer than half of it; the database keeps numbers as long. */
const GOOD_FOR_MS = 61_000

const FIRST = { name: 'first-opened', text: 'select sec.first_opened($1, $2) as number' }

/** `UNKEPT`: nobody has come with it to this process, and the database writes nothing, so that others may be told the same. */
export type Opening = 'FIRST' | 'AGAIN' | 'UNKEPT'

/**
 * Gives whether somebody has come with the number before. Those who come while others are asked about are asked about together, in one
 * order for all processes, so that no two wait for each other. `isUnwritten` knows the fault of a database that is there and writes nothing.
 */
export function openedOnce(pool: Pool, isUnwritten: (error: unknown) => boolean): (number: string) => Promise<Opening> {
  const isFirstHere = openedHere()
  let [waiting, next]: [string[], Promise<(number: string) => Opening> | null] = [[], null]
  let asking: Promise<unknown> = Promise.resolve()
  let forgotAt = Number.NEGATIVE_INFINITY
  const ask = async () => {
    const numbers = waiting.toSorted()
    ;[waiting, next] = [[], null]
    const isToForget = performance.now() - forgotAt > FORGOTTEN_EVERY_MS
    if (isToForget) forgotAt = performance.now()
    const firstHere = new Set(numbers.filter(isFirstHere))
    try {
      const { rows } = await pool.query<{ number: string }>({ ...FIRST, values: [numbers, isToForget] })
      const first = new Set(rows.map(({ number }) => number))
      return (number: string): Opening => (first.has(number) ? 'FIRST' : 'AGAIN')
    } catch (error) {
      if (!isUnwritten(error)) throw error
      return (number: string): Opening => (firstHere.has(number) ? 'UNKEPT' : 'AGAIN')
    }
  }
  return async (number) => {
    if (waiting.includes(number)) return 'AGAIN'
    waiting.push(number)
    next ??= asking.then(ask)
    asking = next.catch(() => {})
    return (await next)(number)
  }
}

/** Whether this process sees a number for the first time, of those with which an envelope can still come. */
function openedHere(): (number: string) => boolean {
  let [now, before]: [Set<string>, Set<string>] = [new Set(), new Set()]
  let since = performance.now()
  return (number) => {
    if (performance.now() - since > GOOD_FOR_MS) {
      ;[now, before] = [new Set(), now]
      since = performance.now()
    }
    if (now.has(number) || before.has(number)) return false
    now.add(number)
    return true
  }
}
