/** Lists that number their places from 1: a key is no more than its sender's, and none takes over the place of another. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const OF_CHIAPAS = { source: 'DIF', state: '07' }
const OF_OAXACA = { source: 'DIF', state: '20' }
const listed = (ID: string, NOMBRE: string, more: Record<string, string> = {}) => ({
  ...{ ID, NOMBRE, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD: '20' },
  ...more,
})
const inOaxaca = (ID: string, NOMBRE: string) => listed(ID, NOMBRE, { ENTIDAD: 'Oaxaca', CAPACIDAD: '30' })

const places = async (key: string) =>
  (
    await desk.database.query<{ place: string }>(
      `select concat_ws(' ', f.state, f.name, f.capacity, count(s.id)) as place
       from placements.facility f left join placements.stay s on s.facility_id = f.id
       where f.key = $1 group by f.id order by f.state, f.name`,
      [key],
    )
  ).map(({ place }) => place)

let child: string
let count = 0
let key: string
beforeEach(async () => {
  const detection = aDetection()
  await desk.send('children/detections', [detection])
  await desk.tell()
  child = detection.ACTA
  count += 1
  key = `N-${count}`
})
const stayIn = (more: Record<string, string>) =>
  aStay(child, { 'TIPO DE LUGAR': 'CAS estatal', 'CLAVE DEL LUGAR': key, 'NOMBRE DEL LUGAR': '', ...more })

test('the first place of Oaxaca’s list is not that of Chiapas’, by a list of the state and by one of the nation', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Tapachula')], OF_CHIAPAS)
  const its = await desk.send('placements/facilities', [inOaxaca(key, 'CAS Ixtepec')], OF_OAXACA)
  const national = await desk.send(
    'placements/facilities',
    [listed(key, 'CAS Tapachula', { CAPACIDAD: '25' }), inOaxaca(key, 'CAS Ixtepec Nuevo')],
    { source: 'SNDIF' },
  )

  expect([its, national]).toMatchObject([{ counts: { recorded: 1 } }, { counts: { recorded: 0, corrected: 2 } }])
  expect(await places(key)).toEqual(['07 CAS Tapachula 25 0', '20 CAS Ixtepec Nuevo 30 0'])
})

test('in one state INM’s first place is not DIF’s, nor is the first of one town that of the next', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Huixtla', { MUNICIPIO: 'Huixtla' })], OF_CHIAPAS)
  const others = [
    listed(key, 'Centro Sur', { TIPO: 'Centro de canalización' }),
    listed(key, 'CAS Arriaga', { MUNICIPIO: 'Arriaga' }),
  ]
  for (const other of others)
    expect(await desk.send('placements/facilities', [other])).toMatchObject({ counts: { recorded: 1 } })

  expect(await places(key)).toEqual(['07 CAS Arriaga 20 0', '07 CAS Huixtla 20 0', '07 Centro Sur 20 0'])
})

test('whoever is in a referral centre of that number is not cared for by DIF, and its sender is told that there is another', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Villaflores')], OF_CHIAPAS)

  const held = await desk.send('placements/stays', [
    stayIn({ ENTIDAD: 'Chiapas', 'TIPO DE LUGAR': 'Centro de canalización' }),
  ])

  expect(held.notices).toContainEqual(
    expect.stringMatching(/^Tienen el nombre o la clave de otro lugar de su entidad, .*: 1 \(renglón 2\)/),
  )
  expect(await places(key)).toEqual(['07 CAS Villaflores 20 0', `07 ${key} 1`])
})

test('a stay is in the place of its key, state and kind; one that may mean two waits, and says so', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Comitán'), inOaxaca(key, 'CAS Juchitán')])

  const unsure = await desk.send('placements/stays', [stayIn({ ENTIDAD: '', 'TIPO DE LUGAR': '' })])
  expect(unsure).toMatchObject({ counts: { recorded: 0, unmatched: 1 } })
  expect(unsure.notices).toContainEqual(expect.stringContaining('Esa clave es de varios lugares'))

  await desk.send('placements/stays', [stayIn({ ENTIDAD: 'Oaxaca' })])
  expect(await places(key)).toEqual(['07 CAS Comitán 20 0', '20 CAS Juchitán 30 1'])
  const past = { ENTIDAD: '', INGRESO: written(daysAgo(9)), EGRESO: written(daysAgo(8)), 'TIPO DE SALIDA': 'Traslado' }
  await desk.send('placements/stays', [stayIn(past)], OF_CHIAPAS)
  expect(await places(key)).toEqual(['07 CAS Comitán 20 1', '20 CAS Juchitán 30 1'])
})

test('a visit is to the place of the state whose Procuraduría made it', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Tonalá'), inOaxaca(key, 'CAS Salina Cruz')])
  const visit = { 'CLAVE DEL LUGAR': key, FECHA: writtenDay(daysAgo(3)), AUTORIDAD: 'PPNNA', RESULTADO: 'Cumple' }

  expect(await desk.send('placements/inspections', [visit])).toMatchObject({ counts: { recorded: 0, unmatched: 1 } })
  await desk.send('placements/inspections', [{ ...visit, OBSERVACIONES: 'Sin' }], { source: 'PPNNA', state: '20' })

  expect(
    await desk.database.query(
      'select f.name from placements.inspection i join placements.facility f on f.id = i.facility_id where f.key = $1',
      [key],
    ),
  ).toEqual([{ name: 'CAS Salina Cruz' }])
})

test('numbers that have gone over to the next place of the list are refused, and not one place renamed to another', async () => {
  const other = `${key}-B`
  await desk.send('placements/facilities', [listed(key, 'CAS Frontera'), listed(other, 'CAS Motozintla')], OF_CHIAPAS)
  const moved = [listed(key, 'CAS Acapetahua'), listed(other, 'CAS Frontera')]

  const { outcome, firstRejects } = await desk.send('placements/facilities', moved, OF_CHIAPAS)

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([
    { line: 3, column: 'NOMBRE', reason: expect.stringMatching(/^La clave es la de «CAS Motozintla»/) },
  ])
  const stay = await desk.send('placements/stays', [
    stayIn({ ENTIDAD: 'Chiapas', 'NOMBRE DEL LUGAR': 'CAS Motozintla' }),
  ])
  expect(stay.firstRejects).toMatchObject([{ column: 'NOMBRE DEL LUGAR' }])
})

test('a place that has another name now is known by its key, and one that has another state by both', async () => {
  await desk.send('placements/facilities', [listed(key, 'CAS Pijijiapan')], OF_CHIAPAS)
  const renamed = await desk.send('placements/facilities', [listed(key, 'CAS Costa')], OF_CHIAPAS)
  const elsewhere = await desk.send('placements/facilities', [inOaxaca(key, 'CAS Costa')])

  expect([renamed, elsewhere]).toMatchObject([{ counts: { corrected: 1 } }, { counts: { corrected: 1 } }])
  expect(await places(key)).toEqual(['20 CAS Costa 30 0'])
})

const TOLD_TWICE = expect.stringMatching(/^Lugares nuevos que pueden ser uno ya conocido, .*: 1 \(renglón 2\)/)
const byKey = () => stayIn({ ENTIDAD: 'Chiapas' })
const withoutKey = (name: string) => listed('', name)

test('a place told by its name alone, then by its key alone: its sender is told, and mends it', async () => {
  await desk.send('placements/facilities', [withoutKey('CAS Mapastepec')], OF_CHIAPAS)

  const twice = await desk.send('placements/stays', [byKey()], OF_CHIAPAS)
  expect(twice.notices).toContainEqual(TOLD_TWICE)
  expect(await places(key)).toEqual([`07 ${key} 1`])

  await desk.takeBack('placements', twice.batchId)
  await desk.send('placements/facilities', [listed(key, 'CAS Mapastepec')], OF_CHIAPAS)
  const again = await desk.send('placements/stays', [byKey()], OF_CHIAPAS)
  expect(again.notices).not.toContainEqual(TOLD_TWICE)
  expect(await places(key)).toEqual(['07 CAS Mapastepec 20 1'])
})

test('by its key alone, then by its name alone: told too; and whoever then tells both, and stands by it, makes them one', async () => {
  await desk.send('placements/stays', [byKey()], { source: 'DIF' })

  const twice = await desk.send('placements/facilities', [withoutKey('CAS Tecpatán')], OF_CHIAPAS)
  expect(twice.notices).toContainEqual(TOLD_TWICE)

  const both = [listed(key, 'CAS Tecpatán', { CAPACIDAD: '25' })]
  expect(await desk.send('placements/facilities', both, OF_CHIAPAS)).toMatchObject({
    firstRejects: [{ reason: expect.stringContaining('envíelo con --confirm') }],
  })
  await desk.send('placements/facilities', both, { ...OF_CHIAPAS, isConfirmed: true })
  expect((await places(key)).filter((place) => !place.includes(` ${key} `))).toEqual(['07 CAS Tecpatán 25 1'])
})
