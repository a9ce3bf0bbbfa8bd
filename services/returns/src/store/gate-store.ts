/**
 * Reads what a gate is answered from. Each question is one statement, the same for a number of the asker's own office, of another
 * and of nobody: how long it takes tells nothing.
 */
import type { Actor } from '@vigia/kit/actor'
import type { Pool } from 'pg'
import type { ConsularAct, Document } from '../rules/gates.ts'

/** The child of the number, where the asker's office found it, and what permits of what stands of that child. */
export interface Asked<Row> {
  childId: string | null
  rows: readonly Row[]
}

/** Views that hold a row for each detection of the asker's office, and beside it what permits, where something does. */
const of = (columns: string, key: string, view: string) => `
  select child_id as "childId", ${key} is not null as "isThere", ${columns}
  from returns.${view} where acta = $1 and state = any ($2::char(2)[])`

const DETERMINATIONS = of(
  'determination_id as id, decided_at as "decidedAt", outcome, authority, number',
  'determination_id',
  'gate_of_return',
)
const CONSULAR_ACTS = of('is_permitted as "isPermitted", acted_on::text as "actedOn"', 'case_id', 'gate_of_consulate')

export class GateStore {
  readonly #pool: Pool
  readonly #states: readonly string[]

  /** An actor of no state has written nothing. */
  constructor(pool: Pool, { states }: Actor) {
    this.#pool = pool
    this.#states = states ?? []
  }

  determinations(number: string): Promise<Asked<Document>> {
    return this.#ask<Document>(DETERMINATIONS, number)
  }

  consularActs(number: string): Promise<Asked<ConsularAct>> {
    return this.#ask<ConsularAct>(CONSULAR_ACTS, number)
  }

  async #ask<Row>(text: string, number: string): Promise<Asked<Row>> {
    const { rows } = await this.#pool.query<Row & { childId: string; isThere: boolean }>(text, [number, this.#states])
    return { childId: rows[0]?.childId ?? null, rows: rows.filter(({ isThere }) => isThere) }
  }
}
