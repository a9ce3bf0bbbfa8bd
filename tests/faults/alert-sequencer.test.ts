/** Places in the stream of alerts, with two services at it of which one is killed: no gap, no place taken back, nobody overtaken. */
import { setTimeout as pause } from 'node:timers/promises'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { envelopeKeysFor, readMasterKeys } from '../../gateway/src/start/envelope-keys.ts'
import { eventually } from '../support/eventually.ts'
import { type Program, startProgram } from '../support/program.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const ALERT = '00000000-0000-4000-8000-000000000001'
const AN_ALERT = `insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
  values ('${ALERT}', 'OFFICE_SILENT', 'STATE', '07', 'a test', '07', 'RED', now(), now(), now())`
const A_STEP = `insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
  select '${ALERT}', now(), 'ESCALATED', 'RED', now() from generate_series(1, 3) returning id::int`
const ENVELOPE_KEYS = envelopeKeysFor('oversight', readMasterKeys('k1:the envelope key of two services in a test'))

let database: ScratchDatabase
let programs: Program[]
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(AN_ALERT)
  programs = [startOversight(), startOversight()]
  for (const program of programs) await program.ready()
})
afterAll(async () => {
  for (const { child, ended } of programs) {
    child.kill('SIGKILL')
    await ended()
  }
  await database.drop()
})

function startOversight(): Program {
  const OVERSIGHT_DATABASE_URL = urlOfRole(database.url, 'vigia_oversight')
  return startProgram('services/oversight/src/main.ts', [], { OVERSIGHT_DATABASE_URL, ENVELOPE_KEYS, PORT: '0' })
}

/** Transactions that take their time, so that they end in another order than they began; one in ten is taken back. */
async function write(until: () => boolean, written: Set<number>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOfRole(database.url, 'vigia_oversight') })
  await client.connect()
  for (let i = 0; !until(); i += 1) {
    await client.query('begin')
    const { rows } = await client.query<{ id: number }>(A_STEP)
    await pause((i * 7) % 13)
    const isKept = i % 10 !== 9
    await client.query(isKept ? 'commit' : 'rollback')
    if (isKept) for (const { id } of rows) written.add(id)
  }
  await client.end()
}

/** Reads on after the last place that it has seen, as a gateway does. */
async function read(until: () => boolean, seen: { seq: number; id: number }[]): Promise<void> {
  while (!until()) {
    const rows = await database.query<{ seq: number; id: number }>(
      'select seq::int, step_id::int as id from stream.alert_step where seq > $1 order by seq limit 100',
      [seen.at(-1)?.seq ?? 0],
    )
    seen.push(...rows)
    await pause(2)
  }
}

test('given eight writers and a service that is killed, a reader sees every step once, in the order of places', async () => {
  const written = new Set<number>()
  const seen: { seq: number; id: number }[] = []
  let [isWritten, isRead] = [false, false]
  const reading = read(() => isRead, seen)
  const writing = Promise.all(Array.from({ length: 8 }, () => write(() => isWritten, written)))
  await eventually(
    async () => seen.length,
    (count) => count > 300,
  )

  programs[0]?.child.kill('SIGKILL')
  const killed = performance.now()
  const before = seen.length
  await eventually(
    async () => seen.length,
    (count) => count > before + 100,
  )
  const wentOnAfter = performance.now() - killed
  isWritten = true
  await writing
  const left = 'select from stream.alert_waiting'
  await eventually(
    async () => (await database.query(left)).length,
    (count) => count === 0,
  )
  const [{ top } = { top: 0 }] = await database.query<{ top: number }>(
    'select max(seq)::int as top from stream.alert_step',
  )
  await eventually(
    async () => seen.length,
    (count) => count >= top,
  )
  isRead = true
  await reading

  expect(wentOnAfter).toBeLessThan(5_000)
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1))
  const ids = seen.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...written].filter((id) => !ids.includes(id))).toEqual([])
})

test('given a service that hangs while it gives places, none is given twice; once it is gone the other goes on', async () => {
  const holder = new pg.Client({ connectionString: database.url })
  holder.on('error', () => {})
  await holder.connect()
  await holder.query('begin')
  await holder.query("select from sec.turn where name = 'alerts' for update")
  const [{ top } = { top: 0 }] = await database.query<{ top: number }>(
    'select max(seq)::int as top from stream.alert_step',
  )
  await database.query(A_STEP)
  await pause(300)
  expect(await database.query('select from stream.alert_step where seq > $1', [top])).toHaveLength(0)

  await database.query('select pg_terminate_backend($1)', [(holder as unknown as { processID: number }).processID])

  await eventually(
    async () => (await database.query('select from stream.alert_step where seq > $1', [top])).length,
    (count) => count === 3,
    5_000,
  )
})
