/** The steps as the database numbers them: the truth, from which everything else that brings them is made good. */
import type pg from 'pg'
import type { KnownSteps } from './known-steps.ts'
import type { Step } from './step.ts'

/** Called with each place that is given. */
export const CHANNEL = 'vigia_alerts'

export interface Database {
  query: <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<pg.QueryResult<Row>>
}

const COLUMNS = `seq::float8 as seq, alert_id as "alertId", step, severity, kind, state, at`
const AFTER = `select ${COLUMNS} from stream.alert_step where seq > $1 order by seq limit $2`
const TOP = 'select coalesce(max(seq), 0)::float8 as top from stream.alert_step'

const AT_ONCE = 1_000

/** The last place there is. */
export async function topIn(database: Database): Promise<number> {
  const { rows } = await database.query<{ top: number }>({ name: 'top-of-steps', text: TOP })
  return rows[0]?.top ?? 0
}

export async function stepsAfter(database: Database, seq: number, atMost: number): Promise<Step[]> {
  const { rows } = await database.query<Step>({ name: 'steps-after', text: AFTER, values: [seq, atMost] })
  return rows
}

/** Takes all that is not known yet; at first, only where the stream is. */
export async function readOn(database: Database, known: KnownSteps): Promise<void> {
  if (known.top === null) {
    known.begin(await topIn(database))
    return
  }
  for (;;) {
    const steps = await stepsAfter(database, known.top, AT_ONCE)
    known.take(steps)
    if (steps.length < AT_ONCE) return
  }
}
