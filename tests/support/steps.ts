/** Steps of one alert, written into a database and numbered as the service does it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ScratchDatabase } from './scratch-database.ts'

const ALERT = '00000000-0000-4000-8000-000000000001'
const AN_ALERT = `insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
  values ('${ALERT}', 'OFFICE_SILENT', 'STATE', '07', 'a test', '07', 'RED', now(), now(), now()) on conflict do nothing`
const THREE = `insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
  select '${ALERT}', now(), 'ESCALATED', 'RED', now() from generate_series(1, 3)`
const NUMBER = 'select stream.number_steps(5000)'
const TOP = 'select coalesce(max(seq), 0)::int as top from stream.alert_step'
const BETWEEN_WRITES_IN_MS = 15

export const topOfSteps = async (database: ScratchDatabase): Promise<number> =>
  (await database.query<{ top: number }>(TOP))[0]?.top ?? 0

export async function writeSteps(database: ScratchDatabase): Promise<void> {
  await database.query(AN_ALERT)
  await database.query(THREE)
  await database.query(NUMBER)
}

/** Writes on until it is stopped. */
export function writeOn(database: ScratchDatabase): () => Promise<void> {
  let isOver = false
  const written = (async () => {
    while (!isOver) {
      await writeSteps(database)
      await pause(BETWEEN_WRITES_IN_MS)
    }
  })()
  return async () => {
    isOver = true
    await written
  }
}
