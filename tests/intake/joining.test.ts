/** Rows are joined to children by their identifiers and by nothing else; what cannot be joined is kept until it can. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const aCurp = (first17: string) => `${first17}${curpCheckDigit(first17)}`
const aNue = () => `N${String(nextNumber()).padStart(9, '0')}`

/** The child of each acta. */
async function childrenOf(...rows: Row[]): Promise<(string | undefined)[]> {
  const found = await desk.database.query<{ acta: string; child_id: string }>(
    'select acta, child_id from children.detection',
  )
  const byActa = new Map(found.map(({ acta, child_id }) => [acta, child_id]))
  return rows.map((row) => byActa.get(row['ACTA'] ?? ''))
}

test('two rows of one file with one new NUE are one child, found where and when it was found first', async () => {
  const nue = { NUE: aNue() }
  const later = aDetection({ ...nue, ENTIDAD: 'Nuevo León', 'FECHA Y HORA': written(daysAgo(10)) })
  const earlier = aDetection({ ...nue, ENTIDAD: 'Tabasco', 'FECHA Y HORA': written(daysAgo(40)) })

  await desk.send('children/detections', [later, earlier])

  const [one, other] = await childrenOf(later, earlier)
  expect(one).toBe(other)
  expect(await desk.database.query('select state from children.child where id = $1', [one])).toEqual([{ state: '27' }])
})

test('rows that share a NUE and rows that share a CURP with one of them are one child', async () => {
  const nue = { NUE: aNue() }
  const curp = { CURP: aCurp('XEXX130101HNEXXXA') }
  const rows = [aDetection(nue), aDetection({ ...nue, ...curp }), aDetection(curp)]

  expect((await desk.send('children/detections', rows)).outcome).toBe('TAKEN')

  expect(new Set(await childrenOf(...rows)).size).toBe(1)
})

test('the same name and birth date join nothing', async () => {
  const person = { 'NOMBRE(S)': 'Wilmer', 'PRIMER APELLIDO': 'Xol', 'FECHA DE NACIMIENTO': '05/06/2014', EDAD: '' }
  const [one, other] = [aDetection(person), aDetection(person)]

  await desk.send('children/detections', [one, other])

  expect(new Set(await childrenOf(one, other)).size).toBe(2)
})

test('a NUE known from an earlier file brings the child back; a detection that comes late becomes the first', async () => {
  const nue = { NUE: aNue() }
  const first = aDetection({ ...nue, ENTIDAD: 'Nuevo León', 'FECHA Y HORA': written(daysAgo(10)) })
  const late = aDetection({ ...nue, ENTIDAD: 'Chiapas', 'FECHA Y HORA': written(daysAgo(60)) })
  await desk.send('children/detections', [first])

  const { counts } = await desk.send('children/detections', [late])

  const [one, other] = await childrenOf(first, late)
  expect(counts.recorded).toBe(1)
  expect(one).toBe(other)
  expect(await desk.database.query('select state from children.child where id = $1', [one])).toEqual([{ state: '07' }])
})

test('an acta told again with other facts corrects the detection, and the former version is kept', async () => {
  const row = aDetection()
  await desk.send('children/detections', [row])

  const { counts } = await desk.send('children/detections', [{ ...row, ENTIDAD: 'Oaxaca', 'PRIMER APELLIDO': 'Otro' }])

  expect(counts).toMatchObject({ recorded: 0, corrected: 1 })
  expect(
    await desk.database.query(
      `select d.state, v.former ->> 'state' as former from children.detection d
       join children.former_version v on v.entity = 'detection' and v.entity_id = d.id where d.acta = $1`,
      [row.ACTA],
    ),
  ).toEqual([{ state: '20', former: '07' }])
})

test('an acta twice in one file: the later line corrects the earlier', async () => {
  const row = aDetection()

  const { counts } = await desk.send('children/detections', [
    row,
    { ...row, ENTIDAD: 'Oaxaca' },
    { ...row, ENTIDAD: 'Puebla' },
  ])

  expect(counts).toMatchObject({ rows: 3, recorded: 1, corrected: 2 })
  expect(await desk.database.query('select state from children.detection where acta = $1', [row.ACTA])).toEqual([
    { state: '21' },
  ])
})

test('a file that tells of an earlier day than what is known corrects nothing', async () => {
  const row = aDetection()
  await desk.send('children/detections', [row])

  const cutoff = localDay(daysAgo(1))
  const { counts } = await desk.send('children/detections', [{ ...row, ENTIDAD: 'Oaxaca' }], { cutoff })

  expect(counts).toMatchObject({ corrected: 0, unchanged: 1 })
})

test('rows of other services find the child by acta, NUE or CURP', async () => {
  const curp = aCurp('XEXX120202MNEXXXA')
  const found = aDetection({ NUE: aNue(), CURP: curp })
  await desk.send('children/detections', [found])
  await desk.tell()
  const [child] = await childrenOf(found)
  const by = (differences: Row, hours: number) =>
    aStay('', { INGRESO: written(hoursAgo(hours + 1)), EGRESO: written(hoursAgo(hours)), ...differences })

  const taken = await desk.send('placements/stays', [
    by({ ACTA: found.ACTA }, 30),
    by({ NUE: found['NUE'] ?? '' }, 20),
    by({ CURP: curp }, 10),
  ])

  expect(taken.counts).toMatchObject({ recorded: 3, unmatched: 0 })
  expect(await desk.database.query('select from placements.stay where child_id = $1', [child])).toHaveLength(3)
})

test('a row whose child is not known yet is kept, counted, and taken in when the child arrives', async () => {
  const found = aDetection()
  const rows = [aStay(found.ACTA), aStay('', { NUE: '' })]

  const taken = await desk.send('placements/stays', rows)
  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { rows: 2, recorded: 0, unmatched: 2 } })
  const waiting = () =>
    desk.database.query(
      'select line, keys, reason from placements.unmatched_row where batch_id = $1 and matched_at is null order by line',
      [taken.batchId],
    )
  expect(await waiting()).toMatchObject([
    { line: 2, keys: [`ACTA:${found.ACTA}`, 'LUGAR:Centro de canalización Tapachula'] },
    { line: 3, reason: 'El renglón no trae ACTA, NUE ni CURP.' },
  ])

  await desk.send('children/detections', [found])
  await desk.tell()

  expect(await waiting()).toMatchObject([{ line: 3 }])
  const [child] = await childrenOf(found)
  expect(await desk.database.query('select batch_id, line from placements.stay where child_id = $1', [child])).toEqual([
    { batch_id: taken.batchId, line: 2 },
  ])
})

test('a determination that comes before its case, a checklist before its return: kept, then taken in', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const opened = aCase(found.ACTA)
  const returned = aReturn(found.ACTA)
  const checked = {
    'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '',
    'NNA ESCUCHADA': 'NO',
    'ARMAS VISIBLES': 'SÍ',
  }

  const early = await desk.send('representation/determinations', [aDetermination(opened.FOLIO)], {
    state: '07',
    source: 'PPNNA',
  })
  const list = await desk.send('returns/return-checklists', [checked])
  expect([early.counts.unmatched, list.counts.unmatched]).toEqual([1, 1])
  await desk.send('representation/protection-cases', [opened], { state: '07', source: 'PPNNA' })
  await desk.send('returns/executed-returns', [returned])
  await desk.tell()

  expect(
    await desk.database.query('select from representation.determination where batch_id = $1', [early.batchId]),
  ).toHaveLength(1)
  expect(
    await desk.database.query('select items from returns.return_checklist where batch_id = $1', [list.batchId]),
  ).toMatchObject([{ items: { CHILD_HEARD: 'NO', FIREARMS_VISIBLE: 'YES', PLAN: 'UNKNOWN' } }])
})

test('a place that stands in no list is sighted; a second source corroborates it, its own list acknowledges it', async () => {
  const [one, two] = [aDetection(), aDetection()]
  await desk.send('children/detections', [one, two])
  await desk.tell()
  const unlisted = { 'CLAVE DEL LUGAR': 'X-07-9', 'NOMBRE DEL LUGAR': 'Bodega La Esperanza' }
  const place = async () =>
    (
      await desk.database.query<{ lifecycle: string }>(`select lifecycle from placements.facility where key = 'X-07-9'`)
    )[0]?.lifecycle

  await desk.send('placements/stays', [aStay(one.ACTA, unlisted)])
  expect(await place()).toBe('SIGHTED')
  await desk.send('placements/stays', [aStay(two.ACTA, unlisted)], { source: 'CIVIL_SOCIETY' })
  expect(await place()).toBe('CORROBORATED')
  await desk.send('placements/facilities', [
    { CLAVE: 'X-07-9', NOMBRE: 'Bodega La Esperanza', TIPO: 'CCAN', ENTIDAD: 'Chiapas' },
  ])
  expect(await place()).toBe('ACKNOWLEDGED')
})

test('an open stay told again with its exit is closed, not doubled', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const open = aStay(found.ACTA)
  await desk.send('placements/stays', [open])

  const { counts } = await desk.send('placements/stays', [
    { ...open, EGRESO: written(hoursAgo(1)), 'TIPO DE EGRESO': 'Retorno' },
  ])

  expect(counts).toMatchObject({ recorded: 0, corrected: 1 })
})

test('a row that has waited for its child undoes nothing that a later file of the same day told', async () => {
  const detection = aDetection()
  const stay = aStay(detection.ACTA)
  expect((await desk.send('placements/stays', [stay])).counts.unmatched).toBe(1)
  await desk.send('children/detections', [detection])
  await desk.hear()
  await desk.send('placements/stays', [{ ...stay, EGRESO: written(hoursAgo(1)) }])

  await desk.tell()

  const [child] = await childrenOf(detection)
  const ended = 'select left_at is not null as ended from placements.stay where child_id = $1'
  expect(await desk.database.query(ended, [child])).toEqual([{ ended: true }])
})
