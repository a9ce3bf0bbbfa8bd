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
    { regime: 'CLOSED', legal_figure: 'STATE_BODY', places_girls_under_12: 12 },
    { regime: 'CLOSED', legal_figure: 'STATE_BODY', places_girls_under_12: 12 },
  ])

  await desk.takeBack('placements', taken.batchId)
  expect(await factsOf(desk, 'placements')).toEqual(before)
})
