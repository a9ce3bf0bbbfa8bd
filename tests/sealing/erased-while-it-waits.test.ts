/** A child is erased of whom a row waits that nobody could join, or that others' facts speak against: nobody reads that row either. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { erase, eraseAgain } from '@vigia/kit/seal/erased'
import { curpCheckDigit } from '@vigia/law/identifiers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-erased-'))
const NUE = 'N300400500'
const CURP = `XEXX130101MNEXXXA${curpCheckDigit('XEXX130101MNEXXXA')}`

let desk: Desk
let owner: pg.Client
beforeAll(async () => {
  vi.stubEnv('VIGIA_ERASED', path.join(folder, 'erased.jsonl'))
  desk = await openDesk()
  owner = new pg.Client({ connectionString: desk.database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await desk.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const readable = async (): Promise<string[]> =>
  (
    await owner.query<{ acta: string }>(
      `select raw ->> 'acta' as acta from children.unmatched_row where raw ? 'wrapped_key' order by 1`,
    )
  ).rows.map(({ acta }) => acta)

test('the keys of its rows that wait are destroyed with its own, again after a restored copy, and no others', async () => {
  const [one, other, third] = [
    aDetection({ NUE, 'FECHA DE NACIMIENTO': writtenDay(daysAgo(700)), EDAD: '1' }),
    aDetection({ CURP }),
    aDetection({ NUE: 'N600700800' }),
  ]
  await desk.send('children/detections', [one, other, third], { source: 'INM' })
  const ofTwo = aDetection({ NUE, CURP })
  const unborn = aDetection({ NUE, EDAD: '', 'FECHA Y HORA': written(daysAgo(900)), 'AVISO A PPNNA': '' })
  const ofOthers = aDetection({ NUE: 'N600700800', CURP })
  await desk.send('children/detections', [ofTwo, unborn, ofOthers], { source: 'INM' })
  const waiting = [ofTwo, unborn, ofOthers].map(({ ACTA }) => ACTA).sort()
  expect(await readable()).toEqual(waiting)
  const [{ id: child } = { id: '' }] = await desk.database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [one.ACTA],
  )
  const { rows: before } = await owner.query('select id, raw from children.unmatched_row')

  await erase(owner, child, new Date())

  expect(await readable()).toEqual([ofOthers.ACTA])
  for (const { id, raw } of before)
    await owner.query('update children.unmatched_row set raw = $2 where id = $1', [id, raw])
  await eraseAgain(owner)
  expect(await readable()).toEqual([ofOthers.ACTA])
})
