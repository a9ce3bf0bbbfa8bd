/** INEGI's key of a municipality stands beside its name as it was sent, and goes with the municipality. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const CENTRE = { CLAVE: 'CAS-07-020', NOMBRE: 'CAS Huixtla', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }

interface Municipality {
  state: string
  municipality: string | null
  key: string | null
}
type Told = Municipality & Record<string, unknown>

async function foundAfter(row: Row): Promise<Municipality | undefined> {
  await desk.send('children/detections', [row])
  const sql = 'select state, municipality, municipality_key as key from children.detection where acta = $1'
  return (await desk.database.query<Told>(sql, [row['ACTA']]))[0]
}

async function placeAfter(row: Row): Promise<Municipality | undefined> {
  await desk.send('placements/facilities', [row])
  const sql = 'select state, municipality, municipality_key as key from placements.facility where key = $1'
  return (await desk.database.query<Told>(sql, [row['CLAVE']]))[0]
}

test('the key of a detection is kept while its municipality is the same, and is never of another one', async () => {
  const row = aDetection({ MUNICIPIO: 'Tapachula de Córdova y Ordóñez' })
  const found = { state: '07', municipality: 'Tapachula de Córdova y Ordóñez', key: '07089' }

  expect(await foundAfter(row)).toEqual({ ...found, key: null })
  expect(await foundAfter({ ...row, 'CLAVE DE MUNICIPIO': '7089' })).toEqual(found)
  expect(await foundAfter({ ...row, SEXO: 'Hombre', AUTORIDAD: 'Grupo Beta' })).toEqual(found)
  expect(await foundAfter({ ...row, MUNICIPIO: 'Suchiate' })).toEqual({ ...found, municipality: 'Suchiate', key: null })
  expect(await foundAfter({ ...row, MUNICIPIO: 'Suchiate', CVEGEO: '07087' })).toMatchObject({ key: '07087' })
  const elsewhere = { ...row, ENTIDAD: 'Oaxaca', MUNICIPIO: 'Suchiate' }
  expect(await foundAfter(elsewhere)).toEqual({ state: '20', municipality: 'Suchiate', key: null })
})

test('a list that names no municipality leaves the key of a place, and one that moves the place does not', async () => {
  const row = { ...CENTRE, MUNICIPIO: 'Huixtla' }
  const place = { state: '07', municipality: 'Huixtla', key: '07040' }

  expect(await placeAfter({ ...row, 'Clave municipal': '07040' })).toEqual(place)
  expect(await placeAfter(row)).toEqual(place)
  expect(await placeAfter({ ...CENTRE, CAPACIDAD: '30' })).toEqual(place)
  expect(await placeAfter({ ...CENTRE, MUNICIPIO: 'Tuzantán' })).toEqual({
    ...place,
    municipality: 'Tuzantán',
    key: null,
  })
  expect(await placeAfter({ ...CENTRE, 'CLAVE DE MUNICIPIO': '07103' })).toMatchObject({ key: '07103' })
  // And neither name nor key is of the state that the place was in
  expect(await placeAfter({ ...CENTRE, ENTIDAD: 'Oaxaca' })).toEqual({ state: '20', municipality: null, key: null })
})

test('it goes with its batch, and a file without the column is told of none', async () => {
  const row = aDetection()
  const plain = await desk.send('children/detections', [row])
  expect(plain.notices.join()).not.toContain('CLAVE DE MUNICIPIO')
  const before = await factsOf(desk, 'children')

  const told = await desk.send('children/detections', [{ ...row, 'Clave AGEM': '07089' }])
  expect(told).toMatchObject({ counts: { corrected: 1 } })
  await desk.takeBack('children', told.batchId)
  expect(await factsOf(desk, 'children')).toEqual(before)
})
