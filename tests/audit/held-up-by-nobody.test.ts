/** No login holds up the chain and its alarms, events and alerts, nor another service: whose turn it is stands where no login may lock anything. */
import { randomUUID } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { enableLogins, readerUrl, urlOfRole } from '@vigia/db/roles'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import pg, { type Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../support/answer-to.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const FORBIDDEN = '42501'
const NOBODY = randomUUID()
const NAMES = ['children', 'placements', 'representation', 'returns', 'oversight', 'gateway', 'bulk'].map(
  (service) => `vigia.audit.${service}`,
)

let database: ScratchDatabase
let [children, oversight]: Pool[] = []
let holder: pg.Client
beforeAll(async () => {
  database = await scratchDatabase()
  await enableLogins(database.url)
  ;[children, oversight] = (['vigia_children', 'vigia_oversight'] as const).map((login) =>
    openPool(urlOfRole(database.url, login), 1),
  )
  holder = new pg.Client({ connectionString: readerUrl('returns', database.url) })
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await Promise.all([children?.end(), oversight?.end()])
  await database.drop()
})

const asked = async (pool: Pool | undefined, sql: string) => (await pool?.query(sql))?.rows[0]

test('given whatever lock a reader can hold, who reads is chained and told of, and events and alerts get their numbers', async () => {
  await holder.query('select pg_advisory_lock(hashtext(name)) from unnest($1::text[]) name', [
    [...NAMES, 'vigia.sequencer', 'vigia.alert_sequencer'],
  ])
  await database.query('insert into audit.honey (child_id) values ($1)', [NOBODY])
  await database.query(`insert into outbox.pending (source, type, entity_id) values ('children', 'a test', $1)`, [
    NOBODY,
  ])
  await database.query(
    `insert into stream.alert_waiting (step_id, alert_id, step, severity, at) values (1, $1, 'OPENED', 'RED', now())`,
    [NOBODY],
  )
  const who = { subject: 'somebody', role: 'state-secretary', office: null, states: ['07'], reason: null } as const
  const what = { asked: ['child'], types: ['Child'], scopes: ['child:read'], records: 1, missed: NO_IDS, batchId: null }
  await record(children as Pool, {
    ...{ service: 'children', act: 'READ', requestId: 'a test', ...who, ...what, children: packed([NOBODY]) },
  })

  expect(await asked(children, `select linked, alarms from audit.chain('children', 1000)`)).toMatchObject({
    linked: 1,
    alarms: [{ kind: 'HONEY', subject: 'somebody' }],
  })
  expect(await asked(children, 'select outbox.number_pending(1000) as n')).toEqual({ n: 1 })
  expect(await asked(oversight, 'select stream.number_steps(1000) is not null as had')).toEqual({ had: true })
})

test('no login locks the row that says whose turn it is, nor takes a turn by itself', async () => {
  const logins = [
    ...(['children', 'oversight'] as const).flatMap((of) => [
      readerUrl(of, database.url),
      urlOfRole(database.url, `vigia_${of}`),
    ]),
    urlOfRole(database.url, 'vigia_gateway'),
    urlOfRole(database.url, 'vigia_sessions'),
  ]
  const tries = ['select from sec.turn for update', 'begin; lock table sec.turn', `select sec.takes_turn('events')`]
  const answers = await Promise.all(logins.flatMap((login) => tries.map((sql) => answerTo(login, sql))))

  expect(new Set(answers)).toEqual(new Set([FORBIDDEN]))
})

test.each(['takes_turn_of', 'waits_for_turn_of'])(
  'by %s a service has turns of its own, and none of another',
  async (how) => {
    const had = (login: string) => answerTo(login, `select sec.${how}('oversight', 'tick')`)

    expect(await had(urlOfRole(database.url, 'vigia_oversight'))).toBeNull()
    expect(await had(urlOfRole(database.url, 'vigia_returns'))).toBe(FORBIDDEN)
    expect(await had(readerUrl('oversight', database.url))).toBe(FORBIDDEN)
  },
)

test('no function of the registry goes by a lock that is anybody’s to hold', async () => {
  const asked = `select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and p.prosrc ~ 'advisory'`

  expect(await database.query(asked)).toEqual([])
})
