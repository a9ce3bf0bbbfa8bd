/** A table of INM sent as a workbook is the claims that the same table is as CSV: titles above the header, dates of Excel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { feed } from '../../services/oversight/src/intake/inm-daily.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const HEADER = ['DIA ', 'O.R.', 'NACIONALIDAD', 'ESTANCIA DIF', 'TOTAL DE CANALIZADOS', 'ADULTOS', 'MENORES']
const ROWS = [
  ['2026-06-01', 'Chiapas', 'Honduras', 'OTRO', 12, 12, 12],
  ['2026-06-01', 'CHIAPAS', 'HONDURAS', 'DIF MUNICIPAL TAPACHULA, CHIAPAS', 4, 2, 2],
  ['2026-06-02', 'Veracruz', 'El Salvador', 'DIF ESTATAL LOCALIDAD - XALAPA', 3, 3, 3],
] as const
const CLAIMS = `select day::text, state, office, nationality, place, measures, detail
  from oversight.authority_row where batch_id = $1 order by line`

const SAYS = `{ state(code: "07") { authorityCounts(source: INM_DAILY_TABLES, period: { from: "2026-06-01", to: "2026-06-30" }) {
  table measure count coveredUntil official } } }`

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The table as a spreadsheet program writes it. */
async function workbook(): Promise<string> {
  const file = path.join(folder, 'reporte.xlsx')
  const sheet = [
    [{ value: 'INSTITUTO NACIONAL DE MIGRACIÓN' }],
    HEADER.map((value) => ({ value })),
    ...ROWS.map(([day, ...cells]) => [
      { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
      ...cells.map((value) => ({ value })),
    ]),
  ]
  await writeExcelFile(sheet).toFile(file)
  return file
}

async function csv(): Promise<string> {
  const file = path.join(folder, 'reporte.csv')
  const lines = [HEADER, ...ROWS].map((cells) => cells.map((cell) => `"${cell}"`).join(','))
  writeFileSync(file, `\ufeff${lines.join('\r\n')}\r\n`)
  return file
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  let pool: Pool
  beforeAll(async () => {
    world = await startWorld({ mode })
    pool = openPool(world.database.url)
  })
  afterAll(async () => {
    await pool.end()
    await world.stop()
  })

  /** The claims that a file makes, and what the graph says of them. It is taken back after. */
  async function claimsOf(file: string) {
    const unsaid = { source: 'INM', state: null, cutoff: null, isPreliminary: false, now: new Date() }
    const { outcome, counts, batchId } = await takeIn(pool, feed, { path: file }, unsaid)
    expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', rows: 3, recorded: 3, refused: 0 })
    await world.settle()
    const claims = await world.database.query(CLAIMS, [batchId])
    const { data } = await world.ask<{ state: { authorityCounts: object[] } }>(SAYS)
    await world.withdraw('oversight/inm-daily', batchId)
    return { claims, said: data?.state.authorityCounts }
  }

  test('a workbook and a CSV of one table are the same claims', async () => {
    const ofWorkbook = await claimsOf(await workbook())
    const ofCsv = await claimsOf(await csv())

    expect(ofWorkbook).toEqual(ofCsv)
    expect(ofWorkbook.claims[1]).toMatchObject({
      day: '2026-06-01',
      state: '07',
      office: 'CHIAPAS',
      nationality: 'HND',
      measures: { CHANNELLED: 4, CHANNELLED_PLACE_UNRECORDED: 0 },
    })
    expect(ofWorkbook.said).toContainEqual({
      table: 'CANALIZADOS',
      measure: 'CHANNELLED',
      count: 16,
      coveredUntil: '2026-06-02',
      official: false,
    })
  })
})
