/** A list that puts a place in another state, or makes it of another kind, moves all who are there: its sender is told so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const CENTRE = { CLAVE: 'CC-07-031', NOMBRE: 'Centro La Joya', TIPO: 'CCAN', ENTIDAD: 'Chiapas', CAPACIDAD: '20' }
const MOVED = expect.stringMatching(/^Lugares que constaban en otra entidad o como de otro tipo, .*: 1 \(renglón 2\)/)
let days = 60
const list = (row: Record<string, string>) =>
  desk.send('placements/facilities', [row], { source: 'SNDIF', cutoff: localDay(daysAgo(days--)) })

test.each([
  ['in another state', { ENTIDAD: 'Tabasco' }],
  ['in the first again', {}],
  ['of another kind, where nobody is held', { TIPO: 'CAS estatal' }],
])('of a place that is told to be %s', async (_how, more) => {
  if (days === 60) await list(CENTRE)

  const told = await list({ ...CENTRE, ...more })

  expect(told).toMatchObject({ outcome: 'TAKEN', counts: { corrected: 1 } })
  expect(told.notices).toContainEqual(MOVED)
})

test('and not of one that has another operator, or another type that is counted alike', async () => {
  const told = await list({ ...CENTRE, TIPO: 'CAS municipal', CAPACIDAD: '30' })

  expect(told).toMatchObject({ counts: { corrected: 1 } })
  expect(told.notices).not.toContainEqual(MOVED)
})
