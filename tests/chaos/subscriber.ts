/** Somebody who follows alerts through a run: drops and comes back at random, at any gateway, with the last cursor or an earlier one. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@vigia/kit/actor'
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import type { Chance } from '../fuzz/chance.ts'
import type { AlertEvent, Connect } from './connection.ts'
import { type SeesAs, seenByPartner } from './sees-as.ts'

export interface SubscriberParts {
  name: string
  actor: Actor
  connect: Connect
  headers: Readonly<Record<string, string>>
  gateways: readonly { reachedAt: string }[]
  chance: Chance
  /** Which steps it asks for; null for what is told unasked. */
  steps?: readonly string[]
}

/** An event as it came first. */
export interface Received extends AlertEvent {
  isPartial: boolean
  receivedAt: number
}

/** What a break of the registry may end a stream with. Anything else is a fault of it. */
const EXPECTED_ENDS =
  /^(?:DROPPED|NOT_REACHED|ENDED|COMPLETE|CLOSED|SUBGRAPH_UNAVAILABLE|DATABASE_PUT_BACK|STREAM_UNAVAILABLE|SESSION_ENDED|SIGN_IN_UNAVAILABLE|STARTING|STATUS 50[0-4])/
const STAYS_FOR_MS = [300, 8_000] as const
const COMES_BACK_WITHIN_MS = 700
/** Comes back with a cursor from before its last, as a program that had not saved it. */
const SHARE_WITH_AN_OLD_CURSOR = 0.2
const AS_OLD_AS = 5
const FIELDS = 'id cursor kind step severity state { code }'
const [OF_A_PARTNER, OF_OTHERS] = ['childRef', 'seq child { folio }']

export class Subscriber {
  readonly #parts: SubscriberParts
  readonly #query: string
  readonly #known = new Set<string>()
  /** The last places it was told of, the newest last. */
  #cursors: string[] = []
  #stays = true
  /** In the order in which they came first. */
  readonly received: Received[] = []
  /** Told again because it came back with an earlier cursor; and told again for no such reason. */
  readonly repeats = { byResume: 0, other: 0 }
  resumes = 0
  readonly ends: Record<string, number> = {}
  /** Ends that no break of a process explains. */
  readonly faults: string[] = []

  constructor(parts: SubscriberParts) {
    this.#parts = parts
    const besides = parts.actor.role === 'partner' ? OF_A_PARTNER : OF_OTHERS
    const filter = parts.steps ? `, filter: { steps: [${parts.steps.join(', ')}] }` : ''
    this.#query = `subscription ($after: String) { alertRaised(after: $after${filter}) { ${FIELDS} ${besides} } }`
  }

  get name(): string {
    return this.#parts.name
  }

  /** Null for the whole country. */
  get states(): readonly string[] | null {
    return this.#parts.actor.states
  }

  get steps(): readonly string[] {
    return this.#parts.steps ?? TOLD_UNASKED
  }

  /** As it may know them: a partner by words of its own key. */
  get seesAs(): SeesAs | null {
    const { actor } = this.#parts
    return actor.role === 'partner' ? seenByPartner(actor) : null
  }

  /** Whether it knows from where to come back. */
  get hasBegun(): boolean {
    return this.#cursors.length > 0
  }

  /** From now on it drops nothing of its own will. */
  stay(): void {
    this.#stays = true
  }

  roam(): void {
    this.#stays = false
  }

  async run(signal: AbortSignal): Promise<void> {
    const { chance, gateways, connect, headers, name } = this.#parts
    while (!signal.aborted) {
      const { reachedAt: url } = chance.pick(gateways)
      const isOld = this.hasBegun && chance.of(SHARE_WITH_AN_OLD_CURSOR)
      const after = this.#cursors.at(isOld ? -1 - chance.below(this.#cursors.length) : -1) ?? null
      const own = new AbortController()
      const dropping = this.#dropLater(own, chance)
      const both = AbortSignal.any([signal, own.signal])
      const connection = { toldBefore: new Set(this.#known), here: new Set<string>() }
      const end = await connect({
        ...{ url, headers, after, query: this.#query, signal: both },
        onEvent: (event, isPartial) => this.#take(event, isPartial, connection),
        onCursor: (cursor) => this.#moveTo(cursor),
      })
      clearInterval(dropping)
      this.#ended(end, name)
      this.resumes += 1
      await pause(chance.below(COMES_BACK_WITHIN_MS), undefined, { signal }).catch(() => {})
    }
  }

  /** While it roams it stays for a while; whoever began to stay is not dropped any more. */
  #dropLater(own: AbortController, chance: Chance): NodeJS.Timeout {
    const [least, most] = STAYS_FOR_MS
    const until = Date.now() + least + chance.below(most - least)
    return setInterval(() => {
      if (!this.#stays && Date.now() > until) own.abort()
    }, 50)
  }

  #take(event: AlertEvent, isPartial: boolean, { toldBefore, here }: Connection): void {
    const { cursor } = event
    if (here.has(cursor)) this.repeats.other += 1
    else if (toldBefore.has(cursor)) this.repeats.byResume += 1
    here.add(cursor)
    if (!this.#known.has(cursor)) this.received.push({ ...event, isPartial, receivedAt: Date.now() })
    this.#known.add(cursor)
    this.#moveTo(cursor)
  }

  #moveTo(cursor: string): void {
    if (this.#cursors.at(-1) === cursor) return
    this.#cursors = [...this.#cursors, cursor].slice(-AS_OLD_AS)
  }

  #ended(end: string, name: string): void {
    const kind = end
      .split(' ')
      .slice(0, end.startsWith('CLOSED') ? 2 : 1)
      .join(' ')
    this.ends[kind] = (this.ends[kind] ?? 0) + 1
    if (!EXPECTED_ENDS.test(end)) this.faults.push(`${name} was turned away: ${end}`)
  }
}

interface Connection {
  /** What had been told before it was opened. */
  toldBefore: ReadonlySet<string>
  here: Set<string>
}
