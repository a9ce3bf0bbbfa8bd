/** In which form of JSON the asker wants the answer (GraphQL over HTTP), and whether he takes events. */
import type { Request } from 'express'
import { LRUCache } from 'lru-cache'
import { Refused } from './refused.ts'

const JSON_TYPE = 'application/json'
const GRAPH_TYPE = 'application/graphql-response+json'
const EVENTS = 'text/event-stream'

/** Each alone and with the charset that answers have, as programs name it too (GraphQL over HTTP): a parameter is compared, not ignored. */
const inUtf8 = (type: string): string => `${type}; charset=utf-8`
const FORMS = [JSON_TYPE, GRAPH_TYPE].flatMap((type) => [type, inUtf8(type)])

/** Programs send few different lists of what they take. */
const known = new LRUCache<string, string>({ max: 100 })

export function mediaTypeFor(request: Request): string {
  const { accept } = request.headers
  if (!accept) return inUtf8(JSON_TYPE)
  const chosen = request.accepts(FORMS)
  if (!chosen) throw new Refused(406, 'NOT_ACCEPTABLE', `Answers are ${JSON_TYPE} or ${GRAPH_TYPE}, in UTF-8.`)
  const mediaType = chosen.startsWith(GRAPH_TYPE) ? inUtf8(GRAPH_TYPE) : inUtf8(JSON_TYPE)
  known.set(accept, mediaType)
  return mediaType
}

/** What was chosen before for one who takes the same; null when nobody has asked so. */
export function knownMediaType(accept: string | undefined): string | null {
  if (accept === undefined) return inUtf8(JSON_TYPE)
  return known.get(accept) ?? null
}

/** Alone, beside others as urql's client asks, or among whatever comes, as curl does unasked. */
export function takesEvents(request: Request): boolean {
  return request.accepts([EVENTS, inUtf8(EVENTS)]) !== false
}
