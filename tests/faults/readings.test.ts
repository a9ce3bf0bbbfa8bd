/** Readings in somebody's name while connections to the database end: each is told as what it is, and nobody after it goes without. */
import { type ChildrenDb, open } from '@vigia/db/children'
import type { Reading } from '@vigia/db/reader'
import { isDatabaseAway, isUnwritten } from '@vigia/kit/database-faults'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const MOST_CONNECTIONS = 5

let database: ScratchDatabase
let db: ChildrenDb
beforeAll(async () => {
  database = await scratchDatabase()
  db = open(database.url, MOST_CONNECTIONS)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const STATE = rowContextOf(anActor('state-secretary'))
const aReading = () => db.withActor(STATE)
const childrenIn = async ({ query }: Reading) => (await query('select id from children.child')).rows

const faultOf = (asked: Promise<unknown>) => asked.then(() => null).catch((fault: unknown) => fault)

interface Socket {
  connection: { stream: { destroy: () => void } }
}

test('given the server ends a connection between two statements, the database is away, and the next one is answered', async () => {
  for (const ask of [
    ({ query }: Reading) => query('select id from children.child'),
    ({ keep }: Reading) => keep({ text: 'select 1' }),
    (reading: Reading) => reading.run(async () => db.prisma.child.findMany({ select: { id: true } })),
  ]) {
    const reading = aReading()
    const ended = new Promise((resolve) => db.rows.once('acquire', (client) => client.once('end', resolve)))
    const { rows } = await reading.query('select pg_backend_pid() as pid')
    await database.query('select pg_terminate_backend($1)', [rows[0].pid])
    await ended

    const fault = await faultOf(ask(reading))
    const answered = await childrenIn(reading)
    reading.close()
    expect([isDatabaseAway(fault), answered]).toEqual([true, []])
  }
})

test.each([
  { code: '57P03', message: 'the database system is starting up', isAway: true },
  { code: '53100', message: 'could not extend file "base/5/16384"', isAway: false },
])(
  'given PostgreSQL says $code to Prisma, which puts it into words of its own, it is known for what it is',
  async ({ code, message, isAway }) => {
    await database.query(`create function children.says_so() returns boolean language plpgsql immutable as $$ begin
    raise exception '${message}' using errcode = '${code}'; end $$`)
    await database.query('create policy says_so on children.child as restrictive using (children.says_so())')
    const reading = aReading()
    const fault = await faultOf(reading.run(async () => db.prisma.child.findMany({ select: { id: true } })))
    reading.close()
    await database.query('drop function children.says_so cascade')
    expect([isDatabaseAway(fault), isUnwritten(fault)]).toEqual([isAway, !isAway])
  },
)

test('given a connection ends before anything was asked of it, the next statement has another', async () => {
  const fresh = open(database.url)
  fresh.rows.once('connect', (client) => (client as unknown as Socket).connection.stream.destroy())
  const reading = fresh.withActor(STATE)

  const fault = await faultOf(childrenIn(reading))
  const answered = await faultOf(childrenIn(reading))
  reading.close()
  await fresh.close()
  expect([isDatabaseAway(fault), answered]).toEqual([true, null])
})

test('given somebody asks after the end of a reading, he is refused and holds no connection', async () => {
  const readings = Array.from({ length: MOST_CONNECTIONS + 1 }, aReading)
  for (const reading of readings) {
    await childrenIn(reading)
    reading.close()
    await expect(childrenIn(reading)).rejects.toThrow('This reading has ended.')
  }

  const last = aReading()
  expect(await childrenIn(last)).toEqual([])
  last.close()
})

test('given a server that has gone and taken its socket with it, the database is away', async () => {
  const gone = open('postgresql://app:word@%2Fno%2Fserver%2Fis%2Fhere:5432/vigia')
  const reading = gone.withActor(STATE)

  const fault = await faultOf(childrenIn(reading))
  reading.close()
  await gone.close()
  expect(isDatabaseAway(fault)).toBe(true)
})
