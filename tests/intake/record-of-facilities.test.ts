/** Columns that few lists of places have: what the registry of centres wants of each. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const CENTRE = { CLAVE: 'CAS-07-001', NOMBRE: 'CAS Tapachula', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }
const RECORD = {
  ...CENTRE,
  DOMICILIO: 'Calle 1, Tapachula',
  'FIGURA JURÍDICA': 'Estatal',
  RÉGIMEN: 'Puertas cerradas',
  'PLAZAS NIÑAS': '12',
  CONTACTO: 'centro@dif.example',
}

test('they are kept with a new place and with a known one, and go with their batch', async () => {
  const plain = await desk.send('placements/facilities', [{ ...CENTRE, CLAVE: 'CAS-07-002', NOMBRE: 'CAS Tonalá' }])
  expect(plain.notices.join()).not.toContain('DOMICILIO')
  const before = await factsOf(desk, 'placements')

  const taken = await desk.send('placements/facilities', [
    RECORD,
    { ...RECORD, CLAVE: 'CAS-07-002', NOMBRE: 'CAS Tonalá' },
  ])
  expect((await factsOf(desk, 'placements'))['facility_record']).toMatchObject([
    { regime: 'CLOSED', legal_figure: 'STATE_BODY', places_girls_under_12: 12, contact: 'centro@dif.example' },
    { regime: 'CLOSED', legal_figure: 'STATE_BODY', places_girls_under_12: 12 },
  ])

  await desk.takeBack('placements', taken.batchId)
  expect(await factsOf(desk, 'placements')).toEqual(before)
})

test('how many persons look after the children is kept where a later list does not tell', async () => {
  const centre = { ...CENTRE, CLAVE: 'CAS-07-003', NOMBRE: 'CAS Arriaga' }
  const carers = async () => {
    const sql = 'select carers from placements.facility where key = $1'
    return (await desk.database.query<{ carers: number | null }>(sql, [centre.CLAVE]))[0]?.carers
  }

  await desk.send('placements/facilities', [{ ...centre, CAPACIDAD: '40' }])
  expect(await carers()).toBe(null)
  await desk.send('placements/facilities', [{ ...centre, 'PERSONAS DE ATENCIÓN': '7' }])
  expect(await carers()).toBe(7)
  await desk.send('placements/facilities', [{ ...centre, CAPACIDAD: '30' }])
  expect(await carers()).toBe(7)
  await desk.send('placements/facilities', [{ ...centre, 'PERSONAS DE ATENCIÓN': '0' }])
  expect(await carers()).toBe(0)
})
