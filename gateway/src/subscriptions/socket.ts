/** One WebSocket with its subscriptions: what is told goes out as ready frames, heartbeats in between, and an end has a code. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { Outlet, type StreamEnd } from './outlet.ts'
import type { Subscribed } from './streams.ts'
import type { Told } from './told.ts'

/** Written and not yet taken: beyond this the subscriber is slow. */
const MOST_WRITTEN_BYTES = 256_000
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
  SIGN_IN_UNAVAILABLE: CLOSE.LATER,
  SESSION_ENDED: CLOSE.ENDED,
  TOKEN_EXPIRED: CLOSE.ENDED,
}

const NO_CURSOR = () => ''

interface Subscription {
  outlet: Outlet
  subscribed: Subscribed
}

export class Socket {
  readonly #ws: WebSocket
  readonly #raw: Duplex
  readonly #subscriptions = new Map<string, Subscription>()
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

  /** By which a subscription of this id is told, once it has begun. */
  outletFor(id: string): Outlet {
    const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`
    return new Outlet({
      isClogged: () => !this.#subscriptions.has(id) || this.#raw.writableLength > MOST_WRITTEN_BYTES,
      write: (told) => this.#write(id, told, before),
      end: (why) => this.end(why),
    })
  }

  /** Tells what has waited for it, and how far the stream is, so that whoever breaks off at once can come back. */
  begin(id: string, subscription: Subscription): void {
    this.#subscriptions.set(id, subscription)
    if (subscription.subscribed.alerts) this.beat()
    subscription.outlet.flush()
  }

  /** The subscription of this id is over. */
  stop(id: string): void {
    const known = this.#subscriptions.get(id)
    this.#subscriptions.delete(id)
    known?.subscribed.stop()
  }

  /** A sign of life. */
  heard(): void {
    this.#unanswered = 0
  }

  /** How far all subscriptions of this socket are; cursors of one subscriber are alike in all of them. */
  beat(): void {
    this.#unanswered += 1
    if (this.#unanswered > MOST_UNANSWERED) {
      this.#ws.terminate()
      return
    }
    const following = [...this.#subscriptions.values()].flatMap(({ outlet, subscribed }) =>
      subscribed.alerts ? [{ outlet, alerts: subscribed.alerts }] : [],
    )
    if (following.some(({ outlet }) => !outlet.isUpToDate)) return
    const [first] = following
    if (!first) {
      this.#send({ type: 'ping' })
      return
    }
    const seq = Math.min(...following.map(({ alerts }) => alerts.seq()))
    const { cursors, readsPlaces } = first.alerts
    this.#send({ type: 'ping', payload: { ...(readsPlaces ? { seq } : {}), cursor: cursors.at(seq) } })
  }

  /** Ends it from our side. graphql-ws' client comes back after any of these codes. */
  end({ code }: StreamEnd): void {
    this.close(CODES[code], code)
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
  }

  #send(message: object): void {
    if (this.isOpen) this.#ws.send(JSON.stringify(message))
  }

  #write(id: string, told: Told, before: string): void {
    if (!this.isOpen) return
    const alerts = this.#subscriptions.get(id)?.subscribed.alerts
    const cursor = alerts ? () => alerts.cursors.at(told.seq) : NO_CURSOR
    this.#raw.write(told.wrapped({ before, after: '}', cursor, headerOf: textFrame }))
  }
}

const [SHORT, MEDIUM] = [125, 65_535]
/** The last of a message, of text (RFC 6455 5.2). */
const FINAL_TEXT = 0x81
const [NEXT_TWO_BYTES, NEXT_EIGHT_BYTES] = [126, 127]

/** What goes before the payload of a message from a server, in one frame, without a mask. */
function textFrame(bytes: number): Buffer {
  if (bytes <= SHORT) return Buffer.from([FINAL_TEXT, bytes])
  if (bytes <= MEDIUM) {
    const header = Buffer.from([FINAL_TEXT, NEXT_TWO_BYTES, 0, 0])
    header.writeUInt16BE(bytes, 2)
    return header
  }
  const header = Buffer.concat([Buffer.from([FINAL_TEXT, NEXT_EIGHT_BYTES]), Buffer.alloc(8)])
  header.writeBigUInt64BE(BigInt(bytes), 2)
  return header
}
