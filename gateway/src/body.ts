/** Reads the body of a request to a bounded buffer, and says in JSON what is wrong with it. */
import express, { type ErrorRequestHandler } from 'express'
import { LIMITS } from './limits/limits.ts'
import { Refused } from './refused.ts'

/** Unpacks gzip, deflate and Brotli within the same bound, so that a bomb ends there. Whatever the type: it is judged later. */
export const readBody = express.raw({ type: () => true, limit: LIMITS.bodyBytes, inflate: true })

/** What body-parser and express say of a request, in our words. Anything that is not the caller's doing goes on as it is. */
export const requestFaults: ErrorRequestHandler = (error, _request, _response, next) => {
  next(refusedFor(error) ?? error)
}

function refusedFor(error: unknown): Refused | null {
  if (error instanceof Refused) return null
  const { status } = Object(error) as { status?: unknown }
  if (status === 413) {
    return new Refused(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${LIMITS.bodyBytes / 1_000} KB.`)
  }
  if (status === 415) {
    return new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, or packed by gzip, deflate or Brotli.')
  }
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500
  return isTheirs ? new Refused(400, 'BAD_REQUEST', 'The request cannot be read.') : null
}
