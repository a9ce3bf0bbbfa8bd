/** The product that is asked: at its address, as somebody whom it knows, with everything that it answered kept to be looked at again. */
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import type { ServiceName } from '@vigia/kit/service'
import type { Role } from '@vigia/law/access-matrix'
import { type Sent, sendTo, type Told } from '../../gateway/src/testing/send-raw.ts'

/** What only who has started it knows of it. */
export interface Started {
  /** Of an administrator of its database. */
  databaseUrl: string
  /** What it was started with; another start is told the same, but for what is to be wrong. */
  env: NodeJS.ProcessEnv
  /** Headers of somebody of that role, of whom it has not heard before. */
  somebody: (role: Role) => Promise<Headers>
  /** Headers of a program of the issuer's. */
  aProgram: () => Promise<Headers>
  processesOf: (part: string) => { port: number; pid: number }[]
  /** With which its gateway seals what it asks of that service. */
  keysOf: (service: ServiceName) => EnvelopeKeys
  /** All that its processes have said. */
  said: () => string
  stopDatabase: () => Promise<void>
}

export type Headers = Readonly<Record<string, string>>

export class Product {
  /** Without a path. */
  readonly url: string
  /** Null for one that runs elsewhere. */
  readonly started: Started | null
  /** Of somebody who may not put questions of his own; null where no token is at hand. */
  readonly token: Headers | null
  /** Of the gateway, in the order in which they came. */
  readonly answers: Told[] = []

  constructor(url: string, token: Headers | null, started: Started | null) {
    this.url = url
    this.token = token
    this.started = started
  }

  /** Without a token. */
  async send(sent: Sent): Promise<Told> {
    const told = await sendTo(this.url, sent)
    this.answers.push(told)
    return told
  }

  /** To the graph, as JSON. */
  ask(body: object, headers: Headers = this.token ?? {}): Promise<Told> {
    return this.send({ headers, body: JSON.stringify(body) })
  }
}
