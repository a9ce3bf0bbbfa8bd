/** A table of INM sent as a workbook is the claims that the same table is as CSV: titles above the header, dates of Excel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { feed } from '../../services/oversight/src/intake/inm-daily.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const HEADER = ['DIA ', 'O.R.', 'NACIONALIDAD', 'ESTANCIA DIF', 'TOTAL DE CANALIZADOS', 'ADULTOS', 'MENORES']
const ROWS = [
  ['2026-06-01', 'Chiapas', 'Honduras', 'OTRO', 12, 12, 12],
  ['2026-06-01', 'CHIAPAS', 'HONDURAS', 'DIF MUNICIPAL TAPACHULA, CHIAPAS', 4, 2, 2],
  ['2026-06-02', 'Veracruz', 'El Salvador', 'DIF ESTATAL LOCALIDAD - XALAPA', 3, 3, 3],
] as const
const CLAIMS = `select day::text, state, office, nationality, place, measures, detail
  from oversight.authority_row where batch_id = $1 order by line`

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-workbook-'))
let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

async function claimsOf(file: string) {
  const unsaid = {
    source: 'INM',
    state: null,
    cutoff: null,
    isPreliminary: false,
    now: new Date('2026-11-25T18:00:00Z'),
  }
  const { outcome, counts, batchId } = await takeIn(pool, feed, { path: file }, unsaid)
  expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', rows: 3, recorded: 3, refused: 0 })
  return database.query(CLAIMS, [batchId])
}

test('a workbook and a CSV of one table are the same claims', async () => {
  const workbook = path.join(folder, 'reporte.xlsx')
  const sheet = [
    [{ value: 'INSTITUTO NACIONAL DE MIGRACIÓN' }],
    HEADER.map((value) => ({ value })),
    ...ROWS.map(([day, ...cells]) => [
      { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
      ...cells.map((value) => ({ value })),
    ]),
  ]
  await writeExcelFile(sheet).toFile(workbook)
  const csv = path.join(folder, 'reporte.csv')
  const lines = [HEADER, ...ROWS].map((cells) => cells.map((cell) => `"${cell}"`).join(','))
  writeFileSync(csv, `\ufeff${lines.join('\r\n')}\r\n`)

  const [ofWorkbook, ofCsv] = [await claimsOf(workbook), await claimsOf(csv)]

  expect(ofWorkbook).toEqual(ofCsv)
  expect(ofWorkbook[1]).toMatchObject({
    day: '2026-06-01',
    state: '07',
    office: 'CHIAPAS',
    nationality: 'HND',
    measures: { CHANNELLED: 4, CHANNELLED_PLACE_UNRECORDED: 0 },
  })
})
