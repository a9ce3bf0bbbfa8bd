/** Which states and which counsel know of a child is given, by the database itself, to none but those who know of it by these. */
import { randomUUID } from 'node:crypto'
import { type Answering, readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { ROLES } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { anActor } from '../support/asking.ts'
import { keptPool } from '../support/kept-pools.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const SERVICES: readonly Answering[] = ['children', 'placements', 'representation', 'returns']
const [CHILD, COUNSEL] = [randomUUID(), '1234567']

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  for (const service of SERVICES)
    await database.query(`insert into ${service}.child_sight (child_id, states, parties) values ($1, '{07,27}', $2)`, [
      CHILD,
      [COUNSEL],
    ])
})
afterAll(() => database.drop())

/** In how many services the actor is given that row. */
async function given(actor: Actor): Promise<number> {
  let services = 0
  for (const service of SERVICES) {
    const login = readerUrl(service, database.url)
    const context = signedContext(keyOf(login), rowContextOf(actor))
    const rows = await underContext(login, context, `select states, parties from ${service}.child_sight`)
    if (rows.length > 0) services += 1
  }
  return services
}

const OF_ROLES = ROLES.map((role): [Actor['role'], Actor] => [
  role,
  anActor(role, {
    ...(role === 'partner' && { agreement: AN_AGREEMENT }),
    ...(role === 'independent-counsel' && { counsel: [COUNSEL] }),
  }),
])

test.each(OF_ROLES)('%s', async (role, actor) => {
  const knows = role === 'state-secretary' || role === 'independent-counsel'

  expect(await given(actor)).toBe(knows ? SERVICES.length : 0)
})

test.each([
  ['a secretary of another state', anActor('state-secretary', { states: ['31'] })],
  ['other counsel', anActor('independent-counsel', { counsel: ['7654321'] })],
])('nor %s', async (_who, actor) => {
  expect(await given(actor)).toBe(0)
})

test('what figures are counted from in nobody’s name holds no stay that is over, and no notice on which a file was opened', async () => {
  await database.query(
    `insert into placements.stay_ledger (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
     select gen_random_uuid(), $1, gen_random_uuid(), 'CARE', '07', '2026-03-01', left_at, 'HND', 'FROM_0_TO_11', 'SEPARATED'
     from (values (null), ('2026-03-02'::timestamptz)) s (left_at)`,
    [CHILD],
  )
  await database.query(
    `insert into representation.case_ledger (child_id, state, notified_at, opened_at, nationality, age_group, accompaniment)
     select gen_random_uuid(), '07', '2026-03-01', opened_at, 'HND', 'FROM_0_TO_11', 'SEPARATED'
     from (values (null), ('2026-03-02'::timestamptz)) c (opened_at)`,
  )
  const counted = (service: Answering, rows: string) =>
    keptPool(readerUrl(service, database.url)).query(`select from ${service}.${rows}`)

  expect((await counted('placements', 'stay_counted')).rowCount).toBe(1)
  expect((await counted('representation', 'case_counted')).rowCount).toBe(1)
})
