/** Deliveries of one table after another: later ones replace earlier ones, days replace sums of months, nothing counts twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { takeIn } from '@vigia/kit/intake/take-in'
import { withdraw } from '@vigia/kit/intake/withdraw'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { ClaimStore } from '../store/claim-store.ts'
import { feed } from './inm-daily.ts'
import { withdrawal } from './withdrawal.ts'

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

/** Without a cut-off, as far as its last row. */
function take(file: string, cutoff: string | null) {
  const rejectPath = path.join(folder, 'rechazos.csv')
  const sender = { source: 'INM', state: null, cutoff, isPreliminary: false }
  return takeIn(pool, feed, { path: file }, { ...sender, rejectPath, now: NOW })
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

test('a longer delivery of the same table replaces the shorter one, and says so; withdrawn, the shorter one counts again', async () => {
  const header = 'DIA,ESTADO / O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS'
  await take(
    csv('c.csv', `${header}\n01/06/2026,Chiapas,Honduras,5,1,4\n02/06/2026,Chiapas,Honduras,6,0,6`),
    '2026-06-02',
  )
  const longer = csv(
    'd.csv',
    `${header}\n01/06/2026,Chiapas,Honduras,5,1,4\n02/06/2026,Chiapas,Honduras,7,0,7\n03/06/2026,Chiapas,Honduras,1,0,1`,
  )

  const { batchId } = await take(longer, '2026-06-03')

  expect(await told('07')).toMatchObject({ 'RETORNADOS RETURNED': 13, 'RETORNADOS DEPORTED': 1 })
  expect(await findings(batchId)).toMatchObject({ REPLACES_EARLIER: { rows: 2 } })
  await withdraw(pool, withdrawal, batchId ?? '', { reason: 'prueba' })
  expect(await told('07')).toMatchObject({ 'RETORNADOS RETURNED': 11 })
  expect((await take(longer, '2026-06-03')).outcome).toBe('TAKEN')
})

test('a correction of a few days that goes less far than the table is counted nowhere, and its sender is told how it would be', async () => {
  const header = 'DIA,ESTADO / O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS'
  const month = `${header}\n01/06/2026,Chiapas,Honduras,5,1,4\n02/06/2026,Chiapas,Honduras,6,0,6\n03/06/2026,Chiapas,Honduras,1,0,1`
  await take(csv('mes.csv', month), null)
  const corrected = csv('dos.csv', `${header}\n02/06/2026,Chiapas,Honduras,9,0,9\n02/06/2026,Tabasco,Honduras,2,0,2`)

  const { batchId, notices } = await take(corrected, null)

  expect(await told('07')).toMatchObject({ 'RETORNADOS RETURNED': 12 })
  expect(notices).toContainEqual(expect.stringMatching(/^1 renglón no se cuenta: .* corte al 03\/06\/2026, .*--cutoff/))

  await withdraw(pool, withdrawal, batchId ?? '', { reason: 'prueba' })
  const again = await take(corrected, '2026-06-04')

  expect(await told('07')).toMatchObject({ 'RETORNADOS RETURNED': 15 })
  expect(again.notices).not.toContainEqual(expect.stringContaining('no se cuenta'))
})

test('two deliveries of the same days by different offices are both counted', async () => {
  const header = 'DIA,ESTADO / O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS'
  await take(csv('e.csv', `${header}\n01/06/2026,Chiapas,Honduras,5,1,4`), '2026-06-02')
  await take(csv('f.csv', `${header}\n01/06/2026,Tabasco,Honduras,2,0,2`), '2026-06-02')

  expect(await told('00')).toMatchObject({ 'RETORNADOS RETURNED': 7 })
})

const MONTHS = `month,state,rescued,first_time,repeat,presented_by_rescue_table,to_dif_by_rescue_table,presented,channelled,channelled_adults,channelled_minors,channelled_place_unrecorded,returned,deported,assisted_returns
2026-06,07,0,0,0,0,0,0,0,0,0,0,100,10,90`
const TEN_DAYS = `DIA,ESTADO / O.R.,NACIONALIDAD,RETORNADOS A SU PAÍS,DEPORTADOS,RETORNOS ASISTIDOS
01/06/2026,Chiapas,Honduras,20,2,18
10/06/2026,Chiapas,Honduras,15,1,14`

test('days of a month replace that much of its sum: the month stays, the days can be read', async () => {
  await take(csv('meses.csv', MONTHS), '2026-06-30')
  expect(await told('07', { from: '2026-06-01', to: '2026-06-10' })).toEqual({})

  await take(csv('dias.csv', TEN_DAYS), '2026-06-10')

  expect(await told('07')).toEqual({
    'RETORNADOS RETURNED': 100,
    'RETORNADOS DEPORTED': 10,
    'RETORNADOS ASSISTED_RETURN': 90,
  })
  expect(await database.query("select n, rest from oversight.authority_month where measure = 'RETURNED'")).toEqual([
    { n: 100, rest: 65 },
  ])
})

test('a period that cuts a month of which only a sum is known has no count, but one that ends after the table has', async () => {
  await take(csv('meses-2.csv', MONTHS), '2026-06-20')

  expect(await told('07', { from: '2026-06-02', to: '2026-06-30' })).toEqual({})
  expect(await told('07', { from: '2026-06-01', to: '2026-06-19' })).toEqual({})
  expect(await told('07', { from: '2026-06-01', to: '2026-06-20' })).toMatchObject({ 'RETORNADOS RETURNED': 100 })
  expect(await told('07', { from: '2026-06-01', to: '2026-06-24' })).toMatchObject({ 'RETORNADOS RETURNED': 100 })
})
