/** Whoever answers for a receiver: registers it, turns its secrets while all breaks, enables it again once it was given up, asks for what it missed. */
import { setTimeout as pause } from 'node:timers/promises'
import { MOST_FORMER } from '../../services/oversight/src/store/secret-store.ts'
import type { Chance } from '../fuzz/chance.ts'
import { askAt } from './asking.ts'
import { KINDS } from './stories.ts'

interface OwnerParts {
  name: string
  headers: Readonly<Record<string, string>>
  gateways: readonly { url: string; reachedAt: string }[]
  chance: Chance
}

interface Secret {
  shown: string
  /** From when on all that is sent is signed by it too; seconds since 1970. */
  since: number
}

const CREATE = `mutation ($input: WebhookEndpointInput!, $signature: WebhookSignature) {
  createWebhookEndpoint(input: $input, signature: $signature) { secret endpoint { id } } }`
const ROTATE = `mutation ($id: ID!, $signature: WebhookSignature) { rotateWebhookSecret(id: $id, signature: $signature) { secret } }`
const ENABLE = 'mutation ($id: ID!) { enableWebhookEndpoint(id: $id) { endpoint { status } } }'
const REDELIVER =
  'mutation ($id: ID!, $from: DateTime!, $to: DateTime!) { redeliverWebhooks(id: $id, from: $from, to: $to) { count } }'
interface Endpoints {
  edges: { node: { id: string; status: string } }[]
}
const STATUS = '{ webhookEndpoints { edges { node { id status } } } }'

/** Of the looks at his endpoint. */
const SHARE_ROTATED = 0.15
const BETWEEN_LOOKS_MS = 5_000

export class Owner {
  /** How often it was enabled again after it had been given up. */
  enabledAgain = 0
  /** How often its secret was to be turned, and how often he learned of the next one. */
  readonly turns = { asked: 0, learned: 0 }
  readonly #parts: OwnerParts
  readonly #secrets: Secret[] = []
  #id = ''
  readonly #since = new Date()

  constructor(parts: OwnerParts) {
    this.#parts = parts
  }

  get id(): string {
    return this.#id
  }

  /** With each of these whatever was sent then has to be signed. */
  secretsAt(second: number): string[] {
    return this.#secrets.filter(({ since }) => since <= second).map(({ shown }) => shown)
  }

  async register(input: { url: string; description: string; receiptKey: string }): Promise<void> {
    const signature = this.#parts.chance.pick(['V1A', 'V1'])
    const made = await this.#asked<Made>(CREATE, { input: { ...input, kinds: KINDS }, signature })
    const { secret, endpoint } = made?.createWebhookEndpoint ?? {}
    if (!secret || !endpoint) throw new Error(`${this.#parts.name} could not be registered: ${JSON.stringify(made)}`)
    this.#secrets.push({ shown: secret, since: 0 })
    this.#id = endpoint.id
    await this.#asked(ENABLE, { id: this.#id })
  }

  /** Null where nobody could be asked. */
  async status(): Promise<string | null> {
    const found = await this.#asked<{ webhookEndpoints: Endpoints | null }>(STATUS)
    return found?.webhookEndpoints?.edges.find(({ node }) => node.id === this.#id)?.node.status ?? null
  }

  async run(signal: AbortSignal): Promise<void> {
    const { chance } = this.#parts
    while (!signal.aborted) {
      await pause(BETWEEN_LOOKS_MS * (0.5 + chance.below(100) / 100), undefined, { signal }).catch(() => {})
      if (!signal.aborted) await this.look()
    }
  }

  /** Enables it where it is stopped, and turns its secret now and then: of former ones so many sign on, though an answer be lost. */
  async look(): Promise<void> {
    const isToTurn = this.#parts.chance.of(SHARE_ROTATED) && this.turns.asked < MOST_FORMER
    await (isToTurn ? this.#rotate() : this.enable())
  }

  /** Where it is stopped; resolves at once. True when it is active. */
  async enable(): Promise<boolean> {
    const status = await this.status()
    if (status === 'GONE' || status === 'NEW') {
      this.enabledAgain += 1
      await this.#asked(ENABLE, { id: this.#id })
    }
    return status === 'ACTIVE'
  }

  /** Everything of the run once more, where something may have been missed. True when it is asked for. */
  async redeliver(): Promise<boolean> {
    if (this.enabledAgain === 0) return true
    const made = await this.#asked(REDELIVER, { id: this.#id, from: this.#since, to: new Date(Date.now() + 1_000) })
    return made !== null
  }

  /** An answer that is lost takes the new secret with it: the former ones still hold. */
  async #rotate(): Promise<void> {
    const signature = this.#parts.chance.pick(['V1A', 'V1'])
    this.turns.asked += 1
    const made = await this.#asked<Turned>(ROTATE, { id: this.#id, signature })
    const shown = made?.rotateWebhookSecret?.secret
    if (!shown) return
    this.turns.learned += 1
    // Of a second that has begun some messages may have been sent before.
    this.#secrets.push({ shown, since: Math.ceil(Date.now() / 1_000) + 1 })
  }

  async #asked<Data>(query: string, variables: object = {}): Promise<Data | null> {
    const { gateways, headers, chance } = this.#parts
    const { data, code } = await askAt(chance.pick(gateways).reachedAt, headers, query, variables)
    return code === null ? (data as Data) : null
  }
}

interface Made {
  createWebhookEndpoint: { secret: string; endpoint: { id: string } }
}

interface Turned {
  rotateWebhookSecret: { secret: string } | null
}
