/**
 * `/graphql/stream`: a subscription as server-sent events, one connection each, as graphql-sse's clients and EventSource read them. Each
 * event of a stream with places carries its cursor as `id:`; every 15 seconds a bare `id:` tells how far there was nothing to tell.
 */
import { MOST_STREAMS_OF_ONE } from '@vigia/law/terms-of-partners'
import type { Request, RequestHandler, Response } from 'express'
import { cutOff } from '../request/cut-off.ts'
import { graphRequestOf } from '../request/graph-request.ts'
import { takesEvents } from '../request/media-type.ts'
import { Refused } from '../request/refused.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import type { Trust } from '../trusted/trust.ts'
import type { Bundle, Form, Recipient } from './bundle.ts'
import { type Beating, Heartbeats } from './heartbeats.ts'
import { type OpenStreams, openStreams } from './open-streams.ts'
import { Outlet, type Pipe, type StreamEnd } from './outlet.ts'
import type { Streams, Subscribed } from './streams.ts'

export interface SseDoorOptions {
  streams: Streams
  keeper: Keeper
  trust: Trust
  heartbeatInMs: number
}

/** A screen on every desk of every office, with room to spare. A default of Vigía. */
const MOST_STREAMS = 5_000
/** Written and not yet taken: beyond this the subscriber is slow. */
const MOST_WRITTEN_BYTES = 256_000
/** What was written before the end of a stream, and the end. A default of Vigía. */
const READ_WITHIN_MS = 10_000

export interface SseDoor {
  handle: RequestHandler
  /** Ends all streams, as they end when the gateway stops: an answer that breaks off looks like a fault. */
  hangUp: () => void
}

export function createSseDoor({ streams, keeper, trust, heartbeatInMs }: SseDoorOptions): SseDoor {
  const open = openStreams(keeper)
  const heartbeats = new Heartbeats(heartbeatInMs)
  const told = new Set<Events>()
  const handle: RequestHandler = async (request: Request, response: Response): Promise<void> => {
    keeper.refuseForeignStream(request)
    const caller = await keeper.identify(request)
    const admitted = await streams.admit(graphRequestOf(request, trust.textOf), caller)
    if (!takesEvents(request))
      throw new Refused(406, 'NOT_ACCEPTABLE', 'Subscriptions are answered as text/event-stream.')
    // Who left while he was looked up has closed already: nothing would ever tell that his place is free.
    if (response.closed) return
    refuseTooMany(open, open.countOf(caller))
    const events = new Events(response, heartbeats)
    const forget = open.add(caller, (why) => events.cut(why))
    told.add(events)
    response.once('close', () => told.delete(events))
    response.once('close', forget)
    try {
      events.begin(await streams.open(admitted, caller, events.outlet, lastEventIdOf(request)))
    } catch (error) {
      forget()
      told.delete(events)
      throw error
    }
  }
  const hangUp = () => {
    heartbeats.stop()
    open.stop()
    for (const events of told) events.hangUp()
  }
  return { handle, hangUp }
}

function refuseTooMany(open: OpenStreams, ofOne: number): void {
  if (ofOne >= MOST_STREAMS_OF_ONE)
    throw new Refused(429, 'TOO_MANY_STREAMS', `${MOST_STREAMS_OF_ONE} streams at once are the most: close one.`)
  if (open.count() >= MOST_STREAMS)
    throw new Refused(503, 'TOO_MANY_STREAMS', 'Too many screens are connected; ask again later.')
}

function lastEventIdOf({ headers }: Request): string | null {
  const id = headers['last-event-id']
  return typeof id === 'string' && id !== '' ? id : null
}

const [EVENT_WITH_PLACE, EVENT, JSON_BEGINS, EVENT_ENDS] = [
  Buffer.from('event: next\nid: '),
  Buffer.from('event: next'),
  Buffer.from('\ndata: '),
  Buffer.from('\n\n'),
]
const WITH_PLACES: Form = {
  nameBytes: 0,
  around: (json) => [EVENT_WITH_PLACE, 'CURSOR', JSON_BEGINS, ...json, EVENT_ENDS],
}
const WITHOUT_PLACES: Form = { nameBytes: 0, around: (json) => [EVENT, JSON_BEGINS, ...json, EVENT_ENDS] }

/** One response of events. What is to be told before it has begun waits in its outlet. */
class Events implements Pipe, Recipient, Beating {
  readonly outlet = new Outlet(this)
  readonly name = ''
  readonly #response: Response
  readonly #heartbeats: Heartbeats
  #subscribed: Subscribed | null = null

  constructor(response: Response, heartbeats: Heartbeats) {
    this.#response = response
    this.#heartbeats = heartbeats
  }

  get form(): Form {
    return this.#subscribed?.alerts ? WITH_PLACES : WITHOUT_PLACES
  }

  begin(subscribed: Subscribed): void {
    const response = this.#response
    if (response.closed || response.writableEnded) {
      subscribed.stop() // Who left, or was cut, while he was looked up is not told of any more.
      return
    }
    this.#subscribed = subscribed
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    response.on('drain', () => this.outlet.flush())
    response.once('close', () => {
      this.#heartbeats.delete(this)
      subscribed.stop()
    })
    this.#heartbeats.add(this)
    this.beat()
    this.outlet.flush()
  }

  isClogged(): boolean {
    return this.#subscribed === null || this.#response.writableLength > MOST_WRITTEN_BYTES
  }

  write(bundle: Bundle): boolean {
    if (this.#response.closed || this.#response.writableEnded) return false
    this.#response.write(bundle.bytesFor(this))
    return true
  }

  cursorAt(seq: number): string {
    return this.#subscribed?.alerts?.cursorAt(seq) ?? ''
  }

  /** An `id:` without an event moves on where the client would come back, and nothing else. */
  beat(): void {
    const { alerts } = this.#subscribed ?? {}
    if (this.outlet.isOver || !this.outlet.isUpToDate) return
    if (!alerts) return void this.#response.write(':\n\n')
    const seq = alerts.seq()
    this.#response.write(`:${alerts.readsPlaces ? ` ${seq}` : ''}\nid: ${alerts.restingAt(seq)}\n\n`)
  }

  /** Of whoever is let in no more nothing is said: his client asks again, and hears why. What he has not read by then is not told. */
  cut(why: StreamEnd): void {
    if (this.#response.writableLength > 0) {
      this.outlet.close()
      cutOff(this.#response.socket)
    } else if (why.code === 'SIGN_IN_UNAVAILABLE' && this.#subscribed) this.outlet.end(why)
    else this.#finish()
  }

  /** Where it has begun; who has not is answered, or cut with all that is under way. */
  hangUp(): void {
    if (this.#subscribed) this.#finish()
  }

  /** With the code as an event, and without "complete": there is more, and the client comes back for it. */
  end({ code, message }: StreamEnd): void {
    this.#finish(`event: next\ndata: ${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n\n`)
  }

  /** Nothing is written after. Who does not read as far as the end is hung up on. */
  #finish(last = ''): void {
    const response = this.#response
    this.outlet.close()
    if (response.writableEnded) return
    response.end(last)
    const hangUp = setTimeout(() => response.destroy(), READ_WITHIN_MS).unref()
    response.once('close', () => clearTimeout(hangUp))
  }
}
