/**
 * The gates of INM (security.md 3.8): closed for every child until a Procuraduría acts, open by its act alone, and closed in one and
 * the same way for a number of nobody, of another office, of a child of whom nothing is permitted, and where nobody can answer.
 */
import { openPool } from '@vigia/db/open'
import { open } from '@vigia/db/returns'
import { urlOfRole } from '@vigia/db/roles'
import { type Actor, acceptActor } from '@vigia/kit/actor'
import { stretchOf } from '@vigia/kit/follow'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followChildren } from '../../services/returns/src/actions/follow-children.ts'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { CHIAPAS, GATES, type Gates, OF_CHIAPAS, openGates, SHUT } from '../support/gates.ts'

const TABASCO = anActor('inm-officer', { org: 'INM-27', states: ['27'] })

let gates: Gates
let { database, graph, feeds, asked, told, aFoundChild, determined } = {} as Gates
beforeAll(async () => {
  gates = await openGates()
  ;({ database, graph, feeds, asked, told, aFoundChild, determined } = gates)
})
afterAll(() => gates.stop())

test('both gates are shut for a child of whom a Procuraduría has said nothing', async () => {
  const { number } = await aFoundChild()

  expect(await asked(number)).toEqual({ status: 200, data: SHUT })
})

test('a determination that permits the return opens one gate, with its number and day; the next one shuts it', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO, { NÚMERO: 'BID-07-2026-777001' })
  await told()

  const document = { documentNumber: 'BID-07-2026-777001', documentDate: localDay(daysAgo(10)) }
  expect((await asked(number)).data).toEqual({ ...SHUT, returnGate: { answer: 'PERMITTED', ...document } })

  const { batchId } = await determined(file.FOLIO, { FECHA: writtenDay(daysAgo(2)), RESULTADO: 'Retorno no permitido' })
  await told()
  expect((await asked(number)).data).toEqual(SHUT)

  await feeds.withdraw('representation/determinations', batchId)
  await told()
  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test('a determination by an authority that may make none opens nothing, and shuts nothing that a Procuraduría has opened', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO, { AUTORIDAD: 'INM' })
  await told()
  expect((await asked(number)).data).toEqual(SHUT)

  await determined(file.FOLIO)
  await determined(file.FOLIO, { AUTORIDAD: 'INM', FECHA: writtenDay(daysAgo(2)), RESULTADO: 'Retorno no permitido' })
  await told()
  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test('what is decided for a day to come permits nothing before it', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await told()
  const [found] = await database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [number],
  )
  const moved = (days: number) =>
    database.query(
      'update returns.determination_ref set decided_at = now() + $2 * interval $$1 day$$ where child_id = $1',
      [found?.id, days],
    )

  await moved(1)
  expect((await asked(number)).data).toEqual(SHUT)
  await moved(-1)
  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test('the consulate may be turned to once the file says so, and no longer once it says otherwise', async () => {
  const acted = (answer: string, day: number) => ({
    'CONTACTO CONSULAR PERMITIDO': answer,
    'FECHA DEL ACUERDO CONSULAR': writtenDay(daysAgo(day)),
  })
  const { number, file } = await aFoundChild(acted('SÍ', 9))
  expect((await asked(number)).data).toEqual({ ...SHUT, consularContactGate: { answer: 'PERMITTED' } })

  await feeds.takeIn('representation/protection-cases', [{ ...file, ...acted('NO', 3) }], OF_CHIAPAS)
  await told()
  expect((await asked(number)).data).toEqual(SHUT)
})

test('an act on the consulate without its day is refused', async () => {
  const file = aCase(aDetection().ACTA, { 'CONTACTO CONSULAR PERMITIDO': 'SÍ' })

  await expect(feeds.takeIn('representation/protection-cases', [file], OF_CHIAPAS)).rejects.toThrow(/van juntos/)
})

test('what is open to the office that found the child is shut to every other, as a number of nobody is', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await told()
  expect((await asked(number)).data).not.toEqual(SHUT)

  const shut = JSON.stringify({ status: 200, data: SHUT })
  expect(JSON.stringify(await asked(number, TABASCO))).toBe(shut)
  expect(JSON.stringify(await asked(number, anActor('inm-officer', { states: null })))).toBe(shut)
  for (const other of ['INM/07/2026/9999999', '', 'x'.repeat(2_000), "' or true --", number.toLowerCase()]) {
    expect(JSON.stringify(await asked(other))).toBe(shut)
  }
})

test('what another authority makes of the detection moves no gate', async () => {
  const detection = aDetection()
  await feeds.takeIn('children/detections', [detection])
  await told()
  const file = aCase(detection.ACTA)
  await feeds.takeIn('representation/protection-cases', [file], OF_CHIAPAS)
  await determined(file.FOLIO)
  await feeds.takeIn('children/detections', [{ ...detection, ENTIDAD: 'Tabasco' }], { source: 'DIF' })
  await told()

  expect((await asked(detection.ACTA)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
  expect((await asked(detection.ACTA, TABASCO)).data).toEqual(SHUT)
})

test('what INM wrote is known however the log is heard, one event at a time too', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await told()
  const pool = openPool(urlOfRole(database.url, 'vigia_returns'), 1)
  const client = await pool.connect()
  await client.query('truncate returns.detection_writing, returns.inm_batch_ref')
  expect((await asked(number)).data).toEqual(SHUT)
  const { rows } = await client.query<{ top: number }>('select max(seq)::int as top from outbox.event')
  for (let seq = 0; seq < (rows[0]?.top ?? 0); seq += 1)
    await followChildren.apply(client, await stretchOf(client, seq, seq + 1))
  client.release()
  await pool.end()

  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test('a detection that INM takes back has no gate, and has it again when it comes again', async () => {
  const detection = aDetection()
  const { batchId } = await feeds.takeIn('children/detections', [detection])
  await told()
  const file = aCase(detection.ACTA)
  await feeds.takeIn('representation/protection-cases', [file], OF_CHIAPAS)
  await determined(file.FOLIO)
  await told()
  await feeds.withdraw('children/detections', batchId)
  await told()
  expect((await asked(detection.ACTA)).data).toEqual(SHUT)

  await feeds.takeIn('children/detections', [detection, aDetection()])
  await told()
  expect((await asked(detection.ACTA)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test('of a child whom INM did not find there is no gate', async () => {
  const found = aDetection()
  await feeds.takeIn('children/detections', [found], { source: 'DIF' })
  await told()
  const file = aCase(found.ACTA)
  await feeds.takeIn('representation/protection-cases', [file], OF_CHIAPAS)
  await determined(file.FOLIO)
  await told()

  expect((await asked(found.ACTA)).data).toEqual(SHUT)
})

test('the database by itself gives an office what permits and nothing else, whoever writes the SQL', async () => {
  const [opened, shut] = [await aFoundChild(), await aFoundChild()]
  await determined(opened.file.FOLIO)
  await determined(shut.file.FOLIO, { RESULTADO: 'Permanencia en México' })
  await told()
  const db = open(database.url)
  const read = async (actor: Actor) => {
    const reading = db.withActor(rowContextOf(acceptActor(actor)))
    const both = [opened.number, shut.number]
    const { rows } = await reading.run(() =>
      db.rows.query('select acta, outcome from returns.gate_of_return where acta = any ($1) order by outcome', [both]),
    )
    reading.close()
    return rows.map(({ acta, outcome }) => [acta, outcome])
  }

  expect(await read(CHIAPAS)).toEqual([
    [opened.number, 'RETURN_PERMITTED'],
    [shut.number, null],
  ])
  for (const other of [TABASCO, anActor('inm-officer', { states: null }), anActor('state-secretary')]) {
    expect(await read(other)).toEqual([])
  }
  await db.close()
})

test('the audit tells who asked, and of which child an answer was given', async () => {
  const { number } = await aFoundChild()
  const [{ child } = { child: '' }] = await database.query<{ child: string }>(
    'select child_id as child from children.detection where acta = $1',
    [number],
  )
  for (const [request, actor] of [
    ['of the own office', CHIAPAS],
    ['of another office', TABASCO],
  ] as const) {
    await graph.ask(actor, GATES, { number }, request)
  }
  const entries = await database.query<{ request_id: string; asked: string[]; records: number }>(
    "select request_id, asked, records from audit.entry where request_id like 'of %office' order by request_id desc",
  )
  const named = await database.query(
    "select request_id, audit.ids_in(children)::text as child from audit.entry where request_id like 'of %office'",
  )

  const asked = ['consularContactGate', 'returnGate']
  expect(entries).toEqual([
    { request_id: 'of the own office', asked, records: 1 },
    { request_id: 'of another office', asked, records: 0 },
  ])
  expect(named).toEqual([{ request_id: 'of the own office', child }])
})
