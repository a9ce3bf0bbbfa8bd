/** A number for each request, told to the asker and written beside each line of the log. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

const ids = new WeakMap<IncomingMessage, string>()

/** Ours alone: a number that the asker sends is not taken. */
export const numberRequest: RequestHandler = (request, response, next) => {
  response.setHeader('x-request-id', requestIdOf(request))
  next()
}

export function requestIdOf(request: IncomingMessage): string {
  const known = ids.get(request)
  if (known) return known
  const id = newRequestId()
  ids.set(request, id)
  return id
}

export const newRequestId = (): string => randomUUID()
