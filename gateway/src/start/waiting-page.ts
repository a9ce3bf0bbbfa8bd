/** What the port answers while the registry is being made ready, so that whoever looks early sees how far it is. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** What stands behind a port. */
export interface Inside {
  listener: RequestListener
  /** Takes over a connection that is to become a socket. */
  upgrade: (request: IncomingMessage, raw: Duplex, head: Buffer) => void
  /** Tells whoever has such a connection that it ends. */
  hangUp: () => void
}

export interface Doorway extends Inside {
  /** One line of what is being done now. */
  say: (line: string) => void
  /** From now on everything is answered by this. */
  open: (inside: Inside) => void
}

export function createDoorway(): Doorway {
  let line = 'Preparando el registro'
  let inside: Inside | null = null
  return {
    listener: (request, response) => (inside ? inside.listener(request, response) : wait(request, response, line)),
    upgrade: (request, raw, head) => (inside ? inside.upgrade(request, raw, head) : raw.end(NOT_YET)),
    hangUp: () => inside?.hangUp(),
    say: (next) => {
      line = next
    },
    open: (opened) => {
      inside = opened
    },
  }
}

const RETRY_AFTER_S = 2
const NOT_YET = `HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: ${RETRY_AFTER_S}\r\ncontent-length: 0\r\n\r\n`

function wait(request: IncomingMessage, response: ServerResponse, line: string): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  if (request.url === '/health/live') {
    answer(response, 200, JSON.stringify({ status: 'live' }))
    return
  }
  response.setHeader('retry-after', RETRY_AFTER_S)
  const wantsPage = request.headers.accept?.includes('text/html') && request.url !== '/health/ready'
  if (wantsPage) {
    answer(response, 503, page(line), 'text/html')
    return
  }
  const error = { message: 'The registry is being made ready.', extensions: { code: 'STARTING' } }
  answer(response, 503, JSON.stringify({ status: 'starting', errors: [error] }))
}

function answer(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' })
  response.end(body)
}

const inHtml = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (line: string): string => `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta http-equiv="refresh" content="${RETRY_AFTER_S}">
<title>Vigía: preparando</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 20vh auto; padding: 0 1rem }</style>
<h1>Vigía se está preparando</h1>
<p>${inHtml(line)} …</p>
<p>Esta página se abre sola cuando esté lista.</p>
<p lang="en">Vigía is being made ready; this page opens by itself.</p>
</html>
`
