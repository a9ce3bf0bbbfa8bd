/** What a socket is closed with, and how many one person may have. */
import { type Opening, openSocket, type RawSocket } from '../../gateway/src/testing/raw-socket.ts'
import type { Product } from './product.ts'

const INIT = 'connection_init'

/** Closed with another code than this one, or not at all. */
export async function closesUnlike(
  product: Product,
  code: number,
  { opening, says }: { opening?: Opening; says?: readonly string[] },
): Promise<string | null> {
  const socket = openSocket(product.url, opening)
  for (const message of says ?? []) socket.say(message)
  return unlessClosed(socket, code)
}

const PATIENCE_IN_MS = 6_000

async function unlessClosed(socket: RawSocket, wanted: number): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), PATIENCE_IN_MS)
  const closed = await Promise.race([socket.closed, late])
  clearTimeout(timer)
  socket.close()
  if (closed?.code === wanted) return null
  return closed ? `closed with ${closed.code} ${closed.reason}` : `open after ${PATIENCE_IN_MS / 1_000} s`
}

async function opened({ url }: Product, params: object): Promise<RawSocket | null> {
  const socket = openSocket(url)
  socket.say({ type: INIT, payload: params })
  const first = await Promise.race([socket.hears('connection_ack'), socket.closed])
  return 'type' in first ? socket : null
}

/** `query`: a subscription of the dashboard's, which is answered to everybody. */
export async function manySubscriptions(product: Product, most: number, query: string): Promise<string | null> {
  const socket = await opened(product, product.token ?? {})
  if (!socket) return 'a socket is not let in'
  const subscribe = (id: number) => socket.say({ id: String(id), type: 'subscribe', payload: { query } })
  for (let id = 0; id < most; id += 1) subscribe(id)
  for (let heard = 0; heard < most; heard += 1) {
    const told = await Promise.race([socket.hears('next'), socket.hears('error'), socket.closed])
    if (!('type' in told) || told.type === 'error') return `of ${most} subscriptions one is refused`
  }
  subscribe(most)
  return unlessClosed(socket, 4429)
}

export async function manySockets(product: Product, most: number): Promise<string | null> {
  const sockets: (RawSocket | null)[] = []
  for (let count = 0; count < most; count += 1) sockets.push(await opened(product, product.token ?? {}))
  const last = openSocket(product.url)
  last.say({ type: INIT, payload: product.token ?? {} })
  const found = sockets.includes(null) ? `of ${most} sockets one is refused` : await unlessClosed(last, 4429)
  for (const socket of [...sockets, last]) socket?.close()
  return found
}
