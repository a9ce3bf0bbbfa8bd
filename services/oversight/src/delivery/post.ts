/**
 * Sends one message to a receiver and reads the little that it says: only addresses that were judged are dialled, redirects are not
 * followed, and neither a slow answer nor an endless one nor one in another protocol holds anybody (security.md 10, rows 46 and 47).
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { Refusal } from '@vigia/kit/errors'
import { addressesOf, checkUrl, type Outgoing } from './outgoing-address.ts'

export const FAULTS = [
  'URL_NOT_ALLOWED',
  'NOT_FOUND',
  'UNREACHABLE',
  'TLS',
  'TIMEOUT',
  'REDIRECT',
  'ANSWER',
  'CHALLENGE',
  'NO_KEY',
] as const
/**
 * Why a try failed, without a word of the receiver's. ANSWER: a status that is no success, or an answer that cannot be read. NO_KEY: nothing
 * was sent, since nothing could sign it.
 */
export type Fault = (typeof FAULTS)[number]

export interface Sent {
  /** Null where nothing was answered. */
  status: number | null
  fault: Fault | null
  retryAfter: string | undefined
  /** At most what a receipt or a challenge needs. */
  body: string
  headers: IncomingHttpHeaders
}

export interface Limits {
  totalInMs: number
  bodyBytes: number
  headerBytes: number
}
export const LIMITS: Limits = { totalInMs: 15_000, bodyBytes: 64 * 1024, headerBytes: 16 * 1024 }

interface Message {
  headers: Readonly<Record<string, string>>
  body: string
}

/** Never rejects: what went wrong is the answer. */
export async function post(to: string, message: Message, outgoing: Outgoing, limits = LIMITS): Promise<Sent> {
  const over = AbortSignal.timeout(limits.totalInMs)
  try {
    const url = checkUrl(to, outgoing)
    const late = new Promise<never>((_, reject) => over.addEventListener('abort', () => reject(over.reason)))
    const addresses = await Promise.race([addressesOf(url, outgoing), late])
    return await Promise.race([exchange(url, addresses, message, { ...limits, over }), late])
  } catch (error) {
    const fault = over.aborted ? 'TIMEOUT' : faultOf(error)
    return { status: null, fault, retryAfter: undefined, body: '', headers: {} }
  }
}

/** A connection of its own each time: a kept one would skip the judgement of the address. */
async function exchange(
  url: URL,
  addresses: readonly string[],
  { headers, body }: Message,
  limits: Limits & { over: AbortSignal },
): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>()
  const dialled = addresses.map((address) => ({ address, family: isIP(address) }))
  // Loaded with the first message: node:http brings along much of which a start needs nothing.
  const { request: begin } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'))
  const request = begin(url, {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    // Node tries all of them in turn: its connections ask for all.
    lookup: (_host, _options, done) => done(null, dialled),
    maxHeaderSize: limits.headerBytes,
    signal: limits.over,
  })
  request.on('error', reject)
  // Without this the connection is dropped, and nothing is heard of the request any more: not even that its time is over.
  request.on('upgrade', (_response, socket) => {
    socket.destroy()
    reject(Object.assign(new Error('It answers in another protocol.'), { code: 'ERR_HTTP_UPGRADE' }))
  })
  request.on('response', (response) => {
    const { statusCode: status = 0, headers } = response
    const answered = { status, retryAfter: headers['retry-after'], headers }
    readUpTo(response, limits.bodyBytes).then(
      (text) => {
        request.destroy()
        resolve({ ...answered, fault: faultOfStatus(status), body: text })
      },
      // What it answered it has answered: that it is gone, or when to come back, is heeded though its words break off.
      () => resolve({ ...answered, fault: faultOfStatus(status) ?? 'ANSWER', body: '' }),
    )
  })
  request.end(body)
  return promise
}

async function readUpTo(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, most - size))
    size += chunk.length
    if (size >= most) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

function faultOfStatus(status: number): Fault | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'REDIRECT' : 'ANSWER'
}

/** As OpenSSL and Node call them: not each says so, as of a chain that lacks its middle (UNABLE_TO_VERIFY_LEAF_SIGNATURE), which most that fail are. */
const OF_CERTIFICATES = /CERT|SSL|TLS|SIGN|^UNABLE_TO_|^INVALID_|^PATH_LENGTH|^HOSTNAME_|EPROTO/

function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return 'URL_NOT_ALLOWED'
  const { code = '' } = error as { code?: string }
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'NOT_FOUND'
  if (/^(HPE_|ERR_STREAM|ERR_HTTP)/.test(code)) return 'ANSWER'
  return OF_CERTIFICATES.test(code) ? 'TLS' : 'UNREACHABLE'
}
