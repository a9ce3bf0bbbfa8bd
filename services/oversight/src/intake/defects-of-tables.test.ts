/** Tables of INM never seen before, with every defect that has been: each is met by a rule that says so, and no row is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { ClaimStore } from '../store/claim-store.ts'
import { feed } from './inm-daily.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-tables-'))

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
beforeEach(async () => {
  await database.query('truncate oversight.authority_row, oversight.authority_coverage, oversight.batch_finding')
  await database.query('update oversight.batch set withdrawn_at = now()')
})

function take(file: string, { cutoff = '2026-05-25', acceptGood = false } = {}) {
  const rejectPath = path.join(folder, 'rechazos.csv')
  const sender = { source: 'INM', state: null, cutoff, isPreliminary: false }
  return takeIn(pool, feed, { path: file }, { ...sender, acceptGood, rejectPath, now: NOW })
}

function csv(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, `\ufeff${text.trim().split('\n').join('\r\n')}\r\n`)
  return file
}

async function told(state: string, period = { from: '2026-01-01', to: '2026-12-31' }) {
  const counts = await new ClaimStore(pool).counts(state, period)
  return Object.fromEntries(
    counts.flatMap(({ table, measure, count }) => (count === null ? [] : [[`${table} ${measure}`, count]])),
  )
}
const findings = async (batchId: string | null) =>
  Object.fromEntries(
    (
      await database.query<{ rule: string; row_count: number; lines: number[] }>(
        'select rule, row_count, lines from oversight.batch_finding where batch_id = $1',
        [batchId],
      )
    ).map(({ rule, row_count, lines }) => [rule, { rows: row_count, lines }]),
  )

const RESCATADOS = `
DIA ,Estado / O.R.,NACIONALIDAD,TOTAL,1RA VEZ,REINCIDENTES ,PRESENTADOS EN ESTACIONES MIGRATORIAS,CANALIZADOS AL DIF,CONDUCCIÓN DE NORTE A SUR,OBSERVACIONES
01/06/2026,Chiapas,República Bolivariana de Venezuela,30,30,12,20,10,,nada
01/06/2026,Chiapas,REPUBLICA BOLIVARIANA DE VENEZUELA,5,5,0,5,0,,
01/06/2026,CHIAPAS,República Bolivariana de Venezuela,7,7,1,7,0,,
02/06/2026,QUERETARO,Honduras,3,3,0,3,0,,
03/06/2026,QUERÉTARO,Honduras,2,2,0,2,0,1,
04/06/2026,QUERÉTARO,Atlántida,1,1,0,1,,,
TOTAL,,,48,48,13,38,10,,
,,,,,,,,,
,,,,,,,,,
`

test('a rescue table goes in by its columns: repeats apart, spellings joined, every row kept', async () => {
  const { outcome, counts, notices, batchId } = await take(csv('cualquier-nombre.csv', RESCATADOS))

  expect(outcome).toBe('TAKEN')
  expect(counts).toMatchObject({ rows: 6, recorded: 6, refused: 0, skipped: 3 })
  expect(await told('00')).toEqual({
    'RESCATADOS RESCUED': 48,
    'RESCATADOS RESCUED_AGAIN': 13,
    'RESCATADOS PRESENTED': 38,
    'RESCATADOS CHANNELLED': 10,
  })
  expect(await told('22')).toMatchObject({ 'RESCATADOS RESCUED': 6, 'RESCATADOS RESCUED_AGAIN': 0 })
  expect(notices).toContain('Columnas que no se leyeron: «OBSERVACIONES».')
  expect(notices).toContain('1 renglón: encabezados con espacios sobrantes, que no cuentan: «DIA», «REINCIDENTES» (1).')
  expect(notices).toContain('2 renglones: sin nada escrito: no es registro y no se cuenta (9, 10).')
  expect(notices).toContain('1 renglón: suma de otros renglones: no es registro y no se cuenta (8).')
  expect(await findings(batchId)).toMatchObject({
    STATE_SPELLING: { rows: 2, lines: [4, 5] },
    NATIONALITY_SPELLING: { rows: 1, lines: [3] },
    NATIONALITY_UNKNOWN: { rows: 1, lines: [7] },
    REPEATED_KEY: { rows: 2, lines: [3, 4] },
    REPEATS_IN_NO_TOTAL: { rows: 2, lines: [2, 4] },
    BLANK_COUNT: { rows: 1, lines: [7] },
    PADDED_TITLE: { rows: 1, lines: [1] },
    BLANK_ROW: { rows: 2, lines: [9, 10] },
    TOTALS_ROW: { rows: 1, lines: [8] },
  })
  expect(notices.some((notice) => notice.startsWith('2 renglones: mismo día, oficina, nacionalidad'))).toBe(true)
})

test('sums that repeat their day and office are no rows, in whichever column they say so', async () => {
  const { outcome, counts, notices, batchId } = await take(
    csv(
      'sumas.csv',
      `
DIA,ESTADO / O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS
01/06/2026,Chiapas,Honduras,5,1,4
01/06/2026,Chiapas,Cuba,2,0,2
01/06/2026,Chiapas,Subtotal,7,1,6
01/06/2026,Total nacional,TOTAL,7,1,6
02/06/2026,Chiapas,Togo,1,0,1
`,
    ),
  )

  expect([outcome, counts.rows, counts.skipped]).toEqual(['TAKEN', 3, 2])
  expect(await told('00')).toEqual({
    'RETORNADOS RETURNED': 8,
    'RETORNADOS DEPORTED': 1,
    'RETORNADOS ASSISTED_RETURN': 7,
  })
  expect(notices).toContain('2 renglones: suma de otros renglones: no es registro y no se cuenta (4, 5).')
  expect(await findings(batchId)).toMatchObject({ TOTALS_ROW: { rows: 2, lines: [4, 5] } })
})

test('a nationality that nobody knows is kept as it was written', async () => {
  await take(csv('a.csv', RESCATADOS))

  expect(
    await database.query("select nationality_text, nationality from oversight.authority_row where nationality = 'ZZZ'"),
  ).toEqual([{ nationality_text: 'Atlántida', nationality: 'ZZZ' }])
})

test('letters that say that nobody wrote a nationality are no country, though one has them for its key', async () => {
  const rows = ['NE', 'NA', 'SD', 'Níger'].map((nationality) => `01/06/2026,Chiapas,${nationality},5,0,5`)
  const header = 'DIA,O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS'

  const { batchId } = await take(csv('siglas.csv', [header, ...rows].join('\n')))

  expect(
    await database.query('select nationality_text as said, nationality from oversight.authority_row order by line'),
  ).toEqual([
    { said: 'NE', nationality: 'ZZZ' },
    { said: 'NA', nationality: 'ZZZ' },
    { said: 'SD', nationality: 'ZZZ' },
    { said: 'Níger', nationality: 'NER' },
  ])
  expect(await findings(batchId)).toMatchObject({ NATIONALITY_UNKNOWN: { rows: 3, lines: [2, 3, 4] } })
})

const CANALIZADOS = `
DIA,O.R.,NACIONALIDAD,ESTANCIA DIF,TOTAL DE CANALIZADOS,ADULTOS,MENORES
01/06/2026,Chiapas,Honduras,"DIF MUNICIPAL TAPACHULA, CHIAPAS",4,4,4
01/06/2026,Chiapas,Honduras,"DIF MUNICIPAL TAPACHULA,
CHIAPAS",4,4,4
01/06/2026,Chiapas,Honduras,"DIF MUNICIPAL TAPACHULA, CHIAPAS",4,4,4
01/06/2026,Chiapas,Honduras,OTRO LUGAR,10,5,5
02/06/2026,Tabasco,HONDURAS,Otro,7,3,4
03/06/2026,Tabasco,Honduras,,2,1,1
05/06/2026,Coahuila,Guatemala,"ALBERGUE ""CAMINO A CASA""",1,0,1
05/06/2026,Chiapas,Guatemala,"ALBERGUE TONALA, CHIAPAS",1,0,1
05/06/2026,Chiapas,Guatemala,DIF TONALÁ LOCALIDAD - TONALÁ,1,0,1
`

test('a channelling table goes in: places by their name, those that nobody wrote down apart', async () => {
  const { outcome, counts, batchId } = await take(csv('x.csv', CANALIZADOS))

  expect([outcome, counts.rows, counts.recorded]).toEqual(['TAKEN', 9, 9])
  expect(await told('00')).toEqual({ 'CANALIZADOS CHANNELLED': 34, 'CANALIZADOS CHANNELLED_PLACE_UNRECORDED': 19 })
  expect(await new ClaimStore(pool).places('00', { from: '2026-06-01', to: '2026-06-30' })).toEqual([
    { place: 'DIF MUNICIPAL TAPACHULA, CHIAPAS', count: 12, isRecorded: true },
    { place: 'OTRO LUGAR', count: 10, isRecorded: false },
    { place: 'Otro', count: 7, isRecorded: false },
    { place: '(en blanco)', count: 2, isRecorded: false },
    { place: 'ALBERGUE "CAMINO A CASA"', count: 1, isRecorded: true },
    { place: 'ALBERGUE TONALA, CHIAPAS', count: 1, isRecorded: true },
    { place: 'DIF TONALÁ LOCALIDAD - TONALÁ', count: 1, isRecorded: true },
  ])
  expect(await findings(batchId)).toMatchObject({
    TOTAL_IS_NOT_ITS_PARTS: { rows: 3, lines: [2, 3, 5] },
    IDENTICAL_ROW: { rows: 1, lines: [5] },
    REPEATED_KEY: { rows: 2, lines: [3, 5] },
    LINE_BREAK_IN_PLACE: { rows: 1, lines: [3] },
    PLACE_UNRECORDED: { rows: 3, lines: [6, 7, 8] },
    PLACE_WITHOUT_TOWN: { rows: 1, lines: [9] },
    PLACE_SAME_TOWN: { rows: 2, lines: [10, 11] },
    DAY_WITHOUT_ROWS: { rows: 1 },
  })
})

test('one row a child is a table of its own; the birth date gives the age and is not kept', async () => {
  await take(
    csv(
      'nna.csv',
      `DIA,O.R.,NACIONALIDAD,SEXO,FECHA DE NACIMIENTO,CLASIFICACIÓN
01/06/2026,Chiapas,Honduras,MUJER,15/03/2015,NO ACOMPAÑADO
01/06/2026,Chiapas,Honduras,HOMBRE,ilegible,ACOMPAÑADO
01/06/2026,Chiapas,Honduras,HOMBRE,01/01/2001,SEPARADO`,
    ),
  )
  const { batchId } = await take(
    csv(
      'adultos.csv',
      'DIA,O.R.,NACIONALIDAD,SEXO,MOTIVO DE SALIDA\n01/06/2026,Chiapas,Honduras,MUJER,ABANDONO DE PAM',
    ),
    { cutoff: '2026-05-26' },
  )

  expect(await told('07')).toEqual({
    'CANALIZADOS_POR_PERSONA CHANNELLED_CHILDREN': 3,
    'CANALIZADOS_POR_PERSONA CHANNELLED_ADULTS': 1,
  })
  // But for what the registry itself writes of a row: in its number and its hour any four digits may stand.
  const rows = await database.query(
    `select (to_jsonb(r) - '{id,batch_id,recorded_at}'::text[])::text as row from oversight.authority_row r`,
  )
  expect(JSON.stringify(rows)).not.toMatch(/2015|2001|ilegible/)
  expect(await findings(batchId)).not.toHaveProperty('REPEATED_KEY')
})

test('an office that names no state stops the file, and is told by line; good rows go in where one asks so', async () => {
  const file = csv('b.csv', RESCATADOS.replace('QUERETARO', 'OFICINAS CENTRALES'))

  const refused = await take(file)
  expect(refused.outcome).toBe('REFUSED')
  expect(refused.firstRejects).toMatchObject([{ line: 5, column: 'ESTADO / O.R.', value: 'OFICINAS CENTRALES' }])
  expect(await told('00')).toEqual({})

  const taken = await take(file, { acceptGood: true })
  expect(taken.counts).toMatchObject({ rows: 6, recorded: 5, refused: 1 })
})
