/** Files as state offices make them by hand: what they write is read as they meant it, or they are told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { openedIn } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const named = (given: string, first: string, second: string) =>
  aDetection({ 'NOMBRE(S)': given, 'PRIMER APELLIDO': first, 'SEGUNDO APELLIDO': second })

test.each([
  ['no name at all', named('N/A', '-', 'S/D'), []],
  ['a name, and no second surname', named('Íñigo', 'Peña', 'S/D'), [{ given_names: 'Íñigo', first_surname: 'Peña' }]],
  ['a surname alone', named('Sin nombre', 'Peña', '-'), [{ given_names: 'S/D', first_surname: 'Peña' }]],
])('%s is what is kept', async (_what, row, kept) => {
  expect((await desk.send('children/detections', [row])).outcome).toBe('TAKEN')
  expect(await openedIn(desk.database, 'person_name', row.ACTA)).toEqual(kept)
})

test('M and F in one file: nobody knows whether M is a girl, and no row is taken in, not even the good ones', async () => {
  const rows = ['M', 'F'].map((letter) => aDetection({ SEXO: letter }))

  expect(await desk.send('children/detections', rows, { acceptGood: true })).toMatchObject({
    outcome: 'REFUSED',
    code: 'FILE_REFUSED',
    firstRejects: [{ line: 3, column: 'SEXO', value: 'F', reason: expect.stringContaining('«M» y «F»') }],
  })
})

test('M without H is read as a girl, and the sender is told so', async () => {
  const { outcome, notices } = await desk.send('children/detections', [aDetection({ SEXO: 'M' })])

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual(expect.stringContaining('SEXO: «M» se leyó como mujer en 1 renglón'))
})

test('a separator too many is seen, also where blank columns follow the last title', async () => {
  const row = named('Ana', 'López', 'Ruiz')
  const columns = ['ACTA', 'FECHA Y HORA', 'ENTIDAD', 'AUTORIDAD', 'TIPO DE DETECCIÓN', 'NACIONALIDAD']
  const names = ['NOMBRE(S)', 'PRIMER APELLIDO', 'SEGUNDO APELLIDO']
  const cells = columns.map((column) => `"${row[column]}"`).join(',')
  const file = `${[...columns, ...names].join(',')},,\n${cells},Ana, María,López,Ruiz,\n`

  expect(await desk.send('children/detections', file)).toMatchObject({
    outcome: 'REFUSED',
    firstRejects: [{ line: 2, value: 'Ruiz', reason: 'El renglón tiene más celdas que el encabezado.' }],
  })
})

test('cells below no title are told', async () => {
  const row = aDetection()
  const columns = Object.keys(row)
  const cells = columns.map((column) => `"${row[column]}"`).join(',')

  const { outcome, notices } = await desk.send('children/detections', `,${columns.join(',')}\n1,${cells}\n`)

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual('Columnas sin encabezado con datos que no se leyeron: la 1.ª (1 renglón).')
})

test('a file of stays is no list of places, though it has all that one must have', async () => {
  const file =
    'ACTA,CLAVE DEL LUGAR,NOMBRE DEL LUGAR,TIPO DE LUGAR,ENTIDAD,INGRESO\n' +
    'INM/07/2024/0000001,CAS-1,CAS Uno,CAS estatal,Chiapas,15/01/2024 10:00\n'

  expect(await desk.send('placements/facilities', file)).toMatchObject({
    outcome: 'REFUSED',
    code: 'FILE_REFUSED',
    firstRejects: [{ column: 'ACTA', reason: expect.stringContaining('no es de esta tabla') }],
  })
})

test.each(['2024-02-30T10:00:00Z', '15/01/0024 10:00'])('%s is refused, and the good rows go in', async (moment) => {
  const rows = [aDetection({ 'FECHA Y HORA': moment }), aDetection()]

  expect(await desk.send('children/detections', rows, { acceptGood: true })).toMatchObject({
    outcome: 'TAKEN',
    counts: { recorded: 1, refused: 1 },
  })
})

test('a file that is late changes nothing, and its sender is told of each row that says otherwise', async () => {
  const listed = (key: string, places: number) =>
    `CLAVE,NOMBRE,TIPO,ENTIDAD,CAPACIDAD\nCAS-0,CAS Cero,CAS estatal,Chiapas,10\n${key},CAS Uno,CAS estatal,Chiapas,${places}\n`
  const of = (cutoff: string) => ({ source: 'SNDIF', state: null, cutoff })
  await desk.send('placements/facilities', listed('CAS-1', 40), of('2026-02-28'))

  const late = await desk.send('placements/facilities', listed('CAS-1', 30), of('2026-01-31'))
  const corrected = await desk.send('placements/facilities', listed('CAS-1', 20), of('2026-02-28'))

  expect(late).toMatchObject({ outcome: 'TAKEN', counts: { unchanged: 2, corrected: 0 } })
  expect(late.notices).toContainEqual(expect.stringMatching(/^Dicen otra cosa .*: 1 \(renglón 3\)/))
  expect(corrected).toMatchObject({ outcome: 'TAKEN', counts: { unchanged: 1, corrected: 1 } })
  expect(corrected.notices).not.toContainEqual(expect.stringContaining('Dicen otra cosa'))
})

test('where cells hold line breaks, a sender with refused rows is told that lines are not rows', async () => {
  const told = expect.stringContaining('cada salto cuenta como renglón')
  const first = aDetection({ MUNICIPIO: '"Tapachula\nde Córdova"' })
  const fileOf = (age: string) =>
    [Object.keys(first), Object.values(first), Object.values(aDetection({ EDAD: age }))].join('\n')

  const refused = await desk.send('children/detections', fileOf('99'))

  expect(refused.firstRejects).toMatchObject([{ line: 4, column: 'EDAD' }])
  expect(refused.notices).toContainEqual(told)
  expect((await desk.send('children/detections', fileOf('9'))).notices).not.toContainEqual(told)
})

test('months before days: no row is taken in, not even those that could be read', async () => {
  const rows = ['01/02/2026 10:00', '01/15/2026 10:00'].map((moment) =>
    aDetection({ 'FECHA Y HORA': moment, 'AVISO A PPNNA': '' }),
  )

  expect(await desk.send('children/detections', rows, { acceptGood: true })).toMatchObject({
    outcome: 'REFUSED',
    code: 'FILE_REFUSED',
    firstRejects: [
      { line: 3, reason: 'Esa fecha no existe en el calendario.' },
      { line: 3, column: 'FECHA Y HORA', reason: expect.stringContaining('mes antes que el día') },
    ],
  })
})
