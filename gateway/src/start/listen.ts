/** Opens the port, and closes it in order: no new requests, those under way finished, streams cut. */
import { randomInt } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { tellUnreadable } from '../request/unreadable.ts'
import { CannotStart } from './cannot-start.ts'
import type { Inside } from './waiting-page.ts'

export interface Listening {
  /** Differs from the wanted one when that was 0. */
  port: number
  close: () => Promise<void>
}

const HEADERS_IN_MS = 10_000
const REQUEST_IN_MS = 15_000
/**
 * Longer than proxies keep a connection that they may use again, mostly a minute: where we close it first, what one of them sends at that
 * moment is answered by nobody, and no proxy sends a POST a second time.
 */
const UNUSED_FOR_MS = 75_000
/** For requests under way at the end. A stream never ends by itself. */
const GRACE_IN_MS = 1_000

/** Throws CannotStart when the port is taken or not for us. */
export async function listen(
  inside: RequestListener | Inside,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const { listener, upgrade, hangUp } = typeof inside === 'function' ? { ...NO_SOCKETS, listener: inside } : inside
  const timeouts = {
    ...{ headersTimeout: HEADERS_IN_MS, requestTimeout: REQUEST_IN_MS, keepAliveTimeout: UNUSED_FOR_MS },
    connectionsCheckingInterval: 5_000,
  }
  const server = createServer({ ...timeouts, shouldUpgradeCallback: wantsASocket }, listener)
  // Node by itself tells a bare 417, without JSON, rates or the headers of every other answer.
  server.on('checkExpectation', listener)
  server.on('clientError', tellUnreadable)
  const taken = new Set<Duplex>()
  server.on('upgrade', (request, raw, head) => {
    taken.add(raw)
    // The server lets go of it here: a peer that resets it would end the process, whoever has it and however short.
    raw.on('error', () => {})
    raw.once('close', () => taken.delete(raw))
    upgrade(request, raw, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(sentenceFor(error, host, port)))
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo // a TCP server that listens
  return { port: actual, close: () => close(server, { taken, hangUp }) }
}

/** What else is offered beside a request, as HTTP/2 by the programs of Java and by `curl --http2`, is let be: it is answered as it stands. */
const wantsASocket = ({ headers }: IncomingMessage): boolean => /websocket/i.test(headers.upgrade ?? '')

/** Whoever asks for a socket where there are none is hung up on. */
const NO_SOCKETS: Omit<Inside, 'listener'> = { upgrade: (_request, raw) => raw.destroy(), hangUp: () => {} }

/** Connections that were taken over are no longer the server's to close. */
async function close(server: Server, { taken, hangUp }: { taken: Set<Duplex>; hangUp: () => void }): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  hangUp()
  const cut = setTimeout(() => {
    server.closeAllConnections()
    for (const raw of taken) raw.destroy()
  }, GRACE_IN_MS)
  await closed
  clearTimeout(cut)
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} is taken by another program: stop that one, or choose another with PORT=${port + 1}.`,
      )
    case 'EACCES':
      return new CannotStart(`This user may not open port ${port}: choose one above 1023 with PORT.`)
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new CannotStart(`This machine has no address ${host}: set HOST to one that it has, or to 0.0.0.0 for all.`)
    default:
      return error
  }
}

/** Of these no system gives one to a connection that goes out: what is free now is free until it is opened. */
const [LOWEST, BEYOND] = [10_000, 32_000]
const TRIES = 100

/** The wanted port, or any free one for 0; throws CannotStart when it is taken. For a process that is to open it itself. */
export async function freePort({ host, port }: { host: string; port: number }): Promise<number> {
  for (let left = TRIES; port === 0 && left > 0; left -= 1) {
    const free = await tried(host, randomInt(LOWEST, BEYOND)).catch(() => null)
    if (free !== null) return free
  }
  return tried(host, port)
}

async function tried(host: string, port: number): Promise<number> {
  const probe = await listen(() => {}, { host, port })
  await probe.close()
  return probe.port
}

/** The wanted port, or another one that is free. */
export function portThatIsFree(host: string, port: number): Promise<number> {
  return freePort({ host, port }).catch(() => freePort({ host, port: 0 }))
}
