/** From an HTTP request to a GraphQL request: methods, content types, body, parameters. Everything odd is refused. */
import type { Request } from 'express'
import type { GraphRequest } from '../graph/admission.ts'
import { isPreflighted, PREFLIGHT_HEADERS } from '../sign-in/credentials.ts'
import { Refused } from './refused.ts'
import { readJson, refuseBadText } from './strict-json.ts'

/** Of the document that is kept under an id. Throws Refused. */
type TextOf = (documentId: string) => string

/** The body has been read to a buffer, unpacked and bounded before (body.ts). */
export function graphRequestOf(request: Request, textOf: TextOf): GraphRequest {
  if (request.method === 'POST') return fromBody(request, textOf)
  if (request.method === 'GET') return fromUrl(request, textOf)
  throw new Refused(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET for a query.')
}

function fromBody(request: Request, textOf: TextOf): GraphRequest {
  if (mediaType(request) !== 'application/json') {
    throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.')
  }
  const body: unknown = readJson(bodyText(request))
  if (Array.isArray(body)) throw new Refused(400, 'BATCHING_DISABLED', 'Send one operation a request.')
  if (body === null || typeof body !== 'object') {
    throw new Refused(400, 'BAD_REQUEST', 'The body must be an object with a "query".')
  }
  return graphRequestIn({ ...body }, textOf)
}

function fromUrl(request: Request, textOf: TextOf): GraphRequest {
  if (request.headers['content-type'] && mediaType(request) !== 'application/json') {
    throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'A GET has no body, and so no content type.')
  }
  const isAsked = mediaType(request) === 'application/json' || isPreflighted(request.headers)
  if (!isAsked && !isStreamRequest(request)) {
    throw new Refused(400, 'CSRF', `A query by GET needs one of the headers ${PREFLIGHT_HEADERS.join(', ')}.`)
  }
  const parameters = new URL(request.originalUrl, 'http://gateway').searchParams
  const one = (name: string) => {
    const all = parameters.getAll(name)
    if (all.length > 1) throw new Refused(400, 'BAD_REQUEST', `Give "${name}" once.`)
    return all[0]
  }
  const variables = one('variables')
  const extensions = one('extensions')
  const values = {
    query: one('query'),
    documentId: one('documentId'),
    operationName: one('operationName'),
    variables: variables === undefined ? undefined : readJson(variables),
    extensions: extensions === undefined ? undefined : readJson(extensions),
  }
  refuseBadText(values)
  return graphRequestIn(values, textOf)
}

/** A program with a token that opens a stream by its address alone. A page cannot: its cookie counts with a header of ours only. */
const isStreamRequest = ({ headers }: Request) => headers.accept === 'text/event-stream'

/** What is asked for in an object of whatever came, as in the message of a socket. Throws Refused. */
export function graphRequestIn(values: Record<string, unknown>, textOf: TextOf): GraphRequest {
  const { documentId, operationName, variables, extensions } = values
  const refuse = (sentence: string) => new Refused(400, 'BAD_REQUEST', sentence)
  if (documentId !== undefined && typeof documentId !== 'string') throw refuse('"documentId" must be a text.')
  if (documentId !== undefined && values['query'] !== undefined) throw refuse('Give "query" or "documentId", not both.')
  const query = documentId === undefined ? values['query'] : textOf(documentId)
  if (typeof query !== 'string' || query.trim() === '') throw refuse('Give the operation as a text in "query".')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw refuse('"operationName" must be a text.')
  }
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (!isObjectOrNone(value)) throw refuse(`"${name}" must be an object.`)
  }
  return {
    query,
    operationName: operationName || null,
    variables: (variables ?? {}) as GraphRequest['variables'], // an object: looked at above
  }
}

const isObjectOrNone = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value))

/** Bytes that are no UTF-8 are refused rather than replaced. */
function bodyText({ body }: Request): string {
  if (!(body instanceof Uint8Array)) throw new Refused(400, 'BAD_REQUEST', 'The body is empty.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Refused(400, 'BAD_REQUEST', 'The body is not UTF-8.')
  }
}

function mediaType(request: Request): string | undefined {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
}
