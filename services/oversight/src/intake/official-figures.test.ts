/** Published figures: those that ship with the registry, and their contradictions. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import { withdraw } from '@vigia/kit/intake/withdraw'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { type Figure, FigureStore } from '../store/figure-store.ts'
import { feed } from './official-figures.ts'
import { withdrawal } from './withdrawal.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const SHIPPED = path.join(import.meta.dirname, '../../data/official-figures.csv')
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-figures-'))

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
  expect(await take({ path: SHIPPED })).toMatchObject({ outcome: 'TAKEN', counts: { refused: 0, recorded: 311 } })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const take = (input: Parameters<typeof takeIn>[2], { acceptGood = false } = {}) =>
  takeIn(pool, feed, input, {
    source: 'REGISTRY',
    state: null,
    cutoff: '2026-11-25',
    isPreliminary: false,
    acceptGood,
    rejectPath: path.join(folder, 'rechazos.csv'),
    now: NOW,
  })

async function all(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (let after: string | null = null, more = true; more; ) {
    const { edges, pageInfo } = await new FigureStore(pool).page({}, { first: 100, after })
    figures.push(...edges.map(({ node }) => node))
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
  }
  return figures
}

test('every figure is read once, those of the latest periods first', async () => {
  const figures = await all()

  expect(figures).toHaveLength(311)
  expect(new Set(figures.map(({ id }) => id)).size).toBe(311)
  expect(figures.map(({ to_on }) => to_on)).toEqual(
    figures
      .map(({ to_on }) => to_on)
      .sort()
      .reverse(),
  )
  expect(await new FigureStore(pool).total({})).toBe(311)
})

test('figures are found by topic, territory and period', async () => {
  const store = new FigureStore(pool)
  const ids = async (wanted: Parameters<FigureStore['page']>[0]) =>
    (await store.page(wanted, { first: 100 })).edges.map(({ node }) => node.id)

  expect(await ids({ topic: 'RETURNS', territory: '30' })).toEqual(['retornos-veracruz-2023-ene-oct'])
  expect(await ids({ topic: 'CASES', period: { from: '2022-05-31', to: '2022-06-30' } })).toHaveLength(3)
  expect(await ids({ topic: 'CASES', period: { from: '2022-06-01', to: '2022-06-30' } })).toEqual([])
  expect(await store.total({ topic: 'CASES' })).toBe(3)
})

test('the figures of the alternative report are among them', async () => {
  const byId = new Map((await all()).map((figure) => [figure.id, figure]))

  expect(byId.get('detenidos-2021-2022')).toMatchObject({ value: 98_671, from_on: '2021-01-01', to_on: '2022-05-31' })
  expect(byId.get('procesados-ppnna-2021-2022')).toMatchObject({ value: 19_067, unit: 'PERSONS', topic: 'CASES' })
  expect(byId.get('retornos-2022-unicef')).toMatchObject({ value: 9_192, topic: 'RETURNS', is_official: false })
})

test('what INM’s daily tables sum to is among them, and its tables contradict one another', async () => {
  const figures = await all()
  const figureOf = (slug: string) => figures.find(({ id }) => id === slug)?.value
  const others = async (slug: string) => (await new FigureStore(pool).contradicts(slug)).map(({ id }) => id)

  expect([figureOf('inm-rescatados'), figureOf('inm-reincidentes')]).toEqual([734_842, 457_079])
  expect([figureOf('inm-presentados-estaciones'), figureOf('inm-presentados-rescate')]).toEqual([136_256, 585_732])
  expect([figureOf('inm-canalizados-rescate'), figureOf('inm-canalizados-canalizacion')]).toEqual([149_110, 54_648])
  expect(figureOf('inm-canalizados-sin-lugar')).toBe(32_581)
  const returned = ['inm-retornados', 'inm-retornados-asistidos', 'inm-retornados-deportados'].map(figureOf)
  expect(returned).toEqual([21_988, 18_743, 3_245])
  expect(await others('inm-presentados-rescate')).toEqual(['inm-presentados-estaciones'])
  expect(await others('inm-canalizados-rescate')).toEqual(['inm-canalizados-canalizacion'])
  const compiled = figures.filter(({ source_page }) => source_page?.startsWith('tablas operativas diarias del INM'))
  expect(compiled).toHaveLength(44)
  expect(compiled.filter(({ is_official }) => is_official)).toEqual([])
})

test('contradictions are mutual, and none contradicts itself', async () => {
  const figures = await all()
  const store = new FigureStore(pool)
  const pairs = new Set<string>()
  for (const { id } of figures) for (const other of await store.contradicts(id)) pairs.add(`${id} ${other.id}`)

  expect(pairs.size).toBeGreaterThanOrEqual(34)
  for (const pair of pairs) {
    const [one, other] = pair.split(' ')
    expect(pairs).toContain(`${other} ${one}`)
    expect(one).not.toBe(other)
  }
  expect(pairs).toContain('eventos-2022 eventos-2022-inm')
})

test('a corrected figure keeps its former version, and says it again once the correction is withdrawn', async () => {
  const header = 'id,topic,value,unit,meaning,meaning_en,territory,from,to,source,series,official'.split(',')
  const row = [
    'eventos-2018',
    'DETECTIONS',
    '29300',
    'EVENTS',
    'Eventos',
    'Events',
    '00',
    '2018-01-01',
    '2018-12-31',
    'UPM',
    'nna-eventos',
    'SÍ',
  ]
  const value = async () => (await all()).find(({ id }) => id === 'eventos-2018')?.value

  const { batchId, counts } = await take({ rows: [header, row], name: 'corregida' })
  expect(counts).toMatchObject({ corrected: 1, recorded: 0 })
  expect(await value()).toBe(29_300)

  await withdraw(pool, withdrawal, batchId ?? '', { reason: 'prueba' })
  expect(await value()).toBe(29_258)
})

test('what a figure contradicts stays where it is sent again without, and is taken back by the word that there is none', async () => {
  const others = async () => {
    const sql = "select contradicts from oversight.official_figure where slug = 'eventos-2022'"
    return (await database.query<{ contradicts: string[] }>(sql))[0]?.contradicts
  }
  const titles = 'id,topic,value,unit,meaning,meaning_en,territory,from,to,source,series,official,contradicts'.split(
    ',',
  )
  const period = ['00', '2022-01-01', '2022-12-31']
  const row = [
    'eventos-2022',
    'DETECTIONS',
    '70000',
    'EVENTS',
    'Eventos',
    'Events',
    ...period,
    'UPM',
    'nna-eventos',
    'SÍ',
  ]
  const before = await others()
  expect(before).toContain('eventos-2022-inm')

  const again = await take({ rows: [titles, [...row, '']], name: 'sin decir a cuál contradice' })
  expect([again.counts.corrected, await others()]).toEqual([1, before])

  const none = await take({ rows: [titles, [...row, 'Ninguna']], name: 'que no contradice a ninguna' })
  expect([none.counts.corrected, await others()]).toEqual([1, []])

  for (const { batchId } of [none, again]) await withdraw(pool, withdrawal, batchId ?? '', { reason: 'prueba' })
  expect(await others()).toEqual(before)
})

test('the same file twice changes nothing; a period that ends before it begins is refused', async () => {
  expect((await take({ path: SHIPPED })).outcome).toBe('ALREADY_TAKEN')
  const header = 'id,topic,value,unit,meaning,meaning_en,territory,from,to,source,series,official'.split(',')
  const row = ['mal', 'DETECTIONS', '1', 'EVENTS', 'x', 'x', '00', '2018-12-31', '2018-01-01', 'UPM', 's', 'SÍ']

  const { outcome, firstRejects } = await take({ rows: [header, row], name: 'mal' })

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([{ line: 2, column: 'to', reason: 'El periodo termina antes de empezar.' }])
})

const TITLES = 'id,topic,value,unit,meaning,meaning_en,territory,from,to,source,series,official'.split(',')
const rowOf = (id: string, value: string, unit: string) => [
  ...[id, 'DETECTIONS', value, unit, 'x', 'x', '00', '2018-01-01', '2018-12-31', 'UPM', 's', 'SÍ'],
]

test('a figure may stand as it was published, with its thousands apart', async () => {
  const values = ['1,098,671', '98 671.5', '98671', '98,67', '98.671,5', '71 %']

  const { firstRejects } = await take(
    { rows: [TITLES, ...values.map((value, at) => rowOf(`como-${at}`, value, 'MXN'))], name: 'como se publicó' },
    { acceptGood: true },
  )

  expect(firstRejects.map(({ value }) => value)).toEqual(['98,67', '98.671,5', '71 %'])
  const told = (await all()).filter(({ id }) => id.startsWith('como-')).map(({ value }) => value)
  expect(told.sort()).toEqual([1_098_671, 98_671, 98_671.5])
})

test('of what is counted there are no parts: a dot there may part thousands, and is asked about', async () => {
  const [dotted, dozen, half] = [
    rowOf('punto-1', '98.671', 'PERSONS'),
    rowOf('punto-2', '12.000', 'EVENTS'),
    rowOf('punto-3', '0.5', 'PLACES'),
  ]
  const [share, whole] = [rowOf('punto-4', '98.671', 'PERCENT'), rowOf('punto-5', '12.0', 'EVENTS')]

  const { firstRejects } = await take(
    { rows: [TITLES, dotted, dozen, half, share, whole], name: 'con puntos' },
    { acceptGood: true },
  )

  expect(firstRejects.map(({ line, column, value }) => [line, column, value])).toEqual([
    [2, 'value', '98.671'],
    [3, 'value', '12.000'],
    [4, 'value', '0.5'],
  ])
  expect(firstRejects[0]?.reason).toContain('si el punto separa millares, escríbala sin él')
  const told = (await all()).filter(({ id }) => id.startsWith('punto-')).map(({ value }) => value)
  expect(told.sort()).toEqual([12, 98.671])
})
