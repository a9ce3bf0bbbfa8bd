/** A child is erased of whom a row waits that nobody could join, or that others' facts speak against: nobody reads that row either. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { erase, eraseAgain } from '@vigia/kit/seal/erased'
import { curpCheckDigit } from '@vigia/law/identifiers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-erased-'))
const list = path.join(folder, 'erased.jsonl')
const NUE = 'N300400500'
const CURP = `XEXX130101MNEXXXA${curpCheckDigit('XEXX130101MNEXXXA')}`

let desk: Desk
let owner: pg.Client
beforeAll(async () => {
  vi.stubEnv('VIGIA_ERASED', list)
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

const childOf = async (acta = ''): Promise<string> => {
  const [row] = await desk.database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [acta],
  )
  return row?.id ?? ''
}

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
  const child = await childOf(one.ACTA)
  const { rows: before } = await owner.query('select id, raw from children.unmatched_row')

  await erase(owner, [child])

  expect(await readable()).toEqual([ofOthers.ACTA])
  for (const { id, raw } of before)
    await owner.query('update children.unmatched_row set raw = $2 where id = $1', [id, raw])
  await eraseAgain(owner)
  expect(await readable()).toEqual([ofOthers.ACTA])
})

const born = daysAgo(1_000)
const birthday = { 'FECHA DE NACIMIENTO': writtenDay(born), EDAD: '2' }
const WHERE_BORN = `select place from (
  select 'child' as place, born_on::text as said from children.child union all select 'find', born_on::text from children.detection
  union all select 'former', former::text from children.former_version
  union all select 'pending', payload::text from outbox.pending union all select 'event', payload::text from outbox.event
  union all select 'row', raw::text from children.unmatched_row) p where said like '%' || $1 || '%' order by 1`

const placesOfBirth = async () =>
  (await desk.database.query<{ place: string }>(WHERE_BORN, [localDay(born)])).map(({ place }) => place)

test('its day of birth is gone wherever it stands: in the log, in what waits for its number, in rows that wait and that were joined', async () => {
  const [numbered, waiting] = [aDetection({ NUE: 'N900100200', ...birthday }), aDetection()]
  await desk.send('children/detections', [numbered, waiting], { source: 'INM' })
  await desk.hear()
  await desk.send('children/detections', [{ ...numbered, LENGUA: 'Mam' }], { source: 'INM' })
  await desk.send('children/detections', [aDetection({ NUE: 'N900100200', CURP, ...birthday })], { source: 'INM' })
  await owner.query(
    `update children.unmatched_row set matched_at = now(), raw = raw - 'wrapped_key' where 'NUE:N900100200' = any (keys)`,
  )
  await desk.send('children/detections', [aDetection({ NUE: 'N900100200', CURP, ...birthday })], { source: 'INM' })
  expect(await placesOfBirth()).toEqual([
    ...['child', 'event', 'event', 'find', 'former', 'former', 'pending', 'pending', 'row', 'row'],
  ])

  await owner.query('begin')
  await erase(owner, [await childOf(numbered.ACTA)])
  await owner.query('commit')

  expect(await placesOfBirth()).toEqual([])
  await desk.hear()
  expect(await placesOfBirth()).toEqual([])
})

test('nor is it kept by an event that is being given its number meanwhile', async () => {
  const one = aDetection(birthday)
  await desk.send('children/detections', [one], { source: 'INM' })
  const child = await childOf(one.ACTA)
  const sequencer = new pg.Client({ connectionString: desk.database.url })
  await sequencer.connect()
  await sequencer.query('begin')
  await sequencer.query('select outbox.number_pending(1000)')
  await owner.query('begin')

  const erased = erase(owner, [child])
  await eventually(
    () =>
      desk.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    ({ length }) => length === 1,
  )
  await sequencer.query('commit')
  await erased
  await owner.query('commit')
  await sequencer.end()

  expect(await placesOfBirth()).toEqual([])
})

test('what is told anew of it stays, however often the registry starts', async () => {
  const one = aDetection({ NUE: 'N100900800', ...birthday })
  await desk.send('children/detections', [one], { source: 'INM' })
  const child = await childOf(one.ACTA)
  await erase(owner, [child])

  await desk.send('children/detections', [{ ...one, LENGUA: 'Mam' }], { source: 'INM' })
  const anew = aDetection({ NUE: 'N100900800', CURP })
  await desk.send('children/detections', [anew], { source: 'INM' })
  await owner.query(
    "update children.data_key set wrapped = 'back', destroyed_at = null where child_id = $1 and destroyed_at is not null",
    [child],
  )
  await eraseAgain(owner)

  expect(await desk.database.query("select from children.data_key where wrapped = 'back'")).toEqual([])
  expect(await desk.database.query('select born_on::text as day from children.child where id = $1', [child])).toEqual([
    { day: localDay(born) },
  ])
  expect(await readable()).toContain(anew.ACTA)
})

test('a line of the list that was cut short while it was written keeps nothing from starting, and spoils none that follows', async () => {
  const one = aDetection({ NUE: 'N700100300' })
  await desk.send('children/detections', [one], { source: 'INM' })
  const child = await childOf(one.ACTA)
  appendFileSync(list, '{"at":"2026-01-01T00:00:00.000Z","chi')

  await eraseAgain(owner)
  await erase(owner, [child])
  await owner.query('update children.data_key set wrapped = $2, destroyed_at = null where child_id = $1', [
    child,
    'back',
  ])
  await eraseAgain(owner)

  expect(readFileSync(list, 'utf8')).toContain(child)
  expect(
    await desk.database.query('select from children.data_key where child_id = $1 and wrapped is not null', [child]),
  ).toEqual([])
})
