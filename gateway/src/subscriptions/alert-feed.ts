/** The steps of alerts in their order, as the database numbers them: known at once when it calls, and looked up every second. */
import { openPool } from '@vigia/db/open'
import { keyOfService } from '@vigia/kit/key-of-service'
import { REPLAYED_DAYS } from '@vigia/law/terms-of-partners'
import type pg from 'pg'
import { DatabaseWatch } from '../database-watch.ts'

export interface Step {
  seq: number
  alertId: string
  step: string
  severity: string
  kind: string
  state: string
  at: Date
}

/** What was missed by whoever comes back. */
export interface Missed {
  count: number
  /** Whether the first of it is older than what is replayed. */
  isExpired: boolean
}

/** Which steps somebody is told of. Null: all. */
export interface Wanted {
  states: readonly string[] | null
  kinds: readonly string[] | null
  severities: readonly string[] | null
  steps: readonly string[]
}

/** Where a stream of alerts reads from. */
export interface Feed {
  /** The last place that is known here; null before anything is known. */
  top: () => number | null
  /** The last place there is; rejects while the database is away. */
  newest: () => Promise<number>
  /** The next steps after a place, in their order. */
  after: (seq: number, atMost: number) => Promise<readonly Step[]>
  missedSince: (seq: number, wanted: Wanted) => Promise<Missed>
  /** Calls back when there are more, until the returned function is called. */
  onSteps: (listener: () => void) => () => void
}

const CHANNEL = 'vigia_alerts'
const COLUMNS = `seq::float8 as seq, alert_id as "alertId", step, severity, kind, state, at`
const AFTER = `select ${COLUMNS} from stream.alert_step where seq > $1 order by seq limit $2`
const TOP = 'select coalesce(max(seq), 0)::float8 as top from stream.alert_step'
const MISSED = `select coalesce((select told_at < now() - interval '${REPLAYED_DAYS} days' from stream.alert_step where seq > $1 order by seq limit 1), false)
    as "isExpired",
  (select count(*) from stream.alert_step where seq > $1 and step = any ($2) and ($3::text[] is null or state = any ($3))
    and ($4::text[] is null or kind = any ($4)) and ($5::text[] is null or severity = any ($5)))::int as count`

const AT_ONCE = 1_000
/** What is asked for again and again after a break of all connections need not be read each time. */
const REMEMBERED = 5_000
const CONNECTIONS = 3

export class AlertFeed implements Feed {
  readonly #pool: pg.Pool
  readonly #watch: DatabaseWatch
  readonly #listeners = new Set<() => void>()
  #top: number | null = null
  /** The last steps without a gap, up to the top. */
  #recent: Step[] = []

  constructor(databaseUrl: string, log: (sentence: string) => void) {
    this.#pool = openPool(databaseUrl, CONNECTIONS)
    let isLost = false
    this.#watch = new DatabaseWatch({
      databaseUrl,
      channel: CHANNEL,
      look: async (client) => {
        await this.#look(client)
        isLost = false
      },
      lost: (why) => {
        if (!isLost) log(`Alerts wait until the database tells of them again: ${why}`)
        isLost = true
      },
    })
  }

  top(): number | null {
    return this.#top
  }

  async newest(): Promise<number> {
    const { rows } = await this.#pool.query<{ top: number }>(TOP)
    return rows[0]?.top ?? 0
  }

  async after(seq: number, atMost: number): Promise<readonly Step[]> {
    if (seq >= (this.#top ?? 0)) return []
    const first = this.#recent[0]?.seq
    if (first !== undefined && seq >= first - 1) return this.#recent.slice(seq - first + 1, seq - first + 1 + atMost)
    const { rows } = await this.#pool.query<Step>({ name: 'steps-after', text: AFTER, values: [seq, atMost] })
    return rows
  }

  async missedSince(seq: number, { steps, states, kinds, severities }: Wanted): Promise<Missed> {
    const { rows } = await this.#pool.query<Missed>(MISSED, [seq, steps, states, kinds, severities])
    return rows[0] ?? { count: 0, isExpired: false }
  }

  onSteps(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A key that every gateway with this login derives alike. */
  keyFor(purpose: string): Buffer {
    return keyOfService(this.#pool, purpose)
  }

  async stop(): Promise<void> {
    await this.#watch.stop()
    await this.#pool.end()
  }

  async #look(client: pg.Client): Promise<void> {
    if (this.#top === null) {
      const { rows } = await client.query<{ top: number }>(TOP)
      this.#top = rows[0]?.top ?? 0
      return
    }
    for (;;) {
      const values: unknown[] = [this.#top, AT_ONCE]
      const { rows } = await client.query<Step>({ name: 'steps-after', text: AFTER, values })
      const last: Step | undefined = rows.at(-1)
      if (!last) return
      this.#recent = [...this.#recent, ...rows].slice(-REMEMBERED)
      this.#top = last.seq
      for (const listener of this.#listeners) listener()
      if (rows.length < AT_ONCE) return
    }
  }
}
