/** In which form of JSON the asker wants the answer (GraphQL over HTTP). */
import type { Request } from 'express'
import { Refused } from './refused.ts'

const JSON_TYPE = 'application/json'
const GRAPH_TYPE = 'application/graphql-response+json'

export function mediaTypeFor(request: Request): string {
  if (!request.headers.accept) return `${JSON_TYPE}; charset=utf-8`
  const chosen = request.accepts([JSON_TYPE, GRAPH_TYPE])
  if (chosen) return `${chosen}; charset=utf-8`
  throw new Refused(406, 'NOT_ACCEPTABLE', `Answers are ${JSON_TYPE} or ${GRAPH_TYPE}.`)
}
