/** In which form of JSON the asker wants the answer (GraphQL over HTTP), and whether he takes events. */
import type { Request } from 'express'
import { LRUCache } from 'lru-cache'
import { Refused } from './refused.ts'

const JSON_TYPE = 'application/json'
const GRAPH_TYPE = 'application/graphql-response+json'
const EVENTS = 'text/event-stream'

/** Programs send few different lists of what they take. */
const known = new LRUCache<string, string>({ max: 100 })

export function mediaTypeFor(request: Request): string {
  const { accept } = request.headers
  if (!accept) return `${JSON_TYPE}; charset=utf-8`
  const chosen = request.accepts([JSON_TYPE, GRAPH_TYPE])
  if (!chosen) throw new Refused(406, 'NOT_ACCEPTABLE', `Answers are ${JSON_TYPE} or ${GRAPH_TYPE}.`)
  const mediaType = `${chosen}; charset=utf-8`
  known.set(accept, mediaType)
  return mediaType
}

/** What was chosen before for one who takes the same; null when nobody has asked so. */
export function knownMediaType(accept: string | undefined): string | null {
  if (accept === undefined) return `${JSON_TYPE}; charset=utf-8`
  return known.get(accept) ?? null
}

/** Alone, beside others as urql's client asks, or among whatever comes, as curl does unasked. */
export function takesEvents(request: Request): boolean {
  return request.accepts(EVENTS) === EVENTS
}
