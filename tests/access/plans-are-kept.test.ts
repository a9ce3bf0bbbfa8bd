/** What an office asks by keys is planned once a connection; what has conditions is planned for its values, whatever was asked before it. */
import { ofMany, unseen } from '@vigia/db/kept-plans'
import { openAs } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const CHILD = '00000000-0000-7000-8000-000000000001'
const BY_KEYS = `select id as "by keys" from children.child where id = any (${unseen('$1', 'uuid[]')})`
const PLANS = `select generic_plans::int as generic, custom_plans::int as custom
  from pg_prepared_statements where statement like '%by keys%'`
const SETTINGS = `select current_setting('plan_cache_mode') as plans, current_setting('app.reach', true) as reach
  where $1::text is not null`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test('given an office asks by keys again and again, there is one plan, made at its first use, and none for values', async () => {
  const office = openAs('children', urlOfRole(database.url, 'vigia_children'), 1)
  const once = () =>
    reading(office, async () => {
      await office.rows.query({ name: 'by keys', text: BY_KEYS, values: [[CHILD]] })
      return (await office.rows.query(PLANS)).rows
    })

  const asked = [await once(), await once(), await once()]

  expect(asked).toEqual([1, 2, 3].map((generic) => [{ generic, custom: 0 }]))
  await office.close()
})

test('given an office asks by keys, then with a condition, then how many there are, then by keys, each is planned as it is asked', async () => {
  const office = openAs('children', urlOfRole(database.url, 'vigia_children'), 1)
  const byName = { name: 'settings', text: SETTINGS, values: ['x'] }

  const asked = await reading(office, async () => {
    const answers = [byName, { text: SETTINGS, values: ['x'] }, ofMany(SETTINGS, ['x']), byName, byName]
    const told = []
    for (const question of answers) told.push((await office.rows.query(question)).rows[0])
    return told
  })

  const kept = { plans: 'force_generic_plan', reach: '' }
  expect(asked).toEqual([
    { ...kept, reach: null },
    { plans: 'auto', reach: '' },
    { plans: 'auto', reach: 'MANY' },
    kept,
    kept,
  ])
  await office.close()
})

type Office = ReturnType<typeof openAs>

async function reading<Answer>(office: Office, ask: () => Promise<Answer>): Promise<Answer> {
  const asking = office.withActor(rowContextOf(anActor('ppnna-officer')))
  try {
    return await asking.run(ask)
  } finally {
    asking.close()
  }
}
