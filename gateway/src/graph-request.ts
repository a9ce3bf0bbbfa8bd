/** From an HTTP request to a GraphQL request: methods, content types, body, parameters. Everything odd is refused. */
import type { Request } from 'express'
import type { GraphRequest } from './admission.ts'
import { Refused } from './refused.ts'
import { readJson, refuseBadText } from './strict-json.ts'

/** Headers that a page of another origin cannot send without asking first. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-vigia']

/** The body has been read to a buffer, unpacked and bounded before (body.ts). */
export function graphRequestOf(request: Request): GraphRequest {
  if (request.method === 'POST') return fromBody(request)
  if (request.method === 'GET') return fromUrl(request)
  throw new Refused(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET for a query.')
}

function fromBody(request: Request): GraphRequest {
  if (mediaType(request) !== 'application/json') {
    throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.')
  }
  const body: unknown = readJson(bodyText(request))
  if (Array.isArray(body)) throw new Refused(400, 'BATCHING_DISABLED', 'Send one operation a request.')
  if (body === null || typeof body !== 'object') {
    throw new Refused(400, 'BAD_REQUEST', 'The body must be an object with a "query".')
  }
  return checked({ ...body })
}

function fromUrl(request: Request): GraphRequest {
  if (request.headers['content-type'] && mediaType(request) !== 'application/json') {
    throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'A GET has no body, and so no content type.')
  }
  const isPreflighted =
    mediaType(request) === 'application/json' || PREFLIGHT_HEADERS.some((name) => request.headers[name])
  if (!isPreflighted && !isStreamRequest(request)) {
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
    operationName: one('operationName'),
    variables: variables === undefined ? undefined : readJson(variables),
    extensions: extensions === undefined ? undefined : readJson(extensions),
  }
  refuseBadText(values)
  return checked(values)
}

/** The browser's own EventSource cannot set headers. What it opens is read by no page of another origin. */
const isStreamRequest = ({ headers }: Request) => headers.accept === 'text/event-stream'

function checked({ query, operationName, variables, extensions }: Record<string, unknown>): GraphRequest {
  const refuse = (sentence: string) => new Refused(400, 'BAD_REQUEST', sentence)
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
