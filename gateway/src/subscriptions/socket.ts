/** One WebSocket with its subscriptions: what is told goes out as ready frames, heartbeats in between, and an end has a code. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { cutOff } from '../request/cut-off.ts'
import type { Bundle, Recipient } from './bundle.ts'
import type { Beating } from './heartbeats.ts'
import { Outlet, type Pipe, type StreamEnd } from './outlet.ts'
import { Pace } from './pace.ts'
import type { Subscribed } from './streams.ts'
import { formOfName, textFrame } from './text-frames.ts'

/** Written and not yet taken: beyond this the subscriber is slow. */
const MOST_WRITTEN_BYTES = 256_000
/** With what was answered to its own messages: whoever lets more lie reads nothing. */
const MOST_UNREAD_BYTES = 4 * MOST_WRITTEN_BYTES
/** Heartbeats without a sign of life, after which nobody is there any more. */
const MOST_UNANSWERED = 3

/** Those of graphql-ws, and RFC 6455's "try again later" and "service restart". */
export const CLOSE = {
  ENDED: 4403,
  SLOW: 4408,
  UNAUTHENTICATED: 4401,
  TOO_MANY: 4429,
  LATER: 1013,
  RESTART: 1012,
  DEFECT: 4500,
} as const

const CODES: Readonly<Record<StreamEnd['code'], number>> = {
  SLOW_CONSUMER: CLOSE.SLOW,
  SUBGRAPH_UNAVAILABLE: CLOSE.LATER,
  DATABASE_PUT_BACK: CLOSE.LATER,
  SIGN_IN_UNAVAILABLE: CLOSE.LATER,
  SESSION_ENDED: CLOSE.ENDED,
  AGREEMENT_ENDED: CLOSE.ENDED,
  TOKEN_EXPIRED: CLOSE.ENDED,
}

export class Socket implements Beating {
  readonly #ws: WebSocket
  readonly #raw: Duplex
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #pace = new Pace()
  #unanswered = 0

  /** `raw` is what the WebSocket was opened on: frames that are made once for many are written to it as they are. */
  constructor(ws: WebSocket, raw: Duplex) {
    this.#ws = ws
    this.#raw = raw
    raw.on('drain', () => {
      for (const { outlet } of this.#subscriptions.values()) outlet.flush()
    })
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  get isClogged(): boolean {
    return this.#raw.writableLength > MOST_WRITTEN_BYTES
  }

  /** One that will be told under this id, once it has begun. Whoever had the id before is told nothing more, begun or not. */
  subscription(id: string): Subscription {
    this.stop(id)
    const subscription = new Subscription(this, id)
    this.#subscriptions.set(id, subscription)
    return subscription
  }

  /** Tells what has waited for it, and how far the stream is, so that whoever breaks off at once can come back. */
  begin(subscription: Subscription, subscribed: Subscribed): void {
    // It was ended before it began, or its id is another's by now.
    if (this.#subscriptions.get(subscription.id) !== subscription) {
      subscribed.stop()
      return
    }
    subscription.subscribed = subscribed
    if (subscribed.alerts) this.#tellPlace()
    subscription.outlet.flush()
  }

  /** It was not let in. */
  forget(subscription: Subscription): void {
    if (this.#subscriptions.get(subscription.id) === subscription) this.#subscriptions.delete(subscription.id)
  }

  /** The subscription of this id is over. */
  stop(id: string): void {
    const known = this.#subscriptions.get(id)
    this.#subscriptions.delete(id)
    known?.subscribed?.stop()
  }

  /** A message, which is a sign of life. False where it is one too many: the socket ends, and the message is nobody's. */
  heard(): boolean {
    this.#unanswered = 0
    if (this.#pace.allows()) return true
    // Whoever goes on, or reads nothing, is not waited for.
    if (this.isOpen && this.#raw.writableLength === 0) this.close(CLOSE.TOO_MANY, 'TOO_MANY_MESSAGES')
    else this.#ws.terminate()
    return false
  }

  /** Answers a message of its client, who is to read it. */
  say(text: string): void {
    if (!this.isOpen) return
    if (this.#raw.writableLength > MOST_UNREAD_BYTES) this.#ws.terminate()
    else this.#ws.send(text)
  }

  /** A heartbeat, which wants an answer before the next few. */
  beat(): void {
    this.#unanswered += 1
    if (this.#unanswered > MOST_UNANSWERED) this.#ws.terminate()
    else this.#tellPlace()
  }

  /** How far all subscriptions of this socket are; cursors of one subscriber are alike in all of them. */
  #tellPlace(): void {
    const following = [...this.#subscriptions.values()].flatMap(({ outlet, subscribed }) =>
      subscribed?.alerts ? [{ outlet, alerts: subscribed.alerts }] : [],
    )
    const [first] = following
    // How far somebody is who has not read all yet nobody can say; that he is asked whether he is there does not wait for it.
    if (!first || following.some(({ outlet }) => !outlet.isUpToDate)) {
      this.write(PING)
      return
    }
    const seq = Math.min(...following.map(({ alerts }) => alerts.seq()))
    const { restingAt, readsPlaces } = first.alerts
    this.write(
      textFrame(JSON.stringify({ type: 'ping', payload: { ...(readsPlaces ? { seq } : {}), cursor: restingAt(seq) } })),
    )
  }

  /** Whole frames; false where nobody is there to take them. */
  write(frames: Buffer): boolean {
    const { isOpen } = this
    if (isOpen) this.#raw.write(frames)
    return isOpen
  }

  /** Ends it from our side. graphql-ws' client comes back after any of these codes. */
  end({ code }: StreamEnd): void {
    this.close(CODES[code], code)
  }

  /** He is let in no more: what he has not read by then is not told, and he hears why when he comes back. */
  cut(why: StreamEnd): void {
    if (this.#raw.writableLength > 0) cutOff(this.#raw)
    else this.end(why)
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
  }
}

const PING = textFrame('{"type":"ping"}')

/** One subscription of a socket: its way out, under the id that its client gave it. */
export class Subscription implements Pipe, Recipient {
  readonly id: string
  readonly name: string
  readonly form
  readonly outlet = new Outlet(this)
  readonly #socket: Socket
  /** Null until it has begun: what is told before waits. */
  subscribed: Subscribed | null = null

  constructor(socket: Socket, id: string) {
    this.#socket = socket
    this.id = id
    this.name = JSON.stringify(id)
    this.form = formOfName(Buffer.byteLength(this.name))
  }

  isClogged(): boolean {
    return this.subscribed === null || this.#socket.isClogged
  }

  write(bundle: Bundle): boolean {
    return this.#socket.write(bundle.bytesFor(this))
  }

  end(why: StreamEnd): void {
    this.#socket.end(why)
  }

  cursorAt(seq: number): string {
    return this.subscribed?.alerts?.cursorAt(seq) ?? ''
  }
}
