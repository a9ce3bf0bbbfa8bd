/** Of a whole twin, table by table: what the database gives the login that answers, in the name of each, is of the children in its sight and all of it. */
import { type ANSWERING, readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { twinDatabase } from '../support/twin.ts'
import { keyOf, underContext } from '../support/under-context.ts'

let twin: ScratchDatabase
beforeAll(async () => {
  twin = await twinDatabase()
})
afterAll(() => twin.drop())

/** Every table whose rows are of a child, but those by which it is decided who sees whom. */
const OF_CHILDREN = `
  select n.nspname as service, c.oid::regclass::text as "table" from pg_policy p
  join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where p.polname = 'by_actor' and c.relname not in ('child', 'child_ref', 'child_sight', 'found_elsewhere', 'alert')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped)`

type Counting = Exclude<(typeof ANSWERING)[number], 'oversight'>

/** By one clock, or a stay of thirty days ago would be in sight in one statement and not in the next. */
const AT = new Date()
const SEEING = [
  anActor('federal-secretary'),
  anActor('state-secretary', { states: ['30'] }),
  anActor('ppnna-officer'),
  anActor('dif-officer'),
]
const SEEING_NOBODY = [anActor('inm-officer'), anActor('partner'), anActor('public')]

/** What the reader of a service is given for a statement, in the name of that actor. */
async function givenTo<Row>(actor: Actor, service: (typeof ANSWERING)[number], sql: string): Promise<Row[]> {
  const login = readerUrl(service, twin.url)
  const rows = await underContext(login, signedContext(keyOf(login), rowContextOf(actor, AT)), sql)
  return [rows].flat() as Row[]
}
const counting = (table: string) => `select count(*)::int as n from ${table}`
const idsFor = async (actor: Actor, service: (typeof ANSWERING)[number], sql: string) =>
  (await givenTo<{ id: string }>(actor, service, sql)).map(({ id }) => id)

test('of every table of rows of children, each actor is given those of the children in its sight, and all of these', async () => {
  const tables = await twin.query<{ service: Counting; table: string }>(OF_CHILDREN)
  expect(tables.length).toBeGreaterThan(20)
  for (const { service, table } of tables) {
    const beyond: number[] = []
    for (const actor of SEEING) {
      const sight =
        service === 'children' ? 'select id from children.child' : `select child_id as id from ${service}.child_ref`
      const of = `select count(*)::int as "all", count(*) filter (where child_id = any ($1))::int as n from ${table}`
      const [rows] = await twin.query<{ all: number; n: number }>(of, [await idsFor(actor, service, sight)])
      const { all = 0, n = 0 } = rows ?? {}
      expect([actor.role, table, await givenTo(actor, service, counting(table))]).toEqual([actor.role, table, [{ n }]])
      beyond.push(all - n)
    }
    expect([table, beyond[0], Math.max(...beyond) > 0]).toEqual([table, 0, true])
    for (const actor of SEEING_NOBODY)
      expect([actor.role, table, await givenTo(actor, service, counting(table))]).toEqual([
        actor.role,
        table,
        [{ n: 0 }],
      ])
  }
})

test.each(['oversight.alert_history', 'stream.alert_step'])(
  'of %s, each actor is given what is of the alerts that it may know of',
  async (table) => {
    for (const actor of [...SEEING, anActor('ombudsperson-state'), ...SEEING_NOBODY]) {
      const alerts = await idsFor(actor, 'oversight', 'select id from oversight.alert')
      const of = await twin.query(`${counting(table)} where alert_id = any ($1)`, [alerts])
      expect([actor.role, await givenTo(actor, 'oversight', counting(table))]).toEqual([actor.role, of])
    }
    expect((await twin.query<{ n: number }>(counting(table)))[0]?.n).toBeGreaterThan(1_000)
  },
)
