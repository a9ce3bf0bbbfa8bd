/** The registry's own count beside a published figure: of the same thing, period, territory and group, or none. */
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import { codesOf } from '@vigia/law/code-list'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { feed } from '../intake/official-figures.ts'
import { FigureStore } from './figure-store.ts'

const SHIPPED = path.join(import.meta.dirname, '../../data/official-figures.csv')

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
  const sender = { source: 'REGISTRY', state: null, cutoff: '2026-11-25', isPreliminary: false }
  const taken = await takeIn(pool, feed, { path: SHIPPED }, { ...sender, now: new Date('2026-11-25T18:00:00Z') })
  expect(taken).toMatchObject({ outcome: 'TAKEN' })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('what the registry has not counted from the first day on is null, never 0', async () => {
  const store = new FigureStore(pool)

  expect(await store.registryCount('retornos-2022-unicef')).toBeNull()
  expect(await store.registryCount('comar-nna-2020')).toBeNull()
})

const told = (state: string | null, cutoff: string, [service, feed, source] = ['returns', 'executed-returns', 'INM']) =>
  database.query(`insert into oversight.feed_batch values
    (gen_random_uuid(), '${service}', '${feed}', '${source}', ${state === null ? 'null' : `'${state}'`}, '${cutoff}', now(), false, 1)`)
/** What was told is kept until the version rises, as it does with every file that is counted. */
const counted = () =>
  database.query(`insert into outbox.service_version as v values ('oversight', 1, '2026-11-25T12:00:00Z')
    on conflict (service) do update set version = v.version + 1, as_of = excluded.as_of`)

test('the registry counts the same thing, period, territory and group', async () => {
  await database.query(`insert into oversight.indicator_day values
    ('RETURNS', '07', '2021-02-03', 1), ('RETURNS', '07', '2022-01-01', 10), ('RETURNS', '30', '2022-12-31', 5),
    ('RETURNS', '30', '2023-01-01', 3), ('RETURNS', '30', '2023-10-31', 2), ('RETURNS', '30', '2023-11-01', 7)`)
  await database.query(`insert into oversight.cube values
    ('EVENT_DEPORTATION', '07', '2021-01-05', 'HND', 'UNKNOWN', 'UNACCOMPANIED', 9),
    ('EVENT_ASSISTED_RETURN', '07', '2022-03-05', 'HND', 'UNKNOWN', 'UNACCOMPANIED', 4),
    ('EVENT_ASSISTED_RETURN', '07', '2022-03-05', 'SLV', 'UNKNOWN', 'UNACCOMPANIED', 2),
    ('EVENT_DEPORTATION', '30', '2022-12-31', 'GTM', 'UNKNOWN', 'ACCOMPANIED', 1)`)
  await database.query(`insert into oversight.month_counter values ('EVENT_DEPORTATION', '07', '2021-01-01', 9)`)
  await told(null, '2026-11-24')
  await counted()
  const store = new FigureStore(pool)

  expect(await store.registryCount('retornos-2022-unicef')).toBe(15)
  expect(await store.registryCount('retornos-veracruz-2023-ene-oct')).toBe(5)
  expect(await store.registryCount('retornos-2022-no-acompanados')).toBe(6)
  expect(await store.registryCount('retornos-2022-hn-gt')).toBe(5)
  expect(await store.registryCount('retornos-2019')).toBeNull()
})

test('what INM has not told of a territory, or not until the end of the period, is null and neither 0 nor a part', async () => {
  await database.query('delete from oversight.feed_batch')
  await database.query(`delete from oversight.indicator_day where day > '2023-06-30'`)
  await told('07', '2026-11-24')
  await told('30', '2023-06-30')
  await counted()
  const store = new FigureStore(pool)

  expect(await store.registryCount('retornos-tabasco-2023-ene-oct')).toBeNull()
  expect(await store.registryCount('retornos-veracruz-2023-ene-oct')).toBeNull()
  expect(await store.registryCount('retornos-2022-unicef')).toBe(15)

  await told('30', '2023-10-31')
  await counted()
  expect(await new FigureStore(pool).registryCount('retornos-veracruz-2023-ene-oct')).toBe(3)
})

test('how many cases were processed is null, and not 0, before a Procuraduría has told of its files', async () => {
  await database.query(`insert into oversight.indicator_day values
    ('CHILDREN_DETECTED', '07', '2021-01-01', 5), ('CASES_OPENED', '07', '2021-01-02', 2)`)
  await database.query(`insert into oversight.month_counter values
    ('PATH_10000_WAITING', '07', '2021-01-01', 3), ('PATH_11000_WAITING', '07', '2021-01-01', 2)`)
  const [found, ofCases] = ['detenidos-2021-2022', ['procesados-ppnna-2021-2022', 'sin-procesar-2021-2022']] as const
  const counts = () => Promise.all([found, ...ofCases].map((id) => new FigureStore(pool).registryCount(id)))
  await told(null, '2022-05-31', ['children', 'detections', 'INM'])
  await counted()
  const before = await counts()

  await told('07', '2022-05-31', ['representation', 'protection-cases', 'PPNNA'])
  await counted()

  expect([before, await counts()]).toEqual([
    [5, null, null],
    [5, 2, 3],
  ])
})

test('what is compared with returns is compared with all of them, an expulsion among them', async () => {
  const all = codesOf(RETURN_TYPES).filter(isReturn)
  const { rows } = await pool.query<{ indicators: string[] }>(
    `select indicators from oversight.official_figure where 'EVENT_DEPORTATION' = any (indicators)`,
  )

  expect(rows).toHaveLength(6)
  for (const { indicators } of rows)
    expect(indicators.toSorted()).toEqual(all.map((type) => `EVENT_${type}`).toSorted())
})

test('a period of which the last day is not over is compared with nothing, though the file of that day has come', async () => {
  await database.query(`insert into oversight.indicator_day values ('DETECTIONS', '07', '2026-11-02', 4)`)
  await database.query(
    `insert into oversight.official_figure (id, slug, topic, value, unit, meaning_es, meaning_en, territory, from_on, to_on, source, series,
       is_official, is_approximate, indicators, batch_id)
     values (gen_random_uuid(), 'noviembre', 'DETECTIONS', 9, 'EVENTS', 'x', 'x', '07', '2026-11-01', '2026-11-30', 'UPM', 's', true, false,
       '{DETECTIONS}', gen_random_uuid())`,
  )
  await told('07', '2026-11-30', ['children', 'detections', 'INM'])
  const countedAt = (at: string) =>
    database.query(
      `update outbox.service_version set version = version + 1, as_of = '${at}' where service = 'oversight'`,
    )
  await countedAt('2026-12-01T05:00:00Z')
  const before = await new FigureStore(pool).registryCount('noviembre')
  await countedAt('2026-12-01T07:00:00Z')

  expect([before, await new FigureStore(pool).registryCount('noviembre')]).toEqual([null, 4])
})
