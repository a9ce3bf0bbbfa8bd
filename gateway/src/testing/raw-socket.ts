/** A WebSocket that says what no client library would, and tells everything that it hears. */
import { WebSocket } from 'ws'

export interface RawSocket {
  say: (message: object | string) => void
  /** The next message that comes, or the next of this type. */
  hears: (type?: string) => Promise<Heard>
  /** Resolves with the code, once it is closed. */
  closed: Promise<{ code: number; reason: string }>
  close: () => void
  ws: WebSocket
}

interface Heard {
  type: string
  id?: string
  payload?: unknown
}

export interface Opening {
  headers?: Record<string, string>
  protocol?: string | undefined
  /** What stands behind the address. */
  search?: string
}

export function openSocket(url: string, { headers = {}, ...given }: Opening = {}): RawSocket {
  const { protocol, search } = { protocol: 'graphql-transport-ws', search: '', ...given }
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql${search}`, protocol ?? [], { headers })
  const heard: Heard[] = []
  const waiting: { type: string | undefined; resolve: (message: Heard) => void }[] = []
  ws.on('message', (bytes) => {
    const message = JSON.parse(String(bytes)) as Heard
    if (message.type === 'ping') ws.send('{"type":"pong"}')
    const index = waiting.findIndex(({ type }) => type === undefined || type === message.type)
    if (index < 0) heard.push(message)
    else waiting.splice(index, 1)[0]?.resolve(message)
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    ws.on('unexpected-response', (_request, { statusCode = 0 }) => resolve({ code: statusCode, reason: 'refused' }))
    ws.on('error', () => {})
  })
  const isOpen = new Promise<void>((resolve) => ws.on('open', resolve))
  return {
    ws,
    closed,
    close: () => ws.terminate(),
    say: (message) => void isOpen.then(() => ws.send(typeof message === 'string' ? message : JSON.stringify(message))),
    hears(type) {
      const index = heard.findIndex((message) => type === undefined || type === message.type)
      const [known] = index < 0 ? [] : heard.splice(index, 1)
      if (known) return Promise.resolve(known)
      return new Promise((resolve) => waiting.push({ type, resolve }))
    },
  }
}

/** One that is let in already. */
export async function openedSocket(url: string, opening: Opening & { params?: object } = {}): Promise<RawSocket> {
  const socket = openSocket(url, opening)
  socket.say({ type: 'connection_init', payload: opening.params ?? {} })
  await socket.hears('connection_ack')
  return socket
}

/** Whether somebody is let in, or why he is not, however long that takes: one who is given up may be let in later, in the place of the next. */
export function knockAt(url: string): Promise<string> {
  const { say, hears, closed } = openSocket(url)
  say({ type: 'connection_init' })
  return Promise.race([hears('connection_ack').then(() => 'let in'), closed.then(({ reason }) => reason)])
}
