/** `alertRaised`: from where somebody is told, with whom he shares what is asked for, and how far he is. */
import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import { MATRIX } from '@vigia/law/access-matrix'
import { WORKED_AT_ONCE } from '@vigia/law/terms-of-partners'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Admitted } from '../graph/admission.ts'
import type { Gateway } from '../graph/gateway.ts'
import { Refused } from '../request/refused.ts'
import { type Caller, scopeOf } from '../sign-in/caller.ts'
import type { Feed, Wanted } from './alert-feed.ts'
import { AlertGroup } from './alert-group.ts'
import { asQuery, type Plan } from './as-query.ts'
import { Follower } from './follower.ts'
import type { Outlet, StreamEnd } from './outlet.ts'
import { stepsWanted } from './steps-wanted.ts'
import type { StreamAudit } from './stream-audit.ts'
import { cursorsFor, type StreamCursors } from './stream-cursors.ts'
import type { ToldTo } from './told-to.ts'

export interface AlertStreamParts {
  schema: GraphQLSchema
  gateway: Pick<Gateway, 'execute'>
  feed: Feed
  audit: StreamAudit
  /** From which cursors are sealed. */
  cursorKey: Buffer
  isSynthetic: () => boolean
  requestInMs: number
}

/** Somebody is being told. */
export interface Following {
  /** Of what is told at a place: the same each time, so that whoever is told it again knows it by that. */
  cursorAt: (seq: number) => string
  /** Of a place at which nothing is told; to who may not know the places themselves no two look alike, nor like that of what is told. */
  restingAt: (seq: number) => string
  /** How far he is. */
  seq: () => number
  /** Whether he may know the places themselves. */
  readsPlaces: boolean
  stop: () => void
}

const FEED = 'alerts'
/**
 * Of all streams of a gateway. When many come back at once, as after a fault, each asks for what it missed: what a service cannot answer
 * in time it answers for nobody, and is then left alone by whoever looks at a board, too. A default of Vigía. What somebody missed, and
 * what he alone follows, he asks for as he would by himself, a few at a time: nobody else waits behind months of it, nor behind fifty streams.
 */
const MOST_ASKED_AT_ONCE = 16
/** One may follow by several sockets; those who come back soon have theirs still. */
const MOST_READERS = 10_000
/** 132 bits. */
const KEY_LENGTH = 22

export class AlertStream {
  readonly #parts: AlertStreamParts
  readonly #groups = new Map<string, { group: AlertGroup; members: number; told: ToldTo }>()
  readonly #cursors
  readonly #turns = pLimit(MOST_ASKED_AT_ONCE)
  readonly #ownTurns
  /** Of whoever follows, or is about to. */
  readonly #outlets = new Set<Outlet>()
  readonly #forget: readonly (() => void)[]

  constructor(parts: AlertStreamParts) {
    this.#parts = parts
    this.#cursors = new LRUCache<string, StreamCursors>({
      max: MOST_READERS,
      memoMethod: (sub) => cursorsFor(parts.cursorKey, FEED, sub, (seq) => parts.feed.markAt(seq)),
    })
    this.#ownTurns = new LRUCache<string, LimitFunction>({
      max: MOST_READERS,
      memoMethod: () => pLimit(WORKED_AT_ONCE),
    })
    this.#forget = [
      parts.feed.onSteps(() => {
        for (const { group } of this.#groups.values()) group.call()
      }),
      parts.feed.onParted(() => this.#part()),
    ]
  }

  /**
   * Tells by the outlet whatever happens from the cursor on, or from now on. The operation has been admitted, and is open to the caller.
   * Throws Refused: CURSOR_INVALID, CURSOR_EXPIRED, BAD_USER_INPUT, FORBIDDEN, STREAM_UNAVAILABLE.
   */
  async follow(admitted: Admitted, caller: Caller, outlet: Outlet, lastEventId: string | null): Promise<Following> {
    this.#outlets.add(outlet)
    try {
      return await this.#follow(admitted, caller, outlet, lastEventId)
    } catch (error) {
      this.#outlets.delete(outlet)
      throw error
    }
  }

  stop(): void {
    for (const forget of this.#forget) forget()
  }

  async #follow(
    admitted: Admitted,
    { actor, endsAt }: Caller,
    outlet: Outlet,
    lastEventId: string | null,
  ): Promise<Following> {
    const { schema, audit } = this.#parts
    const plan = asQuery(schema, admitted)
    const wanted = stepsWanted(plan.args['filter'], actor)
    const cursors = this.#cursors.memo(actor.sub)
    const after = lastEventId ?? (plan.args['after'] as string | null | undefined) ?? null
    const from = await this.#placeOf(after, cursors, wanted)
    const [id, follower] = [randomUUID(), new Follower(outlet, from)]
    const key = keyOf(plan, wanted, actor)
    const stream = `stream:${key}`
    const beginning = { follower: id, after: from, hasCursor: after !== null, until: new Date(endsAt) }
    await audit.begins(actor, stream, beginning).catch(() => Promise.reject(unavailable()))
    // Several are asked for in one name, under which the audit has what they are told.
    const shared = isPersonal(plan, actor) ? actor : Object.freeze({ ...actor, org: null, sub: stream })
    const known = this.#groups.get(key) ?? {
      group: this.#groupFor(plan, wanted, shared),
      members: 0,
      told: audit.told.of(),
    }
    outlet.onWritten((bundle) => known.told.wrote(id, bundle))
    known.members += 1
    this.#groups.set(key, known)
    known.group.call()
    void known.group.join(follower, this.#ownTurns.memo(actor.sub))
    const readsPlaces = actor.scopes.includes('oversight:read')
    return {
      cursorAt: cursors.at,
      restingAt: readsPlaces ? cursors.at : cursors.varied,
      seq: () => follower.seq,
      readsPlaces,
      stop: () => {
        outlet.close()
        this.#outlets.delete(outlet)
        void audit.ends(actor, stream)
        known.group.leave(follower)
        known.members -= 1
        if (known.members === 0 && this.#groups.get(key) === known) this.#groups.delete(key)
      },
    }
  }

  /** All come back, each with a cursor that says of which history it is; whom they followed together knows places that are no more. */
  #part(): void {
    this.#groups.clear()
    for (const outlet of this.#outlets) outlet.end(PARTED)
  }

  #groupFor(plan: Plan, wanted: Wanted, actor: Actor): AlertGroup {
    const { feed, gateway, isSynthetic, requestInMs } = this.#parts
    const parts = { plan, wanted, actor, feed, gateway, isSynthetic, requestInMs, turns: this.#turns }
    return new AlertGroup(parts, feed.top() ?? 0)
  }

  async #placeOf(after: string | null, cursors: StreamCursors, wanted: Wanted): Promise<number> {
    const { feed } = this.#parts
    const top = feed.top()
    if (top === null) throw unavailable()
    if (after === null) return top
    const place = cursors.placeIn(after)
    if (place === null) throw invalid()
    const from = await feed.placeOf(place).catch(() => Promise.reject(unavailable()))
    if (from === null) throw invalid()
    if (from >= top) return from
    const { isExpired, count } = await feed.missedSince(from, wanted).catch(() => Promise.reject(unavailable()))
    if (!isExpired) return from
    throw new Refused(
      410,
      'CURSOR_EXPIRED',
      'What came after this cursor is too old to be told again: ask for alerts by a query, and follow from now on.',
      {
        extensions: { missed: count },
      },
    )
  }
}

/** What comes is told all the same; what was told that is no more is not taken back: an end of it may be none. */
const PARTED: StreamEnd = {
  code: 'DATABASE_PUT_BACK',
  message:
    'The database was put back as it was before, and lacks what you were told last: come back with the last cursor, and ask for alerts by a query, since what was told to be over may stand again.',
}
const invalid = () =>
  new Refused(
    400,
    'CURSOR_INVALID',
    'This cursor was not given to you by this stream: ask for alerts by a query, and follow without a cursor.',
  )
const unavailable = () =>
  new Refused(503, 'STREAM_UNAVAILABLE', 'Alerts cannot be followed now: come back in a moment.', {
    headers: { 'retry-after': '2' },
  })

/** Whose rows are by the asker's office or own name, and not by role and states alone. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['MANDATE', 'OWN_WRITING', 'AGREEMENT'])

const isPersonal = ({ isPersonal: asksSo }: Plan, { role }: Actor): boolean =>
  asksSo || OF_ITS_OWN.has(MATRIX[role].rows)

/** Alike for two who are told the same bytes: what they asked for, and every right that decides of it. */
function keyOf(plan: Plan, wanted: Wanted, actor: Actor): string {
  const rights = isPersonal(plan, actor) ? [scopeOf(actor), actor.sub] : [scopeOf({ ...actor, org: null })]
  const parts = JSON.stringify([plan.text, wanted, ...rights])
  return createHash('sha256').update(parts).digest('base64url').slice(0, KEY_LENGTH)
}
