/** The key under which a wish is sent to the registry, which keeps what it answered to a key and does the same wish once. */
import { useRef } from 'react'
import type { CombinedError } from 'urql'

type Answered = { error?: CombinedError | undefined }

/**
 * Gives what sends a wish with its key. The same wish sent again, since its answer was lost or said no, keeps its key; another wish has
 * another, and so has the same one once it was answered: whoever then says it again wants it again.
 */
export function useWishKey() {
  const sent = useRef({ wish: '', key: '' })
  return async <Wish extends object, Answer extends Answered>(
    wish: Wish,
    send: (keyed: Wish & { key: string }) => Promise<Answer>,
  ): Promise<Answer> => {
    const written = JSON.stringify(wish)
    if (sent.current.wish !== written) sent.current = { wish: written, key: crypto.randomUUID() }
    const { key } = sent.current
    const answer = await send({ ...wish, key })
    if (!answer.error && sent.current.key === key) sent.current = { wish: '', key: '' }
    return answer
  }
}
