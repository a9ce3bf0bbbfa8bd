/** How so many questions of the fuzz are shared out, and from how many on it must have done and told something itself. */

/** A fuzz that is always refused finds nothing. Of fewer than so many chance may leave out every act that is done, and every stream that is turned away. */
const ENOUGH = 5_000

export interface Shares {
  /** They act, one after the other. */
  acts: number
  /** They follow a stream. */
  streams: number
  /** They ask. */
  questions: number
  isEnough: boolean
}

export function sharesOf(all: number): Shares {
  const acts = Math.ceil(all * 0.015)
  const streams = Math.min(Math.ceil(all * 0.003), all - acts)
  return { acts, streams, questions: all - acts - streams, isEnough: all >= ENOUGH }
}

/** Null for what is no number of questions. */
export function questionsIn(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null
}
