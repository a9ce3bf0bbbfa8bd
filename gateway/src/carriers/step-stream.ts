/**
 * The stream of JetStream in which the steps of one registry stand. The place of a step is the number of its message: JetStream takes one
 * only right behind the one before, so that however many write, nothing is left out, taken twice or overtaken.
 */
import { DeliverPolicy, DiscardPolicy, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { StepSeal } from './sealed-step.ts'
import type { Step } from './step.ts'

/** Where the stream ends, and the step that stands there while it is kept. */
interface End {
  seq: number
  step: Step | null
}

export interface StepStream {
  /** Whether there is a connection to it. */
  isOpen: () => boolean
  /** Null where there is none. Throws what cannot be opened. */
  end: () => Promise<End | null>
  /** Makes it anew, for what comes after this place. */
  beginAfter: (seq: number) => Promise<void>
  /** The next steps, in their order. Rejects where another has been faster. */
  append: (steps: readonly Step[]) => Promise<void>
  /** From a place on, or from the first that is still kept; ends with the stream or the connection, and throws what cannot be opened. */
  from: (seq: number) => AsyncGenerator<Step>
}

/** A gateway that is farther behind reads the database. A default of Vigía: some three megabytes at most, in memory alone. */
const KEPT = { max_msgs: 10_000, max_age: 3_600_000_000_000 } // nanoseconds
const ANSWERED_WITHIN_MS = 2_000
const AHEAD = 256
const ASKED_FOR_MS = 10_000
const SIGN_OF_LIFE_MS = 1_000
const NOT_FOUND = new Set(['stream not found', 'no message found'])

const nullWhenNotFound = (error: unknown): null => {
  if (error instanceof Error && NOT_FOUND.has(error.message)) return null
  throw error
}

/** `id` tells the registries apart that share a NATS. */
export async function stepStream(connection: NatsConnection, id: string, seal: StepSeal): Promise<StepStream> {
  const [name, subject] = [`VIGIA_ALERTS_${id}`, `vigia.alerts.${id}`]
  const { streams } = await jetstreamManager(connection, { timeout: ANSWERED_WITHIN_MS })
  const client = jetstream(connection, { timeout: ANSWERED_WITHIN_MS })

  async function* from(seq: number): AsyncGenerator<Step> {
    const consumer = await client.consumers.get(name, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: seq,
    })
    const asked = { max_messages: AHEAD, expires: ASKED_FOR_MS, idle_heartbeat: SIGN_OF_LIFE_MS }
    const messages = await consumer.consume({ ...asked, abort_on_missing_resource: true })
    try {
      for await (const message of messages) yield seal.open(message.seq, message.data)
    } finally {
      messages.stop()
      if (!connection.isClosed()) await consumer.delete().catch(() => false)
    }
  }

  return {
    from,
    isOpen: () => !connection.isClosed(),
    async end() {
      const found = await streams.info(name).catch(nullWhenNotFound)
      if (!found) return null
      const seq = found.state.last_seq
      if (found.state.messages === 0) return { seq, step: null }
      const message = await streams.getMessage(name, { seq }).catch(nullWhenNotFound)
      return { seq, step: message && seal.open(seq, message.data) }
    },
    async beginAfter(seq) {
      await streams.delete(name).catch(nullWhenNotFound)
      const { state } = await streams.add({
        ...KEPT,
        name,
        subjects: [subject],
        storage: StorageType.Memory,
        discard: DiscardPolicy.Old,
        first_seq: seq + 1,
      })
      if (state.last_seq !== seq) throw new Error('its streams begin at 1: NATS 2.10 or newer is needed')
    },
    async append(steps) {
      const put = (step: Step) =>
        client.publish(subject, seal.seal(step), { expect: { streamName: name, lastSequence: step.seq - 1 } })
      await Promise.all(steps.map(put))
    },
  }
}
