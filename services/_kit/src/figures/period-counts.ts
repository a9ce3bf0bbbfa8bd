/** Reads indicators of a service over a period, for all states and the nation, in one statement. */
import { NATION } from '@vigia/law/states'
import type { Pool } from 'pg'
import type { CountFilter, Period } from '../graph/counting.ts'
import type { ServiceName } from '../service.ts'
import { ofVersion } from './of-version.ts'

export type Dimension = 'nationality' | 'age_group' | 'accompaniment'

export interface Asked {
  service: ServiceName
  indicators: readonly string[]
  /** Null for all time: what a stock is now. */
  period: Period | null
  filter: CountFilter | null
  dimensions: readonly Dimension[]
}

interface Row {
  as_of: Date
  indicator: string | null
  state: string
  nationality: string | null
  age_group: string | null
  accompaniment: string | null
  n: number
}

const READ = `
  with version as (
    select coalesce((select as_of from outbox.service_version where service = $1),
                    (select created_at from outbox.registry)) as as_of)
  select version.as_of, counted.* from version
  left join outbox.period_counts($1, $2, $3, $4, $5, $6, $7, $8) counted on true`

/** What was counted. Every state has a number: none counted is 0, since a counter exists as soon as something is. */
export class Counted {
  /** When the figures were true: the version they belong to, not the time of the question. */
  readonly asOf: Date
  readonly #cells = new Map<string, number>()
  readonly #codes = new Map<string, Set<string>>()

  constructor(rows: readonly Row[]) {
    this.asOf = rows[0]?.as_of ?? new Date(0)
    for (const row of rows) this.#add(row)
  }

  /** In a state, or in the nation. */
  of(state: string, indicator: string): number {
    return this.#cells.get(key(state, indicator, '', '')) ?? 0
  }

  /** By the codes of one dimension that counted anything in that state. */
  by(state: string, indicator: string, dimension: Dimension): Map<string, number> {
    const codes = this.#codes.get(`${indicator} ${dimension}`) ?? []
    const cells = [...codes].map(
      (code) => [code, this.#cells.get(key(state, indicator, dimension, code)) ?? 0] as const,
    )
    return new Map(cells.filter(([, n]) => n !== 0))
  }

  #add(row: Row): void {
    const { indicator, state, n } = row
    if (indicator === null) return
    const dimension = (['nationality', 'age_group', 'accompaniment'] as const).find((name) => row[name] !== null)
    const code = dimension ? row[dimension] : null
    if (dimension && code !== null) {
      const known = this.#codes.get(`${indicator} ${dimension}`) ?? new Set()
      this.#codes.set(`${indicator} ${dimension}`, known.add(code))
    }
    for (const place of [state, NATION.code]) {
      const cell = key(place, indicator, dimension ?? '', code ?? '')
      this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + n)
    }
  }
}

function key(state: string, indicator: string, dimension: string, code: string): string {
  return `${state} ${indicator} ${dimension} ${code}`
}

/** One statement for all states. */
export async function periodCounts(pool: Pool, asked: Asked): Promise<Counted> {
  const { service, indicators, period, filter, dimensions } = asked
  const { rows } = await pool.query<Row>({
    name: `period-counts-${service}`,
    text: READ,
    values: [
      service,
      indicators,
      period?.from ?? null,
      period?.to ?? null,
      dimensions,
      filter?.nationality ?? null,
      filter?.ageGroup ?? null,
      filter?.accompaniment ?? null,
    ],
  })
  return new Counted(rows)
}

/** As they were counted at that version of the service, or since (`Told.version`). */
export function countsOfVersion(pool: Pool, asked: Asked, version: string): Promise<Counted> {
  const question = `period-counts ${JSON.stringify(asked)}`
  return ofVersion(pool, { question, version }, () => periodCounts(pool, asked))
}

/** The same question within one request is asked once: thirty-two states and the nation share the answer. */
export function onceARequest<Question, Answer>(ask: (question: Question) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>()
  return (question: Question): Promise<Answer> => {
    const key = JSON.stringify(question)
    const known = answers.get(key)
    if (known) return known
    const answer = ask(question)
    answers.set(key, answer)
    return answer
  }
}
