/** A child whose file was withdrawn counts nowhere any more, and can be put back: so it can be erased, and goes with its term. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openPool } from '@vigia/db/open'
import { childOfFolio, erase } from '@vigia/kit/seal/erased'
import { letGo, overTerm } from '@vigia/kit/seal/over-term'
import { curpCheckDigit } from '@vigia/law/identifiers'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { ROOT } from '../support/source-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-withdrawn-'))
const CURP = `XEXX130101MNEXXXA${curpCheckDigit('XEXX130101MNEXXXA')}`
const born = daysAgo(1_000)

let desk: Desk
let pool: Pool
let client: PoolClient
beforeAll(async () => {
  const list = path.join(folder, 'erased.jsonl')
  writeFileSync(list, '') // As the first start leaves it: without one no command goes on.
  vi.stubEnv('VIGIA_ERASED', list)
  desk = await openDesk()
  pool = openPool(desk.database.url, 2)
  client = await pool.connect()
})
afterAll(async () => {
  client.release()
  await pool.end()
  await desk.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const readable = async () =>
  (
    await desk.database.query<{ acta: string }>(
      `select raw ->> 'acta' as acta from children.unmatched_row where raw ? 'wrapped_key' order by 1`,
    )
  ).map(({ acta }) => acta)

async function told(command: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: desk.database.url, VIGIA_AUDIT_HEADS: path.join(folder, 'heads') }
  return (await promisify(execFile)('node', [`services/_kit/src/${command}.ts`, ...args], { cwd: ROOT, env })).stdout
}

test('what is over its term is told of all terms, or of one alone; of what goes by itself, that it does', async () => {
  const all = await told('seal/retention-command')
  expect(all).toMatch(
    /^WAITING .* oversight\.letter_digest: 0$.*^SESSION .*^AUDIT .*; no se borra\) oversight\.breach_told: 0$/ms,
  )
  expect(all).toMatch(/^DONE \(propuesta de Vigía\): .*se va solo.*^HOUR \(propuesta de Vigía\): se va solo/ms)
  expect(await told('seal/retention-command', '--only', 'CHILD')).toBe(
    'CHILD (10 años, propuesta de Vigía) children.child: 0\nNo se ha cambiado nada.\n',
  )
})

test('it is found by its folio, and once its term is over its keys and its day of birth go', async () => {
  const { batchId } = await desk.send('children/detections', [
    aDetection({ 'NOMBRE(S)': 'Nadie', 'FECHA DE NACIMIENTO': writtenDay(born), EDAD: '2' }),
  ])
  const [known] = await desk.database.query<{ id: string; folio: string }>('select id, folio from children.child')
  await desk.takeBack('children', batchId)
  expect(await desk.database.query('select from children.child')).toEqual([])

  const folio = known?.folio ?? ''
  expect(await childOfFolio(pool, folio)).toBe(known?.id)
  expect(await told('audit/command', 'child', folio)).toMatch(/^(Accesos: |Nadie lo ha consultado)/m)
  const later = new Date(Date.now() + 11 * 366 * 86_400_000)
  const children = async () => (await overTerm(pool, later)).find(({ term }) => term === 'CHILD')?.found
  expect(await children()).toBe(1)
  await letGo(pool, 'CHILD', { now: later, reason: 'una prueba' })

  expect(await children()).toBe(0)
  expect(await desk.database.query('select from children.data_key where wrapped is not null')).toEqual([])
  const said = `select from children.former_version where former::text like $1 union all select from outbox.pending where payload::text like $1`
  expect(await desk.database.query(said, [`%${localDay(born)}%`])).toEqual([])
})

test('rows that wait and bear its numbers are read by nobody either, and those of others are', async () => {
  const ofFile = { source: 'INM' }
  const one = aDetection({ NUE: 'N300400500' })
  const withdrawn = await desk.send('children/detections', [one], ofFile)
  await desk.send('children/detections', [aDetection({ CURP }), aDetection({ NUE: 'N600700800' })], ofFile)
  const ofTwo = ['N300400500', 'N600700800'].map((NUE) => aDetection({ NUE, CURP }))
  const byActa = aDetection({ ACTA: one.ACTA, CURP })
  await desk.send('children/detections', [...ofTwo, byActa], ofFile)
  expect(await readable()).toEqual([...ofTwo, byActa].map(({ ACTA }) => ACTA).sort())
  const [known] = await desk.database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [one.ACTA],
  )
  await desk.takeBack('children', withdrawn.batchId)

  await erase(client, [known?.id ?? ''])

  expect(await readable()).toEqual([ofTwo[1]?.ACTA])
})
