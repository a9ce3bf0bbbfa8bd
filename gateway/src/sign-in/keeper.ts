/** Keeps the door: says who asks, by cookie or token, and until when. The one place that knows. */
import type { KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { outOfAgreement } from '@vigia/kit/actor'
import { LRUCache } from 'lru-cache'
import { Bodies } from '../limits/bodies.ts'
import { tooMany } from '../limits/under-way.ts'
import { Refused } from '../request/refused.ts'
import { requestIdOf } from '../request/request-id.ts'
import { type AccessTokens, triedBy } from './access-tokens.ts'
import type { Addresses } from './addresses.ts'
import type { Caller } from './caller.ts'
import {
  type Credential,
  credentialOf,
  isForeign,
  keyOf,
  mayBear,
  readable,
  refuseForeign,
  refuseForeignStream,
  unauthenticated,
  unknowable,
} from './credentials.ts'
import type { Endings } from './endings.ts'
import { codeOfPage, isForAnother } from './for-whom.ts'
import { refusedFor } from './not-known.ts'
import type { PersonalTokens } from './personal-tokens.ts'
import type { SessionStore } from './session-store.ts'

/** What the doors ask about whoever stands before them. */
export interface Keeper {
  /** Who asks, where that can be said without asking anybody; null for all others, who go the longer way. */
  known: (request: IncomingMessage) => Caller | null
  /** Who asks. Throws Refused: 401 for nobody, 400 and 403 for what no page of ours sends, 403 for whose agreement is over, 429 for the like too often, 503 when it cannot be known. */
  identify: (request: IncomingMessage) => Promise<Caller>
  /**
   * Before anything is read of what he sends: whether he shows what is known. Throws Refused as `identify`, which judges proofs and terms besides,
   * and 429 where as much of his is on its way in as may be.
   */
  mayBeHeard: (request: IncomingMessage) => Promise<void>
  /** Whether one more body of whom it is known may come; by `mayBeHeard` it is asked already. */
  mayCome: (request: IncomingMessage, caller: Caller) => boolean
  /** Throws Refused for a stream that is opened by a page of another site. With a socket a page cannot send a header of ours: its origin is all there is. */
  refuseForeignStream: (request: IncomingMessage) => void
  /** From where somebody asks: an address, of IPv6 a network. */
  addressOf: (request: IncomingMessage) => string
  /** As `identify`, for whoever has opened a socket. */
  identifySocket: (handshake: Handshake) => Promise<Caller>
  /** Of these, those who are let in no more, each with why. One question to the database for all. Throws Refused, 503, when it cannot be known. */
  endedOf: (callers: readonly Caller[]) => Promise<ReadonlyMap<Caller, EndOfAccess>>
  /** Of somebody who was let in: whether he is out by now, as far as is known without asking anybody. */
  isOut: (caller: Caller) => boolean
  /** Called after anything ended, by sign-out or from outside. */
  onEnd: (listener: () => void) => () => void
}

/** Somebody was turned out, or has gone; its agreement is over; or the token of a program, which comes back with another. */
export type EndOfAccess = 'SESSION_ENDED' | 'AGREEMENT_ENDED' | 'TOKEN_EXPIRED'

/** A request that opens a socket, and what its client showed once it was open. */
export interface Handshake {
  request: IncomingMessage
  authorization?: string | undefined
  dpop?: string | undefined
}

export interface KeeperParts {
  origins: ReadonlySet<string>
  sessions: SessionStore
  personalTokens: PersonalTokens
  accessTokens: AccessTokens
  endings: Endings
  /** Whoever is not let in is counted against its address. */
  addresses: Addresses
  /** From which a page has what it says to be of its reader. */
  pageKey: KeyObject
  now: () => number
  /** Told of a token that somebody forged, or by a key that nobody knows. */
  denied?: ((requestId: string, why: string) => Promise<void>) | undefined
}

interface Remembered {
  caller: Caller
  boundTo: string | null
  /** Of its pages; null for what is no session. */
  codeOfPage: string | null
  /** Until when it is believed without looking. */
  until: number
  usedAt: number
}

const MOST_REMEMBERED = 10_000
/** A use is written down once in so long. A default of Vigía. */
const BELIEVED_FOR_MS = 60_000

export class DoorKeeper implements Keeper {
  readonly #parts: KeeperParts
  readonly #bodies = new Bodies()
  readonly #remembered = new LRUCache<string, Remembered>({ max: MOST_REMEMBERED })

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  known(request: IncomingMessage): Caller | null {
    const { origins, endings, now } = this.#parts
    if (isForeign(request, origins) || !endings.isFresh()) return null
    const credential = readable(request.headers)
    const remembered = credential && this.#remembered.get(keyOf(credential))
    if (!remembered || remembered.boundTo !== null || !mayBear(credential)) return null
    if (remembered.until <= now() || endings.has(remembered.caller)) return null
    if (outOfAgreement(remembered.caller.actor, now())) return null
    if (isOfAnotherPage(request, remembered)) return null
    remembered.usedAt = now()
    return remembered.caller
  }

  identify(request: IncomingMessage): Promise<Caller> {
    return this.#identify(request).catch((error: unknown) => this.#turnedAway(request, error))
  }

  async mayBeHeard(request: IncomingMessage): Promise<void> {
    const shown = await this.#shownBy(request).catch((error: unknown) => this.#turnedAway(request, error))
    if (!this.mayCome(request, shown.remembered.caller)) throw tooMany()
  }

  mayCome(request: IncomingMessage, { actor }: Caller): boolean {
    return this.#bodies.mayCome(actor.sub, request)
  }

  async #turnedAway(request: IncomingMessage, error: unknown): Promise<never> {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    const { addresses, denied } = this.#parts
    addresses.charge(request)
    const tried = triedBy(error)
    if (tried) await denied?.(requestIdOf(request), tried)
    throw error
  }

  async #shownBy(request: IncomingMessage) {
    const { origins, endings } = this.#parts
    refuseForeign(request, origins)
    const credential = credentialOf(request.headers)
    if (credential.kind === 'none') throw unauthenticated('Sign in, or send a token.', false)
    if (!(await endings.refreshed())) throw unknowable()
    const remembered = await this.#lookUp(credential)
    if (!remembered || endings.has(remembered.caller)) throw refusedFor(credential)
    if (isOfAnotherPage(request, remembered)) throw unauthenticated(ANOTHER_IS_IN, false)
    return { credential, remembered }
  }

  async #identify(request: IncomingMessage): Promise<Caller> {
    const { credential, remembered } = await this.#shownBy(request)
    if (credential.kind === 'access-token') {
      const { accessTokens } = this.#parts
      await accessTokens.checkBinding(request, credential.token, credential.scheme, remembered.boundTo)
    }
    const out = outOfAgreement(remembered.caller.actor, this.#parts.now())
    if (out) throw new Refused(403, out.code, out.sentence)
    return remembered.caller
  }

  refuseForeignStream(request: IncomingMessage): void {
    refuseForeignStream(request, this.#parts.origins)
  }

  addressOf(request: IncomingMessage): string {
    return this.#parts.addresses.of(request)
  }

  async identifySocket({ request, authorization, dpop }: Handshake): Promise<Caller> {
    const shown = { ...(authorization && { authorization }), ...(dpop && { dpop }), 'x-vigia': 'socket' }
    // The handshake itself in all but that: what proves a key names its method and address.
    return this.identify(Object.create(request, { headers: { value: { ...request.headers, ...shown } } }))
  }

  async endedOf(callers: readonly Caller[]): Promise<ReadonlyMap<Caller, EndOfAccess>> {
    const { endings, now, sessions } = this.#parts
    if (!(await endings.refreshed())) throw unknowable()
    const [over, others] = [new Map<Caller, EndOfAccess>(), [] as Caller[]]
    for (const caller of callers) {
      if (endings.has(caller)) over.set(caller, 'SESSION_ENDED')
      else if (outOfAgreement(caller.actor, now())) over.set(caller, 'AGREEMENT_ENDED')
      else if (caller.endsAt <= now()) over.set(caller, caller.by === 'session' ? 'SESSION_ENDED' : 'TOKEN_EXPIRED')
      else if (caller.by === 'session') others.push(caller)
    }
    if (others.length === 0) return over
    const uses = new Map(others.map(({ key }) => [key, this.#usedAt(key)]))
    const holding = await sessions.holding(uses, now())
    for (const caller of others) if (!holding.has(caller.key)) over.set(caller, 'SESSION_ENDED')
    return over
  }

  isOut(caller: Caller): boolean {
    return this.#parts.endings.has(caller)
  }

  onEnd(listener: () => void): () => void {
    return this.#parts.endings.onEnd(listener)
  }

  async #lookUp(credential: Exclude<Credential, { kind: 'none' }>): Promise<Remembered | null> {
    const key = keyOf(credential)
    const now = this.#parts.now()
    const remembered = this.#remembered.get(key)
    if (remembered && remembered.until > now) {
      remembered.usedAt = now
      return remembered
    }
    this.#remembered.delete(key)
    const found = await this.#find(credential, remembered?.usedAt ?? 0).catch((error: unknown) => {
      throw error instanceof Refused ? error : unknowable(error)
    })
    if (!found) return null
    const { caller, boundTo } = found
    const believed = credential.kind === 'access-token' ? caller.endsAt : Math.min(caller.endsAt, now + BELIEVED_FOR_MS)
    const ofPage = credential.kind === 'session' ? codeOfPage(this.#parts.pageKey, caller.actor) : null
    const entry = { caller, boundTo, codeOfPage: ofPage, until: believed, usedAt: now }
    this.#remembered.set(key, entry)
    return entry
  }

  async #find(credential: Exclude<Credential, { kind: 'none' }>, usedAt: number) {
    const { sessions, personalTokens, accessTokens, now } = this.#parts
    if (credential.kind === 'access-token') return accessTokens.verify(credential.token)
    const caller =
      credential.kind === 'session'
        ? await sessions.use(credential.id, now(), usedAt)
        : await personalTokens.use(credential.token, now())
    return caller && { caller, boundTo: null }
  }

  #usedAt(key: string): number {
    return this.#remembered.peek(key)?.usedAt ?? 0
  }
}

const isOfAnotherPage = ({ headers }: IncomingMessage, { codeOfPage: code }: Remembered): boolean =>
  code !== null && isForAnother(headers, code)

const ANOTHER_IS_IN = 'Somebody else has signed in in this browser since: sign in again.'
