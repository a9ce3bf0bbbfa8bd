/** A place told by its key and one told by its name, which a row with both tells to be one: they are one as long as a file that counts says so. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const DIF = { source: 'DIF', state: '07' }
const INM = { source: 'INM' }
const CONFIRMED = { isConfirmed: true }
const CENTRE = 'Centro de canalización'

let count = 0
let key: string
let name: string
beforeEach(() => {
  count += 1
  key = `U-${count}`
  name = `Centro ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[count]}`
})

async function aChild(): Promise<string> {
  const detection = aDetection()
  await desk.send('children/detections', [detection])
  await desk.tell()
  return detection.ACTA
}

/** Of a new child, or of the one that is given. */
async function stay(place: { key?: string; name?: string }, more: Row = {}, child?: string): Promise<Row> {
  const where = { 'CLAVE DEL LUGAR': place.key ?? '', 'NOMBRE DEL LUGAR': place.name ?? '' }
  return aStay(child ?? (await aChild()), { 'TIPO DE LUGAR': CENTRE, ENTIDAD: 'Chiapas', ...where, ...more })
}
const sendStay = async (place: { key?: string; name?: string }, sender: object = DIF) =>
  desk.send('placements/stays', [await stay(place)], sender)
const listed = (more: Row = {}) => ({
  ...{ CLAVE: '', NOMBRE: name, TIPO: CENTRE, ENTIDAD: 'Chiapas', CAPACIDAD: '20' },
  ...more,
})

/** Those that are counted: key, name, places, children there, visits. */
const places = async () =>
  (
    await desk.database.query<{ place: string }>(
      `select concat_ws(' ', coalesce(f.key, '-'), f.name, f.capacity, (select count(*) from placements.stay_ledger l where l.facility_id = f.id),
         nullif((select count(*) from placements.inspection i where i.facility_id = f.id), 0)) as place
       from placements.facility f
       where same_as is null and (f.name = $1 or f.key = $2) order by f.key nulls last`,
      [name, key],
    )
  ).map(({ place }) => place)

test('a list with both is refused until its sender stands by it; then they are one, and two again without it', async () => {
  await sendStay({ key })
  await desk.send('placements/facilities', [listed()], DIF)
  expect(await places()).toEqual([`${key} ${key} 1`, `- ${name} 20 0`])

  const both = [listed({ CLAVE: key, CAPACIDAD: '25' })]
  const asked = await desk.send('placements/facilities', both, DIF)
  expect(asked).toMatchObject({
    outcome: 'REFUSED',
    firstRejects: [{ column: 'NOMBRE', reason: expect.stringMatching(/^CONFLICTO: .* envíelo con --confirm/) }],
  })

  const joining = await desk.send('placements/facilities', both, { ...DIF, ...CONFIRMED })
  expect(joining).toMatchObject({ counts: { corrected: 1 } })
  expect(await places()).toEqual([`${key} ${name} 25 1`])

  await sendStay({ key })
  await sendStay({ name })
  await desk.send('placements/inspections', [
    { 'CLAVE DEL LUGAR': key, FECHA: writtenDay(daysAgo(3)), AUTORIDAD: 'PPNNA', RESULTADO: 'Cumple' },
  ])
  expect(await places()).toEqual([`${key} ${name} 25 3 1`])

  await desk.takeBack('placements', joining.batchId)
  expect(await places()).toEqual([`${key} ${key} 2 1`, `- ${name} 20 1`])
})

test('who says so again keeps them one when the first takes his file back', async () => {
  await sendStay({ key })
  await desk.send('placements/facilities', [listed()], DIF)
  const first = await desk.send('placements/stays', [await stay({ key, name })], { ...DIF, ...CONFIRMED })
  const again = await sendStay({ key, name }, { source: 'PPNNA', state: '07' })
  expect(await places()).toEqual([`- ${name} 20 3`])

  await desk.takeBack('placements', first.batchId)
  expect(await places()).toEqual([`- ${name} 20 2`])

  await desk.takeBack('placements', again.batchId)
  expect(await places()).toEqual([`${key} ${key} 1`, `- ${name} 20 0`])
})

test('INM, which is not asked, says so of its own by a row with both, and the stay that it told by the key is the same', async () => {
  const child = await aChild()
  const told = await stay({ key }, {}, child)
  await desk.send('placements/stays', [told], INM)
  await sendStay({ name }, INM)

  const both = await desk.send('placements/stays', [{ ...told, 'NOMBRE DEL LUGAR': name }], INM)

  expect(both).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 0, unchanged: 1, unmatched: 0 } })
  expect(await places()).toEqual([`- ${name} 2`])
})

test('but not of a place where children are cared for, which is others’', async () => {
  const care = { 'TIPO DE LUGAR': 'CAS estatal' }
  await desk.send('placements/stays', [await stay({ key }, care)], INM)
  await desk.send('placements/facilities', [listed({ TIPO: 'CAS estatal' })], DIF)

  await desk.send('placements/stays', [await stay({ key, name }, care)], INM)

  expect(await places()).toEqual([`${key} ${key} 2`, `- ${name} 20 0`])
})

test('a stay with both teaches the key to a place that a list told by its name: by the key alone it is found, as long as that counts', async () => {
  await desk.send('placements/facilities', [listed()], DIF)
  const teaching = await sendStay({ key, name })

  const byKey = await sendStay({ key })
  expect(byKey.notices).not.toContainEqual(expect.stringContaining('pueden ser uno ya conocido'))
  expect(await places()).toEqual([`- ${name} 20 2`])

  await desk.takeBack('placements', teaching.batchId)
  expect(await places()).toEqual([`${key} ${key} 1`, `- ${name} 20 0`])
})

test('and its name to one that stays alone told by its key', async () => {
  await sendStay({ key }, INM)
  const naming = await sendStay({ key, name }, INM)
  await sendStay({ name }, INM)
  expect(await places()).toEqual([`${key} ${name} 3`])

  await desk.takeBack('placements', naming.batchId)
  expect(await places()).toEqual([`${key} ${key} 2`])
})

test('a number that stands beside several names teaches none of them: by itself it waits, and each name goes on being its own', async () => {
  const other = `${name} Sur`
  await desk.send('placements/facilities', [listed(), listed({ NOMBRE: other })], DIF)
  await sendStay({ key, name })
  await sendStay({ key, name: other })

  const byKey = await sendStay({ key })

  expect(byKey).toMatchObject({ counts: { unmatched: 1 } })
  expect(byKey.notices).toContainEqual(expect.stringContaining('Esa clave es de varios lugares'))
  expect(await places()).toEqual([`- ${name} 20 1`])
})

test('what was corrected before they were one stands with the one when the correction is taken back, and goes back with the rest', async () => {
  const entered = { INGRESO: written(daysAgo(9)) }
  const told = await stay({ key }, entered)
  await desk.send('placements/stays', [told], DIF)
  const left = { ...told, EGRESO: written(daysAgo(8)), 'TIPO DE EGRESO': 'Traslado' }
  const leaving = await desk.send('placements/stays', [left], DIF)
  await desk.send('placements/facilities', [listed()], DIF)
  const joining = await desk.send('placements/facilities', [listed({ CLAVE: key })], { ...DIF, ...CONFIRMED })

  await desk.takeBack('placements', leaving.batchId)
  expect(await places()).toEqual([`${key} ${name} 20 1`])

  await desk.takeBack('placements', joining.batchId)
  expect(await places()).toEqual([`${key} ${key} 1`, `- ${name} 20 0`])
})

test('the file that told the key alone is taken back, before and after: nothing is left of its place', async () => {
  const byKey = await sendStay({ key })
  await desk.send('placements/facilities', [listed()], DIF)
  const joining = await desk.send('placements/facilities', [listed({ CLAVE: key })], { ...DIF, ...CONFIRMED })

  await desk.takeBack('placements', byKey.batchId)
  expect(await places()).toEqual([`${key} ${name} 20 0`])

  await desk.takeBack('placements', joining.batchId)
  expect(await places()).toEqual([`- ${name} 20 0`])
  expect(
    await desk.database.query('select from placements.facility where same_as is not null and key = $1', [key]),
  ).toEqual([])
})

test('rows of one file that name it in three ways are of one place', async () => {
  await sendStay({ key })
  await sendStay({ name })
  const rows = [await stay({ key }), await stay({ key, name }), await stay({ name })]

  const taken = await desk.send('placements/stays', rows, { ...DIF, ...CONFIRMED })

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 3, refused: 0 } })
  expect(await places()).toEqual([`- ${name} 5`])
})

test('of two centres of that name nobody knows which is meant, and confirming does not make it known', async () => {
  await sendStay({ key })
  await desk.send('placements/facilities', [listed({ MUNICIPIO: 'Acala' }), listed({ MUNICIPIO: 'Bochil' })], DIF)

  const taken = await desk.send('placements/facilities', [listed({ CLAVE: key })], { ...DIF, ...CONFIRMED })

  expect(taken).toMatchObject({
    outcome: 'REFUSED',
    firstRejects: [{ reason: expect.stringContaining('no se sabe cuál es') }],
  })
})
