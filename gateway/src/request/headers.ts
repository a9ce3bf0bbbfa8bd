/** The headers of every answer: what a page of ours may load, and that the data are invented where they are. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Written by hand. No code but our own files runs. Styles may stand in elements, since charts and the explorer's editor
 * position by them. The explorer starts its workers from blobs and has its fonts within its style sheet.
 */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

export type Headers = readonly (readonly [name: string, value: string])[]

/** The same for every answer, so made once. */
export function securityHeaders({ isProduction }: { isProduction: boolean }): Headers {
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // Where it is read over plain http on a loopback address, a promise of https would lock the reader out.
    strictTransportSecurity: isProduction,
    crossOriginEmbedderPolicy: false,
    // Nothing is told to others; to ourselves it is, since under `no-referrer` a form of our own comes without its origin.
    referrerPolicy: { policy: 'same-origin' },
  })
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  secure(response.req, response, () => {})
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)])
}

export const SYNTHETIC = ['x-vigia-data', 'SYNTHETIC'] as const

export function alwaysSend(headers: Headers, isSynthetic: () => boolean): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    if (isSynthetic()) response.setHeader(...SYNTHETIC)
    next()
  }
}
