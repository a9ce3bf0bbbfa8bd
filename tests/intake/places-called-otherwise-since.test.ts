/** A list renames a place, moves it or finds it to be of another kind: whoever is there leaves it all the same, under the name of before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const EXIT = { EGRESO: written(hoursAgo(2)), 'TIPO DE EGRESO': 'Canalización institucional' }

async function aChild(): Promise<string> {
  const detection = aDetection()
  await desk.send('children/detections', [detection])
  await desk.tell()
  return detection.ACTA
}

const entryInto = (place: Record<string, string>, acta: string, more: Record<string, string> = {}) =>
  aStay(acta, { 'NOMBRE DEL LUGAR': place['NOMBRE'] ?? '', INGRESO: written(hoursAgo(30)), ...more })

const staysOf = (acta: string) =>
  desk.database.query(
    `select f.key, f.state, f.type, t.left_at is not null as left from placements.identifier_ref i
     join placements.stay t using (child_id) join placements.facility f on f.id = t.facility_id where i.value = $1`,
    [acta],
  )

const KINDS = { TIPO: 'Centro de canalización', ENTIDAD: 'Chiapas' }

test.each([
  ['has another name', { NOMBRE: 'Centro Benito Juárez' }],
  ['is in another state', { ENTIDAD: 'Tabasco' }],
  ['is a station', { TIPO: 'Estación migratoria' }],
  ['is a centre of DIF', { TIPO: 'CAS estatal' }],
])(
  'given a list by which a place %s, the exit that INM tells under its former name is that of the stay',
  async (how, now) => {
    const place = { CLAVE: `C-${how.length}`, NOMBRE: `Centro ${how}`, ...KINDS }
    const [held, another] = [await aChild(), await aChild()]
    await desk.send('placements/facilities', [place], { source: 'CNDH' })
    await desk.send('placements/stays', [entryInto(place, held)], { source: 'INM' })
    await desk.send('placements/facilities', [{ ...place, ...now }], { source: 'CNDH' })

    // Also behind somebody who is told to be there by that name since.
    await desk.send('placements/stays', [entryInto(place, another)], { source: 'INM' })
    const { counts } = await desk.send('placements/stays', [entryInto(place, held, EXIT)], { source: 'INM' })

    expect(counts).toMatchObject({ corrected: 1, recorded: 0, unmatched: 0 })
    expect(await staysOf(held)).toMatchObject([{ key: place.CLAVE, left: true }])
  },
)

test('given a second place of that name, an exit told by the name alone is that of the stay which has that entry', async () => {
  const home = (key: string, MUNICIPIO: string) => ({ CLAVE: key, NOMBRE: 'Casa Abierta', ...KINDS, MUNICIPIO })
  const acta = await aChild()
  await desk.send('placements/facilities', [home('A-1', 'Tapachula'), home('A-2', 'Palenque')], { source: 'CNDH' })
  const entry = entryInto(home('A-2', 'Palenque'), acta)
  await desk.send('placements/stays', [{ ...entry, 'CLAVE DEL LUGAR': 'A-2' }], { source: 'SNDIF' })

  const { counts } = await desk.send('placements/stays', [{ ...entry, ...EXIT }], { source: 'SNDIF' })

  expect(counts).toMatchObject({ corrected: 1, refused: 0 })
  expect(await staysOf(acta)).toMatchObject([{ key: 'A-2', left: true }])
})

test('given a list by which a place is in another state, the DIF that told who is there ends the stay, and begins none', async () => {
  const place = { CLAVE: 'C-DIF', NOMBRE: 'Casa Lejana', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }
  const [lodged, another] = [await aChild(), await aChild()]
  const entry = (acta: string) => entryInto(place, acta, { 'TIPO DE LUGAR': place.TIPO, 'CLAVE DEL LUGAR': 'C-DIF' })
  const ofChiapas = { source: 'DIF', state: '07' }
  await desk.send('placements/facilities', [place], { source: 'CNDH' })
  await desk.send('placements/stays', [entry(lodged)], ofChiapas)
  await desk.send('placements/facilities', [{ ...place, ENTIDAD: 'Tabasco' }], { source: 'CNDH' })

  const { counts } = await desk.send('placements/stays', [{ ...entry(lodged), ...EXIT }], ofChiapas)
  const { firstRejects } = await desk.send('placements/stays', [entry(another)], ofChiapas)

  expect(counts).toMatchObject({ corrected: 1, refused: 0 })
  expect(await staysOf(lodged)).toMatchObject([{ state: '27', left: true }])
  expect(firstRejects).toMatchObject([{ column: 'ENTIDAD' }])
})

test('a row that tells of the same hour in a place that was never called so is of another place, and waits', async () => {
  const place = { NOMBRE: 'Centro Norte', ...KINDS }
  const acta = await aChild()
  await desk.send('placements/stays', [entryInto(place, acta)], { source: 'INM' })

  const elsewhere = entryInto({ NOMBRE: 'Centro Sur' }, acta, EXIT)
  const { counts } = await desk.send('placements/stays', [elsewhere], { source: 'INM' })

  expect(counts).toMatchObject({ corrected: 0, recorded: 0, unmatched: 1 })
  expect(await staysOf(acta)).toMatchObject([{ left: false }])
})
