/** What the database itself gives who oversees one side: of others no row, but in the views that tell of them what is told (security.md 3.2). */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const CNDH = anActor('ombudsperson-federal')
const CEDH = anActor('ombudsperson-state')
const SECRETARY = anActor('state-secretary')

let world: BothSides
beforeAll(async () => {
  world = await openBothSides()
  await world.database.query(
    `insert into returns.return_checklist (return_id, child_id, source, items, batch_id)
     select id, child_id, 'INM', '{}', batch_id from returns.executed_return`,
  )
})
afterAll(() => world.stop())

const TABLES = [
  ['children', 'detection', [1, 2], [1, 2]],
  ['children', 'migration_document', [1, 0], [0, 1]],
  ['children', 'asylum_claim', [1, 0], [0, 1]],
  ['placements', 'stay', [2, 4], [2, 4]],
  ['placements', 'urgent_measure', [1, 2], [1, 2]],
  ['representation', 'protection_case', [0, 2], [1, 1]],
  ['representation', 'determination', [1, 1], [1, 1]],
  ['representation', 'restitution_plan', [0, 1], [1, 0]],
  ['representation', 'representation', [0, 1], [1, 0]],
  ['representation', 'counsel_request', [0, 1], [1, 0]],
  ['returns', 'executed_return', [1, 0], [0, 1]],
  ['returns', 'return_plan', [1, 0], [0, 1]],
] as const
const OF_ACTS = [
  ['children', 'detection_evidence', 1, 1],
  ['children', 'identifier', 6, 4],
  ['children', 'identifier_ref', 0, 2],
  ['placements', 'stay_ledger', 2, 2],
  ['representation', 'plan_measure', 0, 1],
  ['representation', 'follow_up', 0, 1],
  ['returns', 'return_standing', 1, 0],
  ['returns', 'return_checklist', 1, 0],
] as const

const rowsOf = async (service: ServiceName, table: string, actor: Actor): Promise<unknown[]> => {
  const login = readerUrl(service as 'children', world.database.url)
  const rows = await underContext(login, signedContext(keyOf(login), rowContextOf(actor)), `select from ${table}`)
  return Array.isArray(rows) ? rows : [rows]
}

test.each(TABLES)(
  'the database gives who oversees one side its own rows of %s.%s, and of the others what is told',
  async (service, table, federal, state) => {
    const [all] = await world.database.query<{ n: number }>(`select count(*)::int as n from ${service}.${table}`)
    for (const [actor, [own, others]] of [
      [CNDH, federal],
      [CEDH, state],
    ] as const) {
      expect((await rowsOf(service, `${service}.${table}`, actor)).length).toBe(own)
      expect((await rowsOf(service, `${service}.${table}_of_others`, actor)).length).toBe(others)
      expect(own + others).toBe(all?.n)
    }
    expect((await rowsOf(service, `${service}.${table}`, anActor('federal-secretary'))).length).toBe(all?.n)
    expect(await rowsOf(service, `${service}.${table}_of_others`, SECRETARY)).toEqual([])
    // Of a child beyond the rows of the asker there is nothing at all, and so for who oversees one side in other states.
    const elsewhere = anActor('ombudsperson-state', { states: ['01'] })
    expect(await rowsOf(service, `${service}.${table}_of_others`, elsewhere)).toEqual([])
  },
)

test.each(OF_ACTS)(
  'the database gives what belongs to an act, in %s.%s, as it gives the act',
  async (service, table, federal, state) => {
    expect((await rowsOf(service, `${service}.${table}`, CNDH)).length).toBe(federal)
    expect((await rowsOf(service, `${service}.${table}`, CEDH)).length).toBe(state)
  },
)

test('a plan that was made for who oversees nobody finds nothing for who oversees one side', async () => {
  const login = readerUrl('placements', world.database.url)
  const under = (sql: readonly string[]) =>
    underContext(login, signedContext(keyOf(login), rowContextOf(CNDH)), sql) as Promise<unknown[]>
  const stays = 'select id from placements.stay'

  expect(await under([stays])).toHaveLength(2)
  expect(await under(["select set_config('app.side', 'NONE', true)", stays])).toEqual([])
})
