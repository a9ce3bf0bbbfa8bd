/**
 * Steps brought by JetStream: one gateway relays what the database has numbered, and every gateway follows. The database stays the truth:
 * where NATS is away, late, or lacks something, what is missing is read there, at once or within two seconds.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { NatsConnection } from '@nats-io/transport-node'
import { isDatabaseAway } from '@vigia/kit/database-faults'
import type pg from 'pg'
import { DatabaseWatch } from '../database-watch.ts'
import { ALERTS_WAIT, type Carrying } from './by-postgres.ts'
import type { KnownSteps } from './known-steps.ts'
import { NatsLink } from './nats-link.ts'
import type { NatsSettings } from './nats-settings.ts'
import { Punctuality } from './punctuality.ts'
import { endOfOurs, Relay } from './relay.ts'
import { stepSeal } from './sealed-step.ts'
import type { Carrier, Step } from './step.ts'
import { type StepStream, stepStream } from './step-stream.ts'
import { CHANNEL, readEpochs, readOn, topIn } from './steps-in-database.ts'

export interface CarryingByNats extends Carrying {
  nats: NatsSettings
  /** For what is read beside the watch. */
  pool: pg.Pool
  /** Keys that every gateway of this registry derives alike. */
  keyFor: (purpose: string) => Buffer
}

const AGAIN_IN_MS = 250

export class CarriedByNats implements Carrier {
  readonly #carrying: CarryingByNats
  readonly #known: KnownSteps
  readonly #relay = new Relay()
  readonly #punctuality: Punctuality
  readonly #watch: DatabaseWatch
  readonly #link: NatsLink
  /** While there is a connection. */
  #stream: StepStream | null = null
  /** How far NATS has brought the steps; null while nobody follows it. */
  #brought: number | null = null
  /** On which of the watch's connections the database calls. */
  #listening: pg.Client | null = null
  #isDatabaseLost = false

  constructor(carrying: CarryingByNats) {
    const { databaseUrl, nats, known, log } = carrying
    this.#carrying = carrying
    this.#known = known
    this.#punctuality = new Punctuality(nats.where, log)
    this.#watch = new DatabaseWatch({
      databaseUrl,
      channel: null,
      look: (client) => this.#look(client),
      lost: (why) => this.#databaseLost(why),
    })
    this.#link = new NatsLink({
      nats,
      follow: (connection) => this.#follow(connection),
      lost: (why) => this.#punctuality.lacks(why),
    })
  }

  check = async (): Promise<void> => {
    if (!this.#punctuality.isKept) throw new Error('NATS does not bring the alerts')
  }

  async stop(): Promise<void> {
    await this.#watch.stop()
    await this.#link.stop()
  }

  async #look(client: pg.Client): Promise<void> {
    if (this.#known.top === null || (await readEpochs(client, this.#known))) await readOn(client, this.#known)
    const stream = this.#stream
    const isRelay = await this.#relay.isHere(client, stream !== null)
    await this.#listen(client, isRelay || !this.#punctuality.isKept)
    const fault = isRelay && stream ? await this.#relay.round(client, stream) : null
    // What a connection ends with, the link says.
    if (fault && stream?.isOpen()) this.#punctuality.lacks(fault)
    this.#punctuality.judge(this.#brought, await topIn(client), performance.now())
    if (!this.#punctuality.isKept) {
      await this.#listen(client, true)
      await readOn(client, this.#known)
    }
    this.#isDatabaseLost = false
  }

  /** The database calls whoever relays, and whoever has nothing else: not every gateway for every step. */
  async #listen(client: pg.Client, isWanted: boolean): Promise<void> {
    if (isWanted === (this.#listening === client)) return
    await client.query(`${isWanted ? 'listen' : 'unlisten'} ${CHANNEL}`)
    this.#listening = isWanted ? client : null
  }

  #databaseLost(why: string): void {
    if (!this.#isDatabaseLost) this.#carrying.log(ALERTS_WAIT + why)
    this.#isDatabaseLost = true
  }

  async #follow(connection: NatsConnection): Promise<void> {
    const { databaseUrl, keyFor } = this.#carrying
    const registry = new URL(databaseUrl).pathname
    const id = keyFor(`name of the stream of ${registry}`).toString('hex', 0, 8)
    const stream = await stepStream(connection, id, stepSeal(keyFor('steps carried by NATS'), registry))
    this.#stream = stream
    try {
      while (stream.isOpen()) {
        await this.#followWhileItIsOurs(stream).catch((fault: Error) => {
          if (stream.isOpen() && !isDatabaseAway(fault)) this.#punctuality.lacks(fault.message)
        })
        this.#stopped()
        await wait(AGAIN_IN_MS)
      }
    } finally {
      this.#stream = null
      this.#stopped()
    }
  }

  /** Wakes the relay that may be here, which makes a stream that is not there. */
  #stopped(): void {
    this.#brought = null
    this.#relay.doubt()
    this.#watch.call()
  }

  async #followWhileItIsOurs(stream: StepStream): Promise<void> {
    const { pool } = this.#carrying
    const end = await endOfOurs(pool, stream)
    if (end === null) return
    await readOn(pool, this.#known)
    this.#brought = end
    this.#watch.call()
    const { epochs } = this.#known
    for await (const step of stream.from(end + 1)) {
      // It may tell of a history that the database no longer holds.
      if (this.#known.epochs !== epochs) return
      await this.#take(step)
      this.#brought = step.seq
    }
  }

  async #take(step: Step): Promise<void> {
    const { pool, log, nats } = this.#carrying
    const next = (this.#known.top ?? 0) + 1
    if (step.seq > next) {
      log(
        `NATS at ${nats.where} lacks the steps ${next} to ${step.seq - 1} of alerts: they are read from the database.`,
      )
      await readOn(pool, this.#known)
    }
    this.#known.take([step])
  }
}
