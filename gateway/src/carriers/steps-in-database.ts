/** The steps as the database numbers them: the truth, from which everything else that brings them is made good. */
import type pg from 'pg'
import { type Epoch, Epochs } from './epochs.ts'
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
const EPOCHS = 'select mark::float8 as mark, first_place::float8 as "firstPlace" from stream.epoch order by id'

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

export async function epochsIn(database: Database): Promise<Epochs> {
  const { rows } = await database.query<Epoch>({ name: 'epochs-of-steps', text: EPOCHS })
  return new Epochs(rows)
}

/** Whether the server that is running has begun its epoch: else it may lack what was told, and nothing tells. */
export async function isSameEpoch(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ same: boolean }>({ text: 'select stream.is_same_epoch() as same' })
  return rows[0]?.same === true
}

/** Takes all that is not known yet; at first, only where the stream is. */
export async function readOn(database: Database, known: KnownSteps): Promise<void> {
  await readEpochs(database, known)
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

/** Takes which epochs there are. Gives whether what was known here is of a history of which the database does not hold all. */
export async function readEpochs(database: Database, known: KnownSteps): Promise<boolean> {
  const epochs = await epochsIn(database)
  const from = epochs.partsFrom(known.epochs)
  if (from === null) return false
  const there = known.at(from)
  const isSame = there !== null && (await isThere(database, there))
  // Another may have brought more meanwhile.
  if (known.at(from) !== there) return readEpochs(database, known)
  const isHeld = isSame || from > (known.top ?? 0)
  if (isHeld) known.goOnIn(epochs)
  else known.part(from, epochs)
  return !isHeld
}

/** Whether the database holds this step at its place. */
export async function isThere(database: Database, step: Step): Promise<boolean> {
  const [same] = await stepsAfter(database, step.seq - 1, 1)
  return same?.seq === step.seq && same.alertId === step.alertId && same.at.getTime() === step.at.getTime()
}
