/**
 * What cannot be read as a request of HTTP, or does not come in time, is refused in the form of every other refusal: by itself the
 * server would give a number and nothing else.
 */
import { maxHeaderSize, type OutgoingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

interface Told {
  status: number
  code: string
  message: string
}

const NOT_HTTP: Told = { status: 400, code: 'BAD_REQUEST', message: 'This is no request of HTTP/1.1.' }

/** By the code of Node's parser. */
const TOLD: Readonly<Record<string, Told>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'The request did not come to its end in time.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The extensions of a chunk are too long.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: `The headers, cookies included, are longer than ${maxHeaderSize} bytes.`,
  },
}

/** For `clientError` of a server: answers where nothing was answered yet, and closes the connection. */
export function tellUnreadable(fault: NodeJS.ErrnoException, raw: Duplex): void {
  const isBegun = (raw as UnderWay)._httpMessage?.headersSent === true
  if (!raw.writable || isBegun || fault.code === 'ECONNRESET') {
    raw.destroy()
    return
  }
  const { status, code, message } = TOLD[fault.code ?? ''] ?? NOT_HTTP
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  raw.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => raw.destroy())
}

/** The answer that is being given on a connection, where one is: Node itself looks here, and has no other name for it. */
type UnderWay = Duplex & { _httpMessage?: OutgoingMessage | null }
