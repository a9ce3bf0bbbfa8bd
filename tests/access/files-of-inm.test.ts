/**
 * What INM is told of a file that it sends, and what it reads back of it, changes with nothing that protection recorded (security.md 3.8):
 * two registries, the same in all that INM sent, take the same files in, good and bad, by every feed of INM.
 */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { reportOf } from '@vigia/kit/intake/command/report'
import { takeIn } from '@vigia/kit/intake/take-in'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FEEDS } from '../intake/desk.ts'
import { anActor } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { STAY_OF_INM, type Twins, twinRegistries } from './twin-registries.ts'

const INM = anActor('inm-officer', { org: 'INM', states: ['07', '30'] })
const READ_BACK = [
  '{ detectionReceipts(first: 100) { edges { node { number detectedAt state municipality ageGroup accompaniment ppnnaNotifiedAt fileName line } } } }',
  '{ stayRecords(first: 100) { edges { node { enteredAt leftAt exitType fileName line } } } }',
  '{ stayRecords(filter: { state: "07" }) { edges { node { enteredAt leftAt exitType line } } } }',
  '{ returnReceipts(first: 100) { edges { node { number departedAt state destination line } } } }',
  '{ returnPlanReceipts(first: 100) { edges { node { number plannedOn state destination line } } } }',
]

let twins: Twins
let folder: string
/** The last word of INM on a detection that the DIF has told of since. */
let again: Row
beforeAll(async () => {
  twins = await twinRegistries()
  again = aDetection({ ACTA: twins.actas.recorded, MUNICIPIO: 'Tuxtla' })
  folder = await mkdtemp(path.join(tmpdir(), 'vigia-inm-'))
})
afterAll(async () => {
  await twins.stop()
  await rm(folder, { recursive: true })
})

interface Told {
  report: string
  rejects: string
  readBack: string[]
  waiting: string[]
  /** What the database was asked while the file was taken in, in its order. */
  statements: string[]
}

const textOf = (asked: unknown): string =>
  typeof asked === 'string' ? asked : String((asked as { text?: unknown }).text ?? '')

/** What the command says, what stands in the file of rejects, and what INM reads back afterwards. */
async function send(twin: Twins['plain'], name: string, rows: readonly Row[], flags = {}): Promise<Told> {
  const feed = FEEDS.find((one) => `${one.service}/${one.name}` === name)
  if (!feed) throw new Error(`There is no feed ${name}`)
  const file = path.join(folder, 'archivo.csv')
  await writeFile(file, csvOf(rows))
  const pool = openPool(urlOfRole(twin.database.url, `vigia_${feed.service}`), 2)
  const sender = { source: 'INM', state: null, cutoff: localDay(new Date()), isPreliminary: false, now: new Date() }
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const taken = await takeIn(pool, feed, { path: file }, { ...sender, ...flags })
  const statements = asked.mock.calls.map(([first]) => textOf(first))
  asked.mockRestore()
  await pool.end()
  const readBack: string[] = []
  for (const query of READ_BACK) readBack.push(JSON.stringify(await twin.graph.ask(INM, query)))
  const waiting = await twin.database.query<{ reason: string }>(
    `select reason from ${feed.service}.unmatched_row where matched_at is null`,
  )
  return {
    report: reportOf('archivo.csv', taken, 0).replace(/lote [0-9a-f-]+/, 'lote'),
    rejects: taken.rejects === null ? '' : readFileSync(taken.rejects, 'utf8'),
    readBack,
    waiting: waiting.map(({ reason }) => reason),
    statements,
  }
}

const recorded = () => twins.actas.recorded
const LEFT = { EGRESO: written(hoursAgo(1)), 'TIPO DE EGRESO': 'Traslado' }
/** A word of each feed about the child of whom protection has recorded something; `waits` where it speaks against that. */
const FILES: [what: string, feed: string, rows: () => Row[], waits?: RegExp][] = [
  [
    'the exit of its own stay',
    'placements/stays',
    () => [aStay(recorded(), { ...STAY_OF_INM, ...LEFT })],
    /otro lugar/,
  ],
  [
    'the same with another way out',
    'placements/stays',
    () => [aStay(recorded(), { ...STAY_OF_INM, ...LEFT, 'TIPO DE EGRESO': 'Retorno' })],
  ],
  [
    'a stay after the hand-over',
    'placements/stays',
    () => [aStay(recorded(), { 'NOMBRE DEL LUGAR': 'Otro', INGRESO: written(hoursAgo(0.5)) })],
  ],
  [
    'a detection before the birth that the DIF has told',
    'children/detections',
    () => [aDetection({ NUE: twins.nue, 'FECHA Y HORA': written(daysAgo(900)), 'AVISO A PPNNA': '' })],
    /nacimiento/,
  ],
  ['a detection in the very same words', 'children/detections', () => [again, aDetection()]],
  ['a detection in others', 'children/detections', () => [aDetection({ ACTA: recorded() })]],
  [
    'numbers of two children',
    'children/detections',
    () => [aDetection({ NUE: twins.nue, CURP: twins.curp })],
    /dos niñas/,
  ],
  ['a return', 'returns/executed-returns', () => [aReturn(recorded())]],
  ['a return of nobody', 'returns/executed-returns', () => [aReturn('INM/07/2026/9999999')]],
  ['a stay of nobody', 'placements/stays', () => [aStay('INM/07/2026/9999999')]],
]

test.each<[string, string, () => Row[]]>([
  ['a detection', 'children/detections', () => [aDetection({ ACTA: recorded(), MUNICIPIO: 'Suchiate' })]],
  ['the same once more', 'children/detections', () => [again]],
])('a file of INM that is older than the word of protection is read back too: %s', async (_what, feed, rows) => {
  const [sent, late] = [rows(), { cutoff: localDay(daysAgo(5)) }]
  const there = await send(twins.plain, feed, sent, late)
  const here = await send(twins.protecting, feed, sent, late)

  expect(there.readBack.join()).toContain(sent[0]?.['MUNICIPIO'])
  expect(here.report).toBe(there.report)
  expect(here.readBack).toEqual(there.readBack)
  expect(here.statements).toEqual(there.statements)
  expect(here.waiting.join()).toContain('corte posterior')
})

describe.each(FILES)('%s', (_what, feed, rows, waits) => {
  test('is answered alike, and read back alike, by both registries', async () => {
    const sent = rows()
    const there = await send(twins.plain, feed, sent)
    const here = await send(twins.protecting, feed, sent)

    expect(there.report).toMatch(/registros?: [12] recibidos?\n/)
    expect({ report: here.report, rejects: here.rejects }).toEqual({ report: there.report, rejects: there.rejects })
    expect(here.readBack).toEqual(there.readBack)
    // No clock tells what the answer hides: the database has the same to do, statement by statement.
    expect(here.statements).toEqual(there.statements)
    expect(here.statements.length).toBeGreaterThan(10)
    if (waits) {
      expect(here.waiting.join()).toMatch(waits)
      expect(there.waiting.join()).not.toMatch(waits)
    }
  })
})

const ITS_MEASURE = { 'MEDIDA URGENTE': 'M-1', 'FECHA DE MEDIDA': written(hoursAgo(2)) }
test.each([
  [
    'an exit before its entry',
    { INGRESO: written(hoursAgo(3)), EGRESO: written(hoursAgo(9)) },
    'El egreso es anterior al ingreso.',
  ],
  [
    'a measure before it was asked for',
    { ...ITS_MEASURE, 'SOLICITUD AL MINISTERIO PÚBLICO': written(hoursAgo(1)) },
    'La solicitud al Ministerio Público es posterior a la medida o a su ratificación.',
  ],
])('what is wrong in the file itself is told, with the line: %s', async (_what, cells, reason) => {
  const wrong = aStay(recorded(), cells)
  const [there, here] = [
    await send(twins.plain, 'placements/stays', [wrong]),
    await send(twins.protecting, 'placements/stays', [wrong]),
  ]

  expect(here.report).toContain(reason)
  expect(here.report).toBe(there.report)
  expect(here.rejects).toBe(there.rejects)
})

test('returns of two offices under one number are both read back while they wait', async () => {
  const first = (acta: string, ENTIDAD: string) => aReturn(acta, { 'FOLIO DE RETORNO': '1', ENTIDAD })
  const rows = [first('INM/07/2026/9999998', 'Chiapas'), first('INM/30/2026/9999998', 'Veracruz')]

  const { readBack } = await send(twins.plain, 'returns/executed-returns', rows)

  const receipts = JSON.parse(readBack[3] ?? '').data.returnReceipts.edges as { node: Row }[]
  const states = receipts.flatMap(({ node }) => (node['number'] === '1' ? [node['state']] : []))
  expect(states.sort()).toEqual(['07', '30'])
})
