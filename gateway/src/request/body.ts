/** Reads the body of a request to a bounded buffer, and says in JSON what is wrong with it. */
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express'
import { LIMITS } from '../limits/limits.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import { Refused } from './refused.ts'

/** Unpacks gzip, deflate and Brotli within the same bound, so that a bomb ends there. Whatever the type: it is judged later. */
const readBody = express.raw({ type: () => true, limit: LIMITS.bodyBytes, inflate: true })

/** Of whoever shows nothing that is known nothing is read: thousands who send slowly would hold the memory. Who he is is said once all is read. */
export const readBodyFor = (keeper: Pick<Keeper, 'mayBeHeard'>): RequestHandler[] => [
  (request, _response, next) => void keeper.mayBeHeard(request).then(() => next(), next),
  readBody,
]

/** What body-parser and express say of a request, in our words. Anything that is not the caller's doing goes on as it is. */
export const requestFaults: ErrorRequestHandler = (error, request, _response, next) => {
  next(refusedFor(error, isPacked(request)) ?? error)
}

const isPacked = ({ headers }: Request): boolean =>
  (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity'

function refusedFor(error: unknown, wasPacked: boolean): Refused | null {
  if (error instanceof Refused) return null
  const { status } = Object(error) as { status?: unknown }
  if (status === 413) {
    return new Refused(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${LIMITS.bodyBytes / 1_000} KB.`)
  }
  if (status === 415) {
    return new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, or packed by gzip, deflate or Brotli.')
  }
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500
  const what = wasPacked
    ? 'The body cannot be unpacked: it breaks off, or is not what "content-encoding" says.'
    : 'The request cannot be read.'
  return isTheirs ? new Refused(400, 'BAD_REQUEST', what) : null
}
