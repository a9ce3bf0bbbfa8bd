/** Complaints of a state are gathered over all its children, most of whom have none: in few questions, and each of them once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber } from '../support/builders/row.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { startWorld, type World } from '../support/world.ts'
import { tableIn, taker } from './taking-out.ts'

/** More than one page of children holds. */
const CHILDREN = 110

let world: World
const children = Array.from({ length: CHILDREN }, (_, i) => aDetection({ 'NOMBRE(S)': `Niña ${i}` }))
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', children)
  await world.settle()
})
afterAll(() => world.stop())

const complain = (acta: string, times: number) =>
  world.takeIn(
    'representation/complaints',
    Array.from({ length: times }, () => ({
      'FOLIO DE QUEJA': `CNDH/${nextNumber()}`,
      ACTA: acta,
      'AUTORIDAD SEÑALADA': 'INM',
      'FECHA DE RECEPCIÓN': writtenDay(daysAgo(2)),
    })),
    { source: 'CNDH' },
  )

/** How many complaints of each child the file holds, the most first. */
async function takenOut() {
  const { take, sub } = await taker(world, 'ombudsperson-federal')
  const { status, code, text } = await take('complaints')
  const rows = status === 200 ? tableIn(text).rows : []
  const ofEach = [...Map.groupBy(rows, ([ref]) => ref).values()].map(({ length }) => length)
  const [asked] = await world.database.query<{ questions: number }>(
    `select count(distinct children)::int as questions from audit.entry where subject = '${sub}' and service = 'children' and act = 'READ'`,
  )
  return { code, ofEach: ofEach.sort((one, other) => other - one), questions: asked?.questions }
}

test('given few children with a complaint each, two questions find all', async () => {
  const some = [3, 57, 108].map((i) => children[i]?.ACTA ?? '')
  for (const acta of some) await complain(acta, 1)
  await world.settle()

  // And the row that stands for nobody.
  expect(await takenOut()).toEqual({ code: undefined, ofEach: [1, 1, 1, 1], questions: 2 })
})

test('given a child with many, all of them are found, and each once', async () => {
  await complain(children[57]?.ACTA ?? '', 11)
  await world.settle()

  expect(await takenOut()).toMatchObject({ code: undefined, ofEach: [12, 1, 1, 1] })
})

test('given a child with more than a file takes, it is refused, and nothing is left out untold', async () => {
  await complain(children[57]?.ACTA ?? '', 30)
  await world.settle()

  expect(await takenOut()).toMatchObject({ code: 'QUERY_TOO_COMPLEX', ofEach: [] })
})
