/**
 * Small files of one feed that come by one connection, one after the other, are staged in the same tables and asked by the same plans: nothing
 * of one is found in the next, whatever comes between.
 */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { type TakeInOptions, takeIn } from '@vigia/kit/intake/take-in'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Row, tableOf } from '../support/builders/row.ts'
import { localDay } from '../support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { FEEDS } from './desk.ts'

let database: ScratchDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(urlOfRole(database.url, 'vigia_children'), 1)
})
/** Two minutes ago: ids that a process makes never go back, and files after this one would have theirs of a time to come. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 120_000 })
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const send = (name: string, rows: readonly Row[], options: Partial<TakeInOptions> = {}) => {
  const feed = FEEDS.find((one) => `${one.service}/${one.name}` === `children/${name}`)
  if (!feed) throw new Error(`There is no feed ${name}`)
  const now = new Date()
  const sender = { source: 'SNDIF', state: null, cutoff: localDay(now), isPreliminary: false, now }
  return takeIn(pool, feed, { rows: tableOf(rows), name: `${name}.csv` }, { ...sender, ...options })
}
const detections = (...rows: readonly Row[]) => send('detections', rows)
const documentOf = (acta: string) =>
  send('migration-documents', [{ ACTA: acta, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida' }])

/** On the one connection: which table it stages in, how much lies there, how many statements it has planned, and how often it asked by them. */
async function staging() {
  const { rows } = await pool.query<{ table: string | null; planned: number; asked: number }>(
    `select to_regclass('pg_temp.staged')::oid::text as table, count(*)::int as planned,
       coalesce(sum(generic_plans + custom_plans), 0)::int as asked from pg_prepared_statements where from_sql`,
  )
  const [{ table, planned, asked } = { table: null, planned: 0, asked: 0 }] = rows
  const lies =
    table === null ? [] : (await pool.query('select line from staged union all select line from touched')).rows
  return { table, planned, asked, lies: lies.length }
}

const TAKEN = { outcome: 'TAKEN', counts: { recorded: 1, corrected: 0, unchanged: 0, refused: 0 } }

test('the third file of a feed finds the tables and plans of the second, and none of its rows', async () => {
  const found = aDetection()
  expect(await detections(found)).toMatchObject(TAKEN)
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  const second = await staging()

  expect(await detections({ ...found, MUNICIPIO: 'Huixtla' })).toMatchObject({
    ...{ outcome: 'TAKEN', counts: { recorded: 0, corrected: 1 } },
  })
  expect(await detections(aDetection(), aDetection())).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 2 } })

  const last = await staging()
  expect(last).toMatchObject({ table: second.table, lies: 0 })
  expect(second.planned).toBeGreaterThan(0)
  expect(last.planned).toBeGreaterThanOrEqual(second.planned)
})

test('a file of another feed has tables of its own, and the next of the first one too', async () => {
  const found = aDetection()
  await detections(found)
  const { table } = await staging()

  expect(await documentOf(found.ACTA)).toMatchObject(TAKEN)
  expect(await staging()).not.toMatchObject({ table })
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await documentOf(found.ACTA)).toMatchObject({ outcome: 'ALREADY_TAKEN' })
})

test('a file that is refused takes its tables with it where it made them, and leaves those that stood there', async () => {
  const found = aDetection()
  await documentOf(found.ACTA)
  const wrong = { ...aDetection(), SEXO: 'ninguno de estos' }
  expect(await detections(wrong)).toMatchObject({ outcome: 'REFUSED' })
  expect(await detections(found)).toMatchObject(TAKEN)
  const { table } = await staging()

  expect(await detections(wrong, aDetection())).toMatchObject({ outcome: 'REFUSED' })
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await staging()).toMatchObject({ table, lies: 0 })
})

test('nor does one leave anything behind that fails in the middle, with its tables just made', async () => {
  const [known, ...rows] = [aDetection(), aDetection(), aDetection()]
  await detections(known)
  await documentOf(known.ACTA)
  await database.query(
    `create function public.fails() returns trigger language plpgsql as 'begin raise exception ''a fault''; end';
     create trigger fails after insert on children.detection execute function public.fails()`,
  )
  await expect(detections(...rows)).rejects.toThrow('a fault')
  await database.query('drop function public.fails cascade')

  expect(await detections(...rows)).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 2 } })
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await staging()).toMatchObject({ lies: 0 })
})

test('a row that is told twice waits for its round among few as among many', async () => {
  const found = aDetection()
  const twice = [found, { ...found, MUNICIPIO: 'Huixtla' }]
  expect(await detections(...twice)).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, corrected: 1 } })

  const many = Array.from({ length: 300 }, () => aDetection())
  expect(await detections(...many, { ...many[0], MUNICIPIO: 'Huixtla' } as Row)).toMatchObject({
    ...{ outcome: 'TAKEN', counts: { recorded: 300, corrected: 1 } },
  })
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await staging()).toMatchObject({ lies: 0 })
})

test('a file of INM finds neither tables nor plans of others, and leaves them none', async () => {
  await detections(aDetection())
  await detections(aDetection())
  const before = await staging()

  const ofInm = await send('detections', [aDetection()], { source: 'INM' })
  const its = await staging()

  expect(ofInm).toMatchObject(TAKEN)
  expect(its).not.toMatchObject({ table: before.table })
  expect(before.asked).toBeGreaterThan(0)
  expect(its).toMatchObject({ planned: before.planned, asked: before.asked, lies: 0 })
  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await staging()).not.toMatchObject({ table: its.table })
})

test('a minute later the registry may be another: tables and plans are made anew', async () => {
  await detections(aDetection())
  const { table } = await staging()
  vi.setSystemTime(Date.now() + 60_000)

  expect(await detections(aDetection())).toMatchObject(TAKEN)
  expect(await staging()).not.toMatchObject({ table })
})
