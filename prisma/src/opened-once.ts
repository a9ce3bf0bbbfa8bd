/** Numbers of envelopes, each good once for all processes of a service together (sec.first_opened). */
import type { Pool } from 'pg'

/** So long what no envelope can come with any more may lie. */
const FORGOTTEN_EVERY_MS = 10_000

const FIRST = { name: 'first-opened', text: 'select sec.first_opened($1, $2) as number' }

/** Gives whether nobody has come with the number before. Those who come while others are asked about are asked about together. */
export function openedOnce(pool: Pool): (number: string) => Promise<boolean> {
  let [waiting, next]: [string[], Promise<ReadonlySet<string>> | null] = [[], null]
  let asking: Promise<unknown> = Promise.resolve()
  let forgotAt = Number.NEGATIVE_INFINITY
  const ask = async () => {
    const numbers = waiting
    ;[waiting, next] = [[], null]
    const isToForget = performance.now() - forgotAt > FORGOTTEN_EVERY_MS
    if (isToForget) forgotAt = performance.now()
    const { rows } = await pool.query<{ number: string }>({ ...FIRST, values: [numbers, isToForget] })
    return new Set(rows.map(({ number }) => number))
  }
  return async (number) => {
    if (waiting.includes(number)) return false
    waiting.push(number)
    next ??= asking.then(ask)
    asking = next.catch(() => {})
    return (await next).has(number)
  }
}
