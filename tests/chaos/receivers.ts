/** Systems that are told of alerts by webhook: one takes all, one answers 500, one hangs, one takes and resets, one is slow. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor } from '@vigia/kit/actor'
import type { Chance } from '../fuzz/chance.ts'
import { eventually } from '../support/eventually.ts'
import { KINDS } from './stories.ts'

export const MANNERS = ['sound', 'failing', 'hanging', 'resetting', 'slow'] as const
type Manner = (typeof MANNERS)[number]

export interface Message {
  /** Of the header `webhook-id`: the same in every try. */
  id: string
  type: string
  data: { alertId: string; kind: string; state: string }
}

interface Owner {
  actor: Actor
  headers: Readonly<Record<string, string>>
  /** Of a gateway, without a path. */
  url: string
}

/** Of the messages of whoever is not sound. */
const SHARE_OF_TROUBLE = 0.4
const SLOW_BY_MS = 1_500
const CREATE = `mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }`
const ENABLE = `mutation ($id: ID!) { enableWebhookEndpoint(id: $id) { endpoint { status } } }`
const STATUS = '{ webhookEndpoints { id status } }'

export class Receiver {
  readonly name: string
  readonly actor: Actor
  /** In the order in which each was taken first. */
  readonly taken: Message[] = []
  /** Taken again because it had not said that it took it; and again for no such reason. */
  readonly repeats = { byReset: 0, other: 0 }
  tries = 0
  readonly #chance: Chance
  #manner: Manner
  readonly #known = new Set<string>()
  readonly #unsaid = new Set<string>()
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => {}))

  constructor(manner: Manner, actor: Actor, chance: Chance) {
    this.name = `receiver ${actor.role} ${manner}`
    this.actor = actor
    this.#manner = manner
    this.#chance = chance
  }

  /** Resolves when its endpoint is active. */
  async register({ headers, url }: Omit<Owner, 'actor'>): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo // a TCP server that listens
    const ask = async (query: string, variables: object = {}) => {
      const body = JSON.stringify({ query, variables })
      const answer = await fetch(`${url}/graphql`, {
        ...{ method: 'POST', body },
        headers: { ...headers, 'content-type': 'application/json' },
      })
      return answer.json()
    }
    const input = { url: `http://127.0.0.1:${port}/`, description: this.name, kinds: KINDS }
    const made = await ask(CREATE, { input })
    const id: string | undefined = made.data?.createWebhookEndpoint?.endpoint.id
    if (!id) throw new Error(`${this.name} could not be registered: ${JSON.stringify(made)}`)
    await ask(ENABLE, { id })
    await eventually(
      () => ask(STATUS),
      ({ data }) => data?.webhookEndpoints?.some((one: { status: string }) => one.status === 'ACTIVE') === true,
      30_000,
    )
  }

  /** From now on it takes all. */
  mend(): void {
    this.#manner = 'sound'
    this.#server.closeAllConnections()
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const bytes of request) body += bytes
    const { type, data } = JSON.parse(body)
    if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }))
    this.tries += 1
    const message = { id: String(request.headers['webhook-id']), type, data }
    const manner = this.#chance.of(SHARE_OF_TROUBLE) ? this.#manner : 'sound'
    switch (manner) {
      case 'failing':
        return void response.writeHead(500).end()
      case 'hanging':
        return
      case 'resetting':
        this.#take(message)
        this.#unsaid.add(message.id)
        return void request.socket.destroy()
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, this.#chance.below(SLOW_BY_MS)))
    }
    this.#take(message)
    response.writeHead(204).end()
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
