/** Columns that few files of detections have: what shows that steps were taken, other numbers, relatives whom nobody detected. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { blind, openedIn } from '../support/opened.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const EVIDENCE = {
  'FOLIO DEL AVISO': 'OF-123/2026',
  'MEDIO DEL AVISO': 'Oficio',
  'LLEGADA DE PPNNA': written(daysAgo(29)),
  'LENGUA DE LA INFORMACIÓN': 'Garífuna',
  ENTREVISTA: 'OPI',
  'FECHA DE ENTREVISTA': written(daysAgo(29)),
  PRESENTACIÓN: written(daysAgo(28)),
  'INGRESO AL PAÍS': writtenDay(daysAgo(40)),
  'ACTA DE CANALIZACIÓN': 'AC-123/2026',
  'ACTA CON ACUSE DEL DIF': 'NO',
  INTÉRPRETE: 'SÍ',
  'INICIO DEL PAM': writtenDay(daysAgo(28)),
  'DOCUMENTO DE IDENTIDAD': 'HND 0801-2010',
  VÍNCULO: 'Madre',
  'LUGAR DEL FAMILIAR': 'EUA',
  'CONTACTO CON EL FAMILIAR': 'Sí',
  'VÍNCULO VERIFICADO': 'Pendiente',
}

test('they are kept, corrected with their former version, and go with their batch', async () => {
  const plain = await desk.send('children/detections', [aDetection()])
  expect(plain.notices.join()).not.toContain('FOLIO DEL AVISO')
  const before = await factsOf(desk, 'children')
  const row = aDetection(EVIDENCE)

  const taken = await desk.send('children/detections', [row])
  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
  const facts = await factsOf(desk, 'children')
  expect(facts['detection_evidence']).toMatchObject([
    {
      notice_folio: 'OF-123/2026',
      notice_channel: 'LETTER',
      interviewer: 'CHILD_PROTECTION_OFFICER',
      had_interpreter: true,
      ...{ interviewed_at: expect.any(String), presented_at: expect.any(String), entered_on: localDay(daysAgo(40)) },
      ...{ handover_number: 'AC-123/2026', handover_tells_notice: null, handover_has_receipt: false },
    },
  ])
  expect(facts['relative']).toMatchObject([{ tie: 'MOTHER', relative_acta: null }])
  expect(await openedIn(desk.database, 'relative')).toEqual([
    { place: 'UNITED_STATES', contact: 'YES', verified: 'PENDING' },
  ])
  const passport = { type: 'PASSPORT', value: blind('PASSPORT', 'HND0801-2010') }
  expect(facts['identifier']).toContainEqual(expect.objectContaining(passport))
  expect(await openedIn(desk.database, 'identifier', row.ACTA)).toContainEqual({ passport: 'HND0801-2010' })

  // A later file without these columns takes nothing back.
  const { 'FECHA DE ENTREVISTA': _interview, PRESENTACIÓN: _presentation, 'INGRESO AL PAÍS': _entry, ...without } = row
  const decided = {
    ...without,
    'RESOLUCIÓN DEL PAM': writtenDay(daysAgo(2)),
    'SENTIDO DEL PAM': 'Regularización',
    'CONFORME AL PLAN': 'SÍ',
  }
  const again = await desk.send('children/detections', [decided])
  expect(again).toMatchObject({ counts: { corrected: 1 } })
  expect((await factsOf(desk, 'children'))['detection_evidence']).toMatchObject([
    {
      ...{ procedure_decision: 'REGULARISED', follows_plan: true },
      ...{ presented_at: expect.any(String), entered_on: localDay(daysAgo(40)) },
    },
  ])

  await desk.takeBack('children', again.batchId)
  expect(await factsOf(desk, 'children')).toEqual(facts)
  await desk.takeBack('children', taken.batchId)
  expect(await factsOf(desk, 'children')).toEqual(before)
})

test('a decision before its procedure is refused', async () => {
  const row = aDetection({ ...EVIDENCE, 'DOCUMENTO DE IDENTIDAD': '', 'RESOLUCIÓN DEL PAM': writtenDay(daysAgo(29)) })

  expect((await desk.send('children/detections', [row])).firstRejects).toMatchObject([
    { column: 'RESOLUCIÓN DEL PAM', reason: expect.stringContaining('anterior al inicio') },
  ])
})

test('nobody enters the country after being found in it, whichever of the two a file moves', async () => {
  const found = aDetection({ 'FECHA Y HORA': written(daysAgo(30)), 'INGRESO AL PAÍS': writtenDay(daysAgo(29)) })
  const entered = { ...found, 'INGRESO AL PAÍS': writtenDay(daysAgo(30)) }
  const { 'INGRESO AL PAÍS': _entry, ...untold } = entered

  expect((await desk.send('children/detections', [found])).firstRejects).toMatchObject([
    { column: 'INGRESO AL PAÍS', reason: expect.stringContaining('posterior a la detección') },
  ])
  expect(await desk.send('children/detections', [entered])).toMatchObject({ counts: { recorded: 1 } })
  const moved = { 'FECHA Y HORA': written(daysAgo(33)), 'AVISO A PPNNA': '' }
  for (const row of [
    { ...untold, ...moved },
    { ...untold, ...moved, INTÉRPRETE: 'NO' },
  ]) {
    expect((await desk.send('children/detections', [row])).firstRejects).toMatchObject([
      { column: 'FECHA Y HORA', reason: expect.stringContaining('anterior al ingreso al país que se conoce') },
    ])
  }
  const both = { ...entered, ...moved, 'INGRESO AL PAÍS': writtenDay(daysAgo(34)) }
  expect(await desk.send('children/detections', [both])).toMatchObject({ counts: { corrected: 1 } })
})

test('the database refuses an entry after the detection too, by whichever table it would come', async () => {
  const row = aDetection({ 'FECHA Y HORA': written(daysAgo(30)), 'INGRESO AL PAÍS': writtenDay(daysAgo(31)) })
  await desk.send('children/detections', [row])
  const of = `(select id from children.detection where acta = '${row.ACTA}')`

  for (const sql of [
    `update children.detection_evidence set entered_on = entered_on + 2 where detection_id = ${of}`,
    `update children.detection set detected_at = detected_at - interval '2 days' where id = ${of}`,
  ])
    await expect(desk.database.query(sql)).rejects.toThrow('does not enter the country after being found')
})

test('what an act of hand-over lacks is kept while the act is the same, and not of another', async () => {
  const first = aDetection({
    'ACTA DE CANALIZACIÓN': 'AC-1',
    'ACTA CON AVISO A PPNNA': 'SÍ',
    'ACTA CON ACUSE DEL DIF': 'NO',
    'LUGAR QUE RECIBE': 'CAS Tapachula',
  })
  const {
    'ACTA CON AVISO A PPNNA': _notice,
    'ACTA CON ACUSE DEL DIF': _receipt,
    'LUGAR QUE RECIBE': _to,
    ...number
  } = first
  const { 'ACTA DE CANALIZACIÓN': _number, ...without } = number
  const kept = async () => {
    const sql = `select e.handover_number as number, e.handover_tells_notice as notice, e.handover_has_receipt as receipt,
      e.handed_over_to as place
      from children.detection_evidence e join children.detection d on d.id = e.detection_id where d.acta = $1`
    return (await desk.database.query(sql, [first.ACTA]))[0]
  }
  await desk.send('children/detections', [first])

  for (const row of [number, { ...without, INTÉRPRETE: 'NO' }]) {
    await desk.send('children/detections', [row])
    expect(await kept()).toEqual({ number: 'AC-1', notice: true, receipt: false, place: 'CAS Tapachula' })
  }
  await desk.send('children/detections', [{ ...number, 'ACTA CON ACUSE DEL DIF': 'SÍ' }])
  expect(await kept()).toEqual({ number: 'AC-1', notice: true, receipt: true, place: 'CAS Tapachula' })
  await desk.send('children/detections', [{ ...number, 'ACTA DE CANALIZACIÓN': 'AC-2' }])
  expect(await kept()).toEqual({ number: 'AC-2', notice: null, receipt: null, place: null })
})

test('the state of a relative in Mexico is sealed with the place, in whichever cell it stands', async () => {
  const row = aDetection({ VÍNCULO: 'Hermana', 'LUGAR DEL FAMILIAR': 'México', 'VÍNCULO VERIFICADO': 'Sí' })
  const of = `(select child_id from children.detection where acta = '${row.ACTA}')`
  const sealed = async () => desk.database.query(`select child_id from children.relative where child_id = ${of}`)
  const kept = async (cells: Row) => {
    await desk.send('children/detections', [{ ...row, ...cells }])
    return (await openedIn(desk.database, 'relative', row.ACTA))[0]
  }
  const inMexico = { place: 'MEXICO', verified: 'YES' }

  expect(await kept({})).toEqual(inMexico)
  for (const [place, state] of [
    ['México (Nuevo León)', '19'],
    ['México-Estado de México', '15'],
    ['MEXICO: CDMX', '09'],
  ] as const)
    expect(await kept({ 'LUGAR DEL FAMILIAR': place })).toEqual({ ...inMexico, state })
  expect(await kept({ 'ENTIDAD DEL FAMILIAR': 'Chis.' })).toEqual({ ...inMexico, state: '07' })
  expect(await kept({ 'LUGAR DEL FAMILIAR': '', 'ENTIDAD DEL FAMILIAR': 'Tabasco' })).toEqual({
    ...inMexico,
    state: '27',
  })
  expect(await sealed()).toHaveLength(1)
})

test.each([
  ['EUA', 'Chiapas', 'ENTIDAD DEL FAMILIAR', 'que no vive en México'],
  ['México (Oaxaca)', 'Chiapas', 'ENTIDAD DEL FAMILIAR', 'No es la entidad que se dice en el lugar'],
  ['México (Petén)', '', 'LUGAR DEL FAMILIAR', '«Petén» no es una entidad federativa.'],
  ['Marte (Chiapas)', '', 'LUGAR DEL FAMILIAR', 'no está en el catálogo de lugares'],
])('a relative in %s and in the state %s is refused', async (place, state, column, reason) => {
  const row = aDetection({ VÍNCULO: 'Hermana', 'LUGAR DEL FAMILIAR': place, 'ENTIDAD DEL FAMILIAR': state })

  expect((await desk.send('children/detections', [row])).firstRejects).toMatchObject([
    { column, reason: expect.stringContaining(reason) },
  ])
})

test('for how many days a child was on the way is sealed beside the condition, no days are not none, and S/D is no word', async () => {
  const row = aDetection({ 'CONDICIONES DE TRÁNSITO': 'Tren|Días en tránsito', 'DÍAS EN TRÁNSITO': '41' })
  const kept = async () => (await openedIn(desk.database, 'detection', row.ACTA))[0]

  await desk.send('children/detections', [row])
  expect(await kept()).toEqual({ transit_conditions: '{TRAIN,LONG_TRANSIT}', days_in_transit: '41' })
  for (const [days, reason] of [
    ['-3', 'No es un número entero.'],
    ['4000', 'El número debe estar entre 0 y 3650.'],
    ['muchos', 'No es un número entero.'],
  ] as const) {
    expect((await desk.send('children/detections', [{ ...row, 'DÍAS EN TRÁNSITO': days }])).firstRejects).toMatchObject(
      [{ column: 'DÍAS EN TRÁNSITO', value: days, reason }],
    )
  }
  await desk.send('children/detections', [{ ...row, 'DÍAS EN TRÁNSITO': '0' }])
  expect(await kept()).toMatchObject({ days_in_transit: '0' })
  const { 'DÍAS EN TRÁNSITO': _days, ...others } = row
  const untold = { ...others, 'Días de tránsito': 'S/D' }
  expect(await desk.send('children/detections', [untold])).toMatchObject({ counts: { unchanged: 1 } })
  expect(await kept()).toEqual({ transit_conditions: '{TRAIN,LONG_TRANSIT}', days_in_transit: '0' })
})

test('where a danger lies is sealed with it, and what is told without a place has none', async () => {
  const row = aDetection({ 'FACTORES DE RIESGO': 'Amenaza (origen)|amenaza (DESTINO)|Enfermedad|Amenaza (origen)' })
  const kept = async () => (await openedIn(desk.database, 'detection', row.ACTA))[0]

  await desk.send('children/detections', [row])
  expect(await kept()).toEqual({ risk_factors: '{THREAT_TO_LIFE@ORIGIN,THREAT_TO_LIFE@DESTINATION,ILLNESS}' })
  expect(await desk.send('children/detections', [row])).toMatchObject({ outcome: 'ALREADY_TAKEN' })
  const nowhere = { ...row, 'FACTORES DE RIESGO': 'Enfermedad (Marte)' }
  expect((await desk.send('children/detections', [nowhere])).firstRejects).toMatchObject([
    {
      column: 'FACTORES DE RIESGO',
      reason: '«Marte» no está en el catálogo de lugares del riesgo: Origen; Tránsito; Destino.',
    },
  ])

  const moved = await desk.send('children/detections', [{ ...row, 'FACTORES DE RIESGO': 'Amenaza (tránsito)' }])
  expect(moved).toMatchObject({ counts: { corrected: 1 } })
  expect(await kept()).toEqual({ risk_factors: '{THREAT_TO_LIFE@TRANSIT}' })
  await desk.takeBack('children', moved.batchId)
  expect(await kept()).toEqual({ risk_factors: '{THREAT_TO_LIFE@ORIGIN,THREAT_TO_LIFE@DESTINATION,ILLNESS}' })
})
