/** No list of values is longer than what any argument has a use for, in the text of an operation or in its variables, however deep. */
import { Refused } from '../request/refused.ts'
import { LIMITS } from './limits.ts'

/** Throws Refused. */
export function refuseLongList({ length }: { readonly length: number }): void {
  if (length <= LIMITS.values) return
  throw new Refused(400, 'BAD_USER_INPUT', `A list holds at most ${LIMITS.values} values.`)
}

/** Throws Refused where any list within the value is too long. Goes down without calling itself: a body may be of brackets alone. */
export function refuseLongLists(value: unknown): void {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) refuseLongList(next)
    if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next))
  }
}
