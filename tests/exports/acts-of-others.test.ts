/** What leaves as a file tells an ombudsperson no more of acts of others than the graph does, and leaves no cell of them empty (security.md 3.2). */
import { SIDES } from '@vigia/law/competence'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWithBothSides } from '../support/acts-of-both-sides.ts'
import { startWorld, type World } from '../support/world.ts'
import { tableIn, taker } from './taking-out.ts'

const [FEDERAL, STATE] = [SIDES.FEDERAL.es, SIDES.STATE.es]

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await fillWithBothSides(world)
  await world.settle()
})
afterAll(() => world.stop())

/** By the title of the column; without the row that stands for nobody, which is like one of the others. */
async function columnOf(list: string, title: string, role: 'ombudsperson-federal' | 'ombudsperson-state') {
  const { status, text } = await (await taker(world, role)).take(list)
  expect(status, text).toBe(200)
  const { titles, rows } = tableIn(text)
  expect(titles).toContain(title)
  return [...new Set(rows.map((row) => row[titles.indexOf(title)] ?? ''))].toSorted()
}

test.each([
  ['returns', 'Salida', 'ombudsperson-state', [expect.stringMatching(/^20/)]],
  ['returns', 'Entidad', 'ombudsperson-state', [FEDERAL]],
  ['returns', 'Entidad', 'ombudsperson-federal', ['Chiapas']],
  ['return-plans', 'Ejecutado', 'ombudsperson-state', [FEDERAL]],
  ['protection-cases', 'Cierre', 'ombudsperson-federal', ['']],
  ['protection-cases', 'Motivo de cierre', 'ombudsperson-federal', [STATE]],
  ['protection-cases', 'Motivo de cierre', 'ombudsperson-state', ['']],
  ['documents', 'Vigencia', 'ombudsperson-state', [FEDERAL]],
  ['representations', 'Foro', 'ombudsperson-federal', [STATE]],
  ['counsel-requests', 'Respuesta a la solicitud de abogado', 'ombudsperson-federal', [STATE]],
  ['placements', 'Tipo de egreso', 'ombudsperson-federal', [expect.stringMatching(/\w/)]],
] as const)('of the list %s the column %s is to the %s %j', async (list, title, role, expected) => {
  expect(await columnOf(list, title, role)).toEqual(expected)
})

test('of detections each row says for itself what is told', async () => {
  const nobody = SIDES.UNKNOWN.es
  const types = await columnOf('detections', 'Tipo de detección', 'ombudsperson-state')

  expect(types).toEqual(expect.arrayContaining([FEDERAL, nobody]))
  expect(types.filter((type) => type !== FEDERAL && type !== nobody)).toHaveLength(1)
})
