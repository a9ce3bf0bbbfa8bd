/** Systems that are told of alerts by webhook, each in its manner; what they are sent is verified before it is believed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@vigia/kit/actor'
import type { Chance } from '../fuzz/chance.ts'
import { eventually } from '../support/eventually.ts'
import type { Network } from './network.ts'
import { Owner } from './owner.ts'
import { aReceiptKey, isSignedBy, signReceipt } from './verified.ts'

/**
 * failing: 500. busy: 429, and when to come again. hanging: nothing. redirecting: to another door, which nobody may knock at. resetting:
 * takes it and cuts. slow: takes it late. endless: takes it, and answers without end. gone: 410, after which its owner enables it again.
 */
export type Manner =
  | 'sound'
  | 'failing'
  | 'busy'
  | 'hanging'
  | 'redirecting'
  | 'resetting'
  | 'slow'
  | 'endless'
  | 'gone'

export interface Message {
  /** Of the header `webhook-id`: the same in every try. */
  id: string
  type: string
  data: { alertId: string; childRef: string | null; kind: string; state: string }
}

interface ReceiverParts {
  name: string
  manners: readonly Manner[]
  actor: Actor
  headers: Readonly<Record<string, string>>
  gateways: readonly { url: string; reachedAt: string }[]
  chance: Chance
}

/** Of the messages of whoever is not sound; of those of one that is gone now and then. */
const [SHARE_OF_TROUBLE, SHARE_GONE] = [0.4, 0.05]
const SLOW_BY_MS = 1_500
const ELSEWHERE = '/elsewhere'
const ENDLESS = Buffer.alloc(64 * 1024, ' ')

export class Receiver {
  readonly name: string
  readonly actor: Actor
  /** In the order in which each was taken first. */
  readonly taken: Message[] = []
  /** Taken again because it had not said that it took it; and again for no such reason. */
  readonly repeats = { byReset: 0, other: 0 }
  tries = 0
  /** What must not be: a message that nobody has signed, a knock at the other door. */
  readonly faults: string[] = []
  readonly owner: Owner
  readonly #chance: Chance
  readonly #receipts = aReceiptKey()
  #manners: readonly Manner[]
  readonly #known = new Set<string>()
  readonly #unsaid = new Set<string>()
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => {}))

  constructor({ name, manners, actor, headers, gateways, chance }: ReceiverParts) {
    this.name = `receiver ${name}`
    this.actor = actor
    this.owner = new Owner({ name: this.name, headers, gateways, chance })
    this.#manners = manners
    this.#chance = chance
  }

  /** Whether the order of its messages is that of what happened: what was missed while it was gone comes after what is new. */
  get isOrdered(): boolean {
    return this.owner.enabledAgain === 0
  }

  /** The key with which its receipts are verified. */
  get receiptKey(): string {
    return this.#receipts.publicKey
  }

  /** Resolves when its endpoint is active. It is reached by a hop that may be troubled. */
  async register(network: Network): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo // a TCP server that listens
    const url = `http://127.0.0.1:${await network.to(`to ${this.name}`, port)}/`
    await this.owner.register({ url, description: this.name, receiptKey: this.receiptKey })
    await eventually(
      () => this.owner.status(),
      (status) => status === 'ACTIVE',
      30_000,
    )
  }

  /** From now on it takes all. */
  mend(): void {
    this.#manners = ['sound']
    this.#server.closeAllConnections()
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    if (request.url === ELSEWHERE) this.faults.push(`${this.name} was followed to another door`)
    const {
      'webhook-id': id = '',
      'webhook-timestamp': timestamp = '',
      'webhook-signature': signatures = '',
    } = request.headers as Readonly<Record<string, string | undefined>>
    const unsigned = this.owner
      .secretsAt(Number(timestamp))
      .filter((secret) => !isSignedBy(secret, { id, timestamp, body }, signatures))
    if (unsigned.length > 0) this.faults.push(`${this.name}: ${id} is not signed by ${unsigned.length} of its secrets`)
    const { type, data } = JSON.parse(body)
    if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }))
    this.tries += 1
    await this.#behave({ id, type, data }, request, response, signReceipt(this.#receipts, id, timestamp))
  }

  async #behave(message: Message, request: IncomingMessage, response: ServerResponse, receipt: string): Promise<void> {
    const manner = this.#chance.pick(this.#manners)
    const isInTrouble = this.#chance.of(manner === 'gone' ? SHARE_GONE : SHARE_OF_TROUBLE)
    switch (isInTrouble ? manner : 'sound') {
      case 'failing':
        return void response.writeHead(500).end()
      case 'busy':
        return void response.writeHead(429, { 'retry-after': '1' }).end()
      case 'redirecting':
        return void response.writeHead(307, { location: ELSEWHERE }).end()
      case 'gone':
        return void response.writeHead(410).end()
      case 'hanging':
        return
      case 'resetting':
        this.#take(message)
        this.#unsaid.add(message.id)
        return void request.socket.destroy()
      case 'endless':
        this.#take(message)
        response.writeHead(200, { 'webhook-receipt': receipt })
        while (!response.destroyed && response.write(ENDLESS)) await pause(1)
        while (!response.destroyed) await pause(50)
        return
      case 'slow':
        await pause(this.#chance.below(SLOW_BY_MS))
    }
    this.#take(message)
    response.writeHead(204, { 'webhook-receipt': receipt }).end()
  }

  #take(message: Message): void {
    const { id } = message
    if (this.#known.has(id)) {
      if (this.#unsaid.delete(id)) this.repeats.byReset += 1
      else this.repeats.other += 1
      return
    }
    this.#known.add(id)
    this.taken.push(message)
  }
}
