/** Oversight alone, as it judges what it is told: events are written down as other services write them, and it is asked at any hour. */
import { openPool } from '@vigia/db/open'
import { followAll } from '@vigia/kit/follow'
import { FOLLOWERS, PICTURES } from '../../services/oversight/src/actions/followers.ts'
import { judgeDue } from '../../services/oversight/src/actions/judge-due.ts'
import { scratchDatabase } from './scratch-database.ts'

const COUNTERS = ['position', 'delta', 'day_counter', 'month_counter', 'cube']
const KEPT = [
  ...['alert', 'alert_history', 'alert_day', 'alert_threshold', 'threshold_wave'],
  ...['secretariat_told', 'breach_told', 'work_suspension_told'],
]

export const NOW = new Date('2026-11-25T18:00:00Z')
const HOUR = 3_600_000
export const hours = (n: number) => new Date(NOW.getTime() + n * HOUR)
export const ANA = '00000000-0000-4000-8000-00000000000a'
export const idOf = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`

export const found = (more: object = {}) => ({
  ...{ detected_at: NOW, state: '07', nationality: 'HND', age_group: 'FROM_12_TO_17', accompaniment: 'UNACCOMPANIED' },
  ...{ ppnna_notified_at: NOW, dif_notified_at: NOW, recorded_at: NOW },
  ...more,
})
export const stay = (more: object = {}) => ({
  ...{ facility_id: idOf(90), entered_at: NOW, left_at: null, exit_type: null },
  ...more,
})

export type Judged = Awaited<ReturnType<typeof openJudged>>

export async function openJudged() {
  const database = await scratchDatabase()
  const pool = openPool(database.url)
  let seq = 0
  async function told(source: string, type: string, id: string, payload: object | null, child = ANA) {
    seq += 1
    await database.query(
      `insert into outbox.event (seq, source, type, entity_id, child_id, payload, recorded_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [seq, source, type, id, type.startsWith('facility') ? null : child, payload],
    )
  }
  return {
    ...{ database, pool, told },
    async empty() {
      const tables = [...PICTURES, ...COUNTERS, ...KEPT].map((table) => `oversight.${table}`)
      await database.query(`truncate outbox.event, ${tables.join(', ')}`)
      seq = 0
    },
    /** Ana, found in Chiapas, and a referral centre. */
    async aChild() {
      const { detected_at, ...of } = found()
      await told('children', 'child.recorded', ANA, { ...of, folio: 'F1', first_detected_at: detected_at })
      await told('children', 'detection.recorded', idOf(1), found())
      await told('placements', 'facility.recorded', idOf(90), { type: 'CCAN', state: '07', lifecycle: 'ACKNOWLEDGED' })
    },
    async judgedAt(now: Date) {
      await followAll(pool, { service: 'oversight', followers: FOLLOWERS })
      while ((await judgeDue(pool, now)) > 0);
    },
    alerts: (kind: string) =>
      database.query(
        `select severity, subject, state, facility_id, since, reached_at, rests_on, opened_at, resolved_at, resolved_by, resolved_by_id
         from oversight.alert where kind = $1 order by opened_at, id`,
        [kind],
      ),
    async history(kind: string) {
      const steps = await database.query<{ step: string; severity: string }>(
        `select h.step, h.severity from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
         where a.kind = $1 order by h.id`,
        [kind],
      )
      return steps.map(({ step, severity }) => `${step} ${severity}`)
    },
    async close() {
      await pool.end()
      await database.drop()
    },
  }
}
