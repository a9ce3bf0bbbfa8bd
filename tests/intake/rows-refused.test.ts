/** Rows 34 to 39 of security.md section 10, as a file brings them: the column and the rule are named, nothing is written. */
import { reportOf } from '@vigia/kit/intake/command/report'
import { CellOpener } from '@vigia/kit/seal/cell-opener'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written, writtenDay } from '../support/clock.ts'
import { openedIn, withPool } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

const FACILITY = {
  CLAVE: 'CAS-07-001',
  NOMBRE: 'CAS Tapachula',
  TIPO: 'CAS estatal',
  ENTIDAD: 'Chiapas',
  LATITUD: '14.9',
  LONGITUD: '-92.2',
}

test.each<[row: string, what: string, Row, string, string]>([
  ['34', 'a CURP with a wrong check digit', { CURP: 'UAXG120605MNEMXNA9' }, 'CURP', 'dígito verificador'],
  ['34', 'a CURP in small letters', { CURP: 'uaxg120605mnemxna0' }, 'CURP', 'mayúsculas'],
  ['34', 'a state that does not exist', { ENTIDAD: '33' }, 'ENTIDAD', 'entidad federativa'],
  ['36', 'a birth in the future', { 'FECHA DE NACIMIENTO': '01/01/2099' }, 'FECHA DE NACIMIENTO', 'futuro'],
  ['36', 'a birth in 1899', { 'FECHA DE NACIMIENTO': '31/12/1899' }, 'FECHA DE NACIMIENTO', 'anterior a 1900'],
  ['36', '29 February 2023', { 'FECHA DE NACIMIENTO': '29/02/2023' }, 'FECHA DE NACIMIENTO', 'no existe'],
  [
    '36',
    '18 years on the day',
    { 'FECHA Y HORA': '15/06/2024 10:00', 'FECHA DE NACIMIENTO': '15/06/2006' },
    'FECHA DE NACIMIENTO',
    '18 años',
  ],
  [
    '36',
    'a birth after the detection',
    { 'FECHA Y HORA': '15/06/2024 10:00', 'FECHA DE NACIMIENTO': '16/06/2024' },
    'FECHA DE NACIMIENTO',
    'posterior',
  ],
  [
    '36',
    '18 years on the day, written otherwise',
    { 'FECHA Y HORA': '2024-06-15 10:00', 'FECHA DE NACIMIENTO': '15-jun-06' },
    'FECHA DE NACIMIENTO',
    '18 años',
  ],
  ['36', 'an age of 18', { EDAD: '18' }, 'EDAD', '18 años'],
  ['37', 'a name of 10,000 letters', { 'NOMBRE(S)': 'A'.repeat(10_000) }, 'NOMBRE(S)', 'largo'],
  ['37', 'a bidi override', { 'NOMBRE(S)': 'An\u202ea' }, 'NOMBRE(S)', 'invisibles'],
  ['37', 'a name of only spaces', { 'NOMBRE(S)': '     ' }, 'NOMBRE(S)', 'solo espacios'],
  ['37', 'a name of only blanks that do not break', { 'NOMBRE(S)': '\u00a0\u00a0' }, 'NOMBRE(S)', 'solo espacios'],
  ['37', 'a zero-width space', { 'PRIMER APELLIDO': 'Ló\u200bpez' }, 'PRIMER APELLIDO', 'invisibles'],
  ['-', 'no acta', { ACTA: '   ' }, 'ACTA', 'obligatorio'],
])('row %s: a detection with %s', async (_row, _what, differences, column, reason) => {
  const taken = await desk.send('children/detections', [aDetection(differences)])

  expect(taken.outcome).toBe('REFUSED')
  const value = differences[column]
  expect(taken.firstRejects).toMatchObject([{ line: 2, column, value, reason: expect.stringContaining(reason) }])
})

test('row 36: 17 years and 364 days is a child; so is an estimated 18', async () => {
  const rows = [
    aDetection({ 'FECHA Y HORA': '14/06/2024 23:59', 'FECHA DE NACIMIENTO': '15/06/2006', EDAD: '' }),
    aDetection({
      'FECHA Y HORA': '15/06/2024 10:00',
      'FECHA DE NACIMIENTO': '01/01/2006',
      'FECHA ESTIMADA': 'SÍ',
      EDAD: '',
    }),
  ]

  expect(await desk.send('children/detections', rows)).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 2 } })
})

test('row 37: a script and a formula in a name are text', async () => {
  const odd = aDetection({
    'NOMBRE(S)': '<script>x</script>',
    'PRIMER APELLIDO': '=HYPERLINK("x")',
    'SEGUNDO APELLIDO': '',
  })
  await desk.send('children/detections', [odd])

  expect(await openedIn(desk.database, 'person_name', odd.ACTA)).toEqual([
    { given_names: '<script>x</script>', first_surname: '=HYPERLINK("x")' },
  ])
})

test.each([
  ['blanks', '     '],
  ['a blank that does not break', '\u00a0\u00a0'],
  ['blanks of every width', '\u2003\u2009\u3000'],
])(
  'row 37: a surname of only %s is none, as offices write that there is none: the child is recorded, and no name is',
  async (_what, blanks) => {
    const nameless = aDetection({ 'NOMBRE(S)': '', 'PRIMER APELLIDO': blanks, 'SEGUNDO APELLIDO': blanks })

    expect(await desk.send('children/detections', [nameless])).toMatchObject({
      outcome: 'TAKEN',
      counts: { recorded: 1 },
    })
    expect(await openedIn(desk.database, 'person_name', nameless.ACTA)).toEqual([])
  },
)

test('row 35: a CURP known from another state is answered like a new one', async () => {
  const curp = { CURP: `UAXG120605MNEMXNA${curpCheckDigit('UAXG120605MNEMXNA')}` }
  const first = await desk.send('children/detections', [aDetection(curp)])
  const again = await desk.send('children/detections', [aDetection({ ...curp, ENTIDAD: 'Sonora' })])

  expect(first.outcome).toBe('TAKEN')
  expect({ ...again, batchId: null }).toEqual({ ...first, batchId: null })
})

test.each<[string, Row, string, string]>([
  ['latitude 91', { LATITUD: '91' }, 'LATITUD', 'de -90 a 90'],
  ['longitude 181', { LONGITUD: '181' }, 'LONGITUD', 'de -180 a 180'],
  ['NaN', { LATITUD: 'NaN' }, 'LATITUD', 'no es un número'],
  ['swapped coordinates', { LATITUD: '-92.2', LONGITUD: '14.9' }, 'LATITUD', 'intercambiada'],
  ['Madrid', { LATITUD: '40.4', LONGITUD: '-3.7' }, 'LATITUD', 'fuera de México'],
  ['one coordinate alone', { LATITUD: '' }, 'LATITUD', 'Falta una'],
  ['a closing before its opening', { APERTURA: '01/01/2024', CIERRE: '31/12/2023' }, 'CIERRE', 'anterior'],
])('row 38: a facility with %s', async (_what, differences, column, reason) => {
  const taken = await desk.send('placements/facilities', [{ ...FACILITY, ...differences }])

  expect(taken.outcome).toBe('REFUSED')
  expect(taken.firstRejects[0]).toMatchObject({ line: 2, column, reason: expect.stringContaining(reason) })
})

const ABROAD = { CLAVE: 'CAS-07-002', NOMBRE: 'Oficina en Tapachula', LATITUD: '14.68', LONGITUD: '-85.5' }

test('row 38: outside Mexico with a reason is taken, and the reason stands sealed with the place', async () => {
  const because = { 'MOTIVO FUERA DE MÉXICO': 'Albergue de retorno en San Pedro Sula, operado por México' }
  const refused = await desk.send('placements/facilities', [{ ...FACILITY, ...ABROAD }])
  const taken = await desk.send('placements/facilities', [{ ...FACILITY, ...ABROAD, ...because }])
  const swapped = { ...FACILITY, ...ABROAD, ...because, LATITUD: '-88.2', LONGITUD: '14.9' }

  expect(refused.firstRejects).toMatchObject([
    { column: 'LONGITUD', reason: expect.stringContaining('no se dice el motivo') },
  ])
  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
  expect(await desk.send('placements/facilities', [swapped])).toMatchObject({ outcome: 'REFUSED' })
  const [row] = await desk.database.query<{ subject: string; sealed: string }>(
    "select id as subject, sealed from placements.facility where key = 'CAS-07-002'",
  )
  const told = await withPool(
    desk.database,
    async (pool) =>
      row &&
      new CellOpener(pool, { table: 'placements.data_key', subject: 'facility_id' }).open('placements.facility', row),
  )
  expect(told).toEqual({ latitude: '14.68', longitude: '-85.5', abroad_because: because['MOTIVO FUERA DE MÉXICO'] })
})

test('row 45: what is no table is told by the code FILE_REFUSED, and a bad row is not', async () => {
  const archive = await desk.send('children/detections', Buffer.from('PK\u0003\u0004 and nothing of an archive'))
  const badRow = await desk.send('children/detections', [aDetection({ EDAD: '18' })])

  expect(archive).toMatchObject({ outcome: 'REFUSED', code: 'FILE_REFUSED', counts: { rows: 0 } })
  expect(reportOf('bomba.xlsx', archive, 0)).toMatch(/^bomba\.xlsx: RECHAZADO, no se escribió nada \(FILE_REFUSED\)\n/)
  expect(badRow).toMatchObject({ outcome: 'REFUSED', code: null })
})

test('row 39: a stay that ends before it starts', async () => {
  const taken = await desk.send('placements/stays', [aStay(known.ACTA, { EGRESO: written(hoursAgo(11)) })])

  expect(taken.firstRejects).toMatchObject([{ line: 2, column: 'EGRESO', reason: expect.stringContaining('anterior') }])
})

test('row 39: two open stays of one child, in one file and in two', async () => {
  const here = aStay(known.ACTA)
  const there = aStay(known.ACTA, { 'NOMBRE DEL LUGAR': 'Otro centro', INGRESO: written(hoursAgo(5)) })
  const refused = [
    {
      line: expect.any(Number),
      column: 'INGRESO',
      reason: expect.stringMatching(/^CONFLICTO: .* ya estaba en otro lugar/),
    },
  ]

  expect((await desk.send('placements/stays', [here, there])).firstRejects).toMatchObject(refused)
  expect((await desk.send('placements/stays', [here])).outcome).toBe('TAKEN')
  expect((await desk.send('placements/stays', [there])).firstRejects).toMatchObject(refused)

  // Closed first, the child may be in the next place: even in one file, whatever the order of its rows.
  const closed = { ...here, EGRESO: written(hoursAgo(6)) }
  expect(await desk.send('placements/stays', [there, closed])).toMatchObject({
    outcome: 'TAKEN',
    counts: { recorded: 1, corrected: 1 },
  })
})

test('a file of a Procuraduría must say of which state it is, and hold no folio of another', async () => {
  const opened = aCase(known.ACTA)
  expect((await desk.send('representation/protection-cases', [opened])).firstRejects).toMatchObject([
    { reason: expect.stringContaining('entidad') },
  ])
  expect((await desk.send('representation/protection-cases', [opened], { state: '27' })).firstRejects).toMatchObject([
    { column: 'FOLIO', reason: expect.stringContaining('otra entidad') },
  ])
  expect((await desk.send('representation/protection-cases', [opened], { state: '07' })).outcome).toBe('TAKEN')
})

test('a determination number of another case', async () => {
  const [one, two] = [aCase(known.ACTA), aCase(known.ACTA)]
  await desk.send('representation/protection-cases', [one, two], { state: '07' })
  const decided = aDetermination(one['FOLIO'] ?? '')
  await desk.send('representation/determinations', [decided], { state: '07' })

  const taken = await desk.send('representation/determinations', [{ ...decided, FOLIO: two['FOLIO'] ?? '' }], {
    state: '07',
  })

  expect(taken.firstRejects).toMatchObject([{ column: 'NÚMERO', reason: expect.stringContaining('otro expediente') }])
})

test('dates out of their order, each with its column', async () => {
  const document = { ACTA: known.ACTA, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida' }
  const issuedBefore = { ...document, 'FECHA DE OTORGAMIENTO': '02/10/2026', 'FECHA DE EXPEDICIÓN': '01/10/2026' }
  expect((await desk.send('children/migration-documents', [issuedBefore])).firstRejects).toMatchObject([
    { column: 'FECHA DE EXPEDICIÓN', reason: expect.stringContaining('anterior al otorgamiento') },
  ])

  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], { state: '07' })
  const planOf = (day: Date) =>
    aDetermination(opened.FOLIO, { 'FOLIO DEL PLAN': `PRD-${opened.FOLIO}`, 'FECHA DEL PLAN': writtenDay(day) })
  const early = await desk.send('representation/determinations', [planOf(daysAgo(21))], { state: '07' })
  expect(early.firstRejects).toMatchObject([
    { column: 'FECHA DEL PLAN', reason: expect.stringContaining('anterior a la apertura') },
  ])

  await desk.send('representation/determinations', [planOf(daysAgo(9))], { state: '07' })
  const later = { ...opened, 'FECHA DE APERTURA': writtenDay(daysAgo(8)) }
  expect((await desk.send('representation/protection-cases', [later], { state: '07' })).firstRejects).toMatchObject([
    { column: 'FECHA DE APERTURA', reason: expect.stringContaining('posterior a un plan') },
  ])
})
