/** Two gateways of one registry give out no more than one would. */
import { createHmac } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { keyOfService } from '@vigia/kit/key-of-service'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import type { Refused } from '../request/refused.ts'
import { USUAL_TERMS } from './settings.ts'
import { sharedRates } from './shared-spending.ts'

let database: ScratchDatabase
let url: string
beforeAll(async () => {
  database = await scratchDatabase()
  url = urlOfRole(database.url, 'vigia_sessions')
})
afterAll(() => database.drop())

const NOW = Date.now()
/** Nothing fills again, so that what is left tells all that was charged. */
const standing = () => NOW

function gateway() {
  const pool = openPool(url)
  const { rates, stopSharing } = sharedRates(pool, url, { ...USUAL_TERMS, personRate: 100, addressRate: 10 }, standing)
  return { rates, stop: () => Promise.all([stopSharing(), pool.end()]) }
}

const LISTENING = `datname = current_database() and application_name = 'vigia gateway' and query ~ '^select'`
const left = (of: ReturnType<typeof gateway>, who: string) => of.rates.person.charge(who, 0).remaining
const listening = (since: Date = new Date(0)) =>
  eventually(
    () => database.query(`select from pg_stat_activity where ${LISTENING} and backend_start > $1`, [since]),
    ({ length }) => length >= 2,
  )

test('what is asked at one counts at the other, of each subject and each kind of rate by itself, and once', async () => {
  const [one, two] = [gateway(), gateway()]
  await listening()

  for (let i = 0; i < 7; i += 1) one.rates.person.charge('ana', 10)
  for (let i = 0; i < 45; i += 1) one.rates.person.charge(`office ${i}`, 2)
  one.rates.address.charge('ana', 4)
  two.rates.person.charge('ana', 5)

  await eventually(
    async () => [left(one, 'ana'), left(two, 'ana')],
    ([at, there]) => at === 25 && there === 25,
  )
  await eventually(
    async () => left(two, 'office 44'),
    (rest) => rest === 98,
  )
  expect(left(two, 'office 0')).toBe(98)
  expect(left(two, 'berta')).toBe(100)
  expect(two.rates.address.charge('ana', 0).remaining).toBe(6)
  expect(() => two.rates.person.charge('ana', 26)).toThrow(/ask again in 1 s/)
  await Promise.all([one.stop(), two.stop()])
})

test('given both gave out the same at once, the debt is of one bucket and no more', async () => {
  const [one, two] = [gateway(), gateway()]
  await listening()

  for (const each of [one, two]) each.rates.person.charge('ana', 100)
  await eventually(
    async () => retryAfter(one),
    (seconds) => seconds > 60,
  )

  expect(left(one, 'ana')).toBe(0)
  expect(retryAfter(one)).toBeLessThanOrEqual(61)
  await Promise.all([one.stop(), two.stop()])
})

test('given words of nobody who may speak, of another version, of long ago, or the same words again, nothing counts', async () => {
  const [one, two] = [gateway(), gateway()]
  await listening()
  const heard: string[] = []
  const thief = new pg.Client({ connectionString: database.url })
  await thief.connect()
  thief.on('notification', ({ payload = '' }) => heard.push(payload))
  await thief.query('listen vigia_spending')
  one.rates.person.charge('ana', 10)
  await eventually(
    async () => left(two, 'ana'),
    (rest) => rest === 90,
  )
  await eventually(
    async () => heard,
    ({ length }) => length === 1,
  )

  const [told = ''] = heard
  await thief.query("select pg_notify('vigia_spending', $1)", [told])
  await thief.query("select pg_notify('vigia_spending', $1)", [told.replace('"ana"', '"eva"')])
  await thief.query("select pg_notify('vigia_spending', 'nonsense')")
  const ofLongAgo = told.slice(told.indexOf('{')).replace(/"n":1,"at":\d+/, '"n":9,"at":0')
  for (const words of ['{"of": "another version"}', 'null', ofLongAgo])
    await thief.query("select pg_notify('vigia_spending', $1)", [signedByOurs(words) + words])
  one.rates.person.charge('last', 1)

  await eventually(
    async () => left(two, 'last'),
    (rest) => rest === 99,
  )
  expect([left(two, 'ana'), left(two, 'eva')]).toEqual([90, 100])
  await thief.end()
  await Promise.all([one.stop(), two.stop()])
})

test('given the database is away, each counts alone, and together again once it is back', async () => {
  const [one, two] = [gateway(), gateway()]
  await listening()
  const [{ now } = {}] = await database.query(
    `select now(), count(pg_terminate_backend(pid)) from pg_stat_activity where ${LISTENING}`,
  )

  one.rates.person.charge('ana', 100)
  expect(() => one.rates.person.charge('ana', 1)).toThrow()
  await listening(now)
  one.rates.person.charge('berta', 40)

  await eventually(
    async () => left(two, 'berta'),
    (rest) => rest === 60,
  )
  await Promise.all([one.stop(), two.stop()])
})

/** As any gateway of this registry can. */
function signedByOurs(words: string): string {
  const key = keyOfService(openPool(url), 'spending')
  return createHmac('sha256', key).update(words).digest('base64url')
}

function retryAfter({ rates }: ReturnType<typeof gateway>): number {
  try {
    rates.person.charge('ana', 1)
  } catch (refused) {
    return Number((refused as Refused).besides.extensions?.['retryAfter'])
  }
  return 0
}
