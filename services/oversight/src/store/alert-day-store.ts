/** How many alerts stood open in a state at the end of days that are over: counted when they were. One instance a request. */
import { onceARequest } from '@vigia/kit/figures/period-counts'
import type { AlertSeverity } from '@vigia/law/alert-kinds'
import type { LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { NATION } from '@vigia/law/states'
import type { Pool } from 'pg'

interface Asked {
  days: readonly LocalDate[]
  severities: readonly AlertSeverity[]
}

/** By the state and the day. */
type Open = Map<string, number>

export class AlertDayStore {
  readonly #pool: Pool
  readonly #open: (asked: Asked) => Promise<Open>

  constructor(pool: Pool) {
    this.#pool = pool
    this.#open = onceARequest((asked) => readOpen(pool, asked))
  }

  /** Of a state by its INEGI code, or of all and the nation itself for '00'; null of a day that was not counted. Unit: alerts. */
  async openOn(state: string, day: LocalDate, asked: Asked): Promise<number | null> {
    return (await this.#open(asked)).get(`${state} ${day}`) ?? null
  }

  /** Whether an instant is of a day before the first that was counted, or before today where none is over yet: nothing is known of it. */
  async isBefore(instant: Date, today: LocalDate): Promise<boolean> {
    const { rows } = await this.#pool.query<{ first: LocalDate | null }>({ name: 'first-alert-day', text: FIRST })
    return localDateOf(instant) < (rows[0]?.first ?? today)
  }
}

async function readOpen(pool: Pool, { days, severities }: Asked): Promise<Open> {
  const { rows } = await pool.query<{ state: string; day: LocalDate; n: number }>({
    name: 'alert-days',
    text: OPEN,
    values: [days, severities],
  })
  const open: Open = new Map()
  for (const { state, day, n } of rows) {
    open.set(`${state} ${day}`, (open.get(`${state} ${day}`) ?? 0) + n)
    if (state !== NATION.code) open.set(`${NATION.code} ${day}`, (open.get(`${NATION.code} ${day}`) ?? 0) + n)
  }
  return open
}

const FIRST = 'select min(day)::text as first from oversight.alert_day'
const OPEN = `select state, day::text as day, sum(open)::int as n from oversight.alert_day
  where day = any ($1::date[]) and severity = any ($2) group by 1, 2`
