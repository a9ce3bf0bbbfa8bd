/**
 * How many bodies of one account are on their way in at once at this gateway: what has come of each is held until the rest comes, and who sends
 * slowly would have the gateway hold as many as he opens connections.
 */
import type { IncomingMessage } from 'node:http'
import { MOST_AT_ONCE } from '@vigia/law/terms-of-partners'

export class Bodies {
  readonly #coming = new Map<string, number>()

  /** Whether one more may come; it counts until it is whole, or its sender gone. What is read already, or has no body, counts for nothing. */
  mayCome(account: string, request: IncomingMessage): boolean {
    if (!isToCome(request)) return true
    const coming = this.#coming.get(account) ?? 0
    if (coming >= MOST_AT_ONCE) return false
    this.#coming.set(account, coming + 1)
    this.#untilOver(account, request)
    return true
  }

  #untilOver(account: string, request: IncomingMessage): void {
    const over = () => {
      for (const event of ENDS) request.removeListener(event, over)
      const left = (this.#coming.get(account) ?? 1) - 1
      if (left === 0) this.#coming.delete(account)
      else this.#coming.set(account, left)
    }
    for (const event of ENDS) request.once(event, over)
  }
}

const ENDS = ['end', 'close'] as const

function isToCome({ headers, readableEnded, destroyed }: IncomingMessage): boolean {
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined
  return hasBody && !readableEnded && !destroyed
}
