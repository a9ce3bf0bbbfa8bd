/** A list whose places have got other numbers brings each of them once more: its sender is told, and can mend it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const CENTRE = { TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', MUNICIPIO: 'Tapachula', CAPACIDAD: '20' }
const called = (NOMBRE: string, CLAVE: string, more: Record<string, string> = {}) => ({
  ...CENTRE,
  NOMBRE,
  CLAVE,
  ...more,
})
const send = (...rows: Record<string, string>[]) =>
  desk.send('placements/facilities', rows, { source: 'DIF', state: '07' })
const UNDER_ANOTHER_KEY = expect.stringMatching(
  /^Lugares nuevos que se llaman como uno .* con otra clave: 1 \(renglón 2\)/,
)
const namesakes = (name: string) =>
  desk.database.query('select capacity from placements.facility where name = $1', [name])

test('a centre that is listed under another key is told of, and is the one it was when it is sent without a key', async () => {
  await send(called('Casa Uno', 'CAS-1'))

  const again = await send(called('Casa Uno', 'DIF/CHIS/1', { CAPACIDAD: '25' }))

  expect(again.notices).toContainEqual(UNDER_ANOTHER_KEY)
  expect(await namesakes('Casa Uno')).toHaveLength(2)

  await desk.takeBack('placements', again.batchId)
  const mended = await send(called('Casa Uno', '', { CAPACIDAD: '25' }))
  expect(mended.counts).toMatchObject({ recorded: 0, corrected: 1 })
  expect(await namesakes('Casa Uno')).toEqual([{ capacity: 25 }])
})

test.each([
  ['that names both', [called('Casa Dos', 'D-1')], [called('Casa Dos', 'D-1'), called('Casa Dos', 'D-2')]],
  ['that brings both', [], [called('Casa Tres', 'T-1'), called('Casa Tres', 'T-2')]],
  ['of another town', [called('Casa Seis', 'S-1')], [called('Casa Seis', 'S-2', { MUNICIPIO: 'Palenque' })]],
  [
    'of homes',
    [called('Familia extensa', 'F-1', { TIPO: 'Familia extensa' })],
    [called('Familia extensa', 'F-2', { TIPO: 'Familia extensa' })],
  ],
])('nothing of the kind is told of a list %s', async (_which, first, second) => {
  if (first.length > 0) await send(...first)

  const { notices, counts } = await send(...second)

  expect(counts.recorded).toBeGreaterThan(0)
  expect(notices).not.toContainEqual(expect.stringContaining('con otra clave'))
})
