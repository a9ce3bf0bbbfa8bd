/** The headers of every answer: what a page of ours may load, and that the data are invented where they are. */
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

export function securityHeaders({ isProduction }: { isProduction: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // Where it is read over plain http on a loopback address, a promise of https would lock the reader out.
    strictTransportSecurity: isProduction,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

export function natureOfData(isSynthetic: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isSynthetic()) response.setHeader('x-vigia-data', 'SYNTHETIC')
    next()
  }
}
