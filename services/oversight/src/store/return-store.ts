/** Whether a return is a plan or was carried out, by the id of its fact. One instance a request. */
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { isId } from '@vigia/law/ids'
import type { LocalDate } from '@vigia/law/local-dates'
import type { Pool } from 'pg'

export interface ReturnFact {
  id: string
  isPlanned: boolean
  /** The day for which it is planned; null of one that was carried out. */
  plannedOn: LocalDate | null
}

const FACTS = `select entity_id as id, entity = 'return_plan' as "isPlanned", case entity when 'return_plan' then detail ->> 'planned_on' end as "plannedOn"
  from oversight.path_fact where entity_id = any ($1::uuid[]) and entity in ('return_plan', 'executed_return')`

export class ReturnStore {
  readonly #byId

  constructor(pool: Pool) {
    this.#byId = batchById<string, ReturnFact>(
      async (ids) => (await pool.query<ReturnFact>({ name: 'returns-of-alerts', text: FACTS, values: [ids] })).rows,
      ({ id }) => id,
    )
  }

  /** Null where the registry does not know such a return. */
  async of(id: string): Promise<ReturnFact | null> {
    return isId(id) ? ((await this.#byId.load(id)) ?? null) : null
  }
}
