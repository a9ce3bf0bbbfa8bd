/** The definitive file after the preliminary, and last month's file changed: what it lacks goes on counting, and its sender is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const DAY = { source: 'DIF', state: '07', cutoff: localDay(daysAgo(1)) }
const [first, second] = [{ now: hoursAgo(0.2) }, { now: hoursAgo(0.1) }]
const ENTERED = { INGRESO: written(daysAgo(9)) }

async function stays(count: number) {
  const children = Array.from({ length: count }, () => aDetection())
  await desk.send('children/detections', children)
  await desk.tell()
  return children.map(({ ACTA }) => aStay(ACTA, ENTERED))
}
const HAS_LEFT = { 'TIPO DE EGRESO': 'Traslado', EGRESO: written(daysAgo(8)) }
const counted = async () => (await desk.database.query('select from placements.stay')).length
const gone = (what: string) =>
  expect.stringMatching(
    new RegExp(`^${what} del mismo remitente y corte .*siguen contando: 2 \\(renglones 3, 4 de aquel\\)`),
  )

test('of four stays of the preliminary file the definitive has two, one of them corrected, and a new one', async () => {
  const before = await counted()
  const [one, two, three, four] = await stays(4)
  const [other] = await stays(1)
  const rows = [one, two, three, four].map((row) => row ?? {})
  const preliminary = await desk.send('placements/stays', rows, { ...DAY, ...first, isPreliminary: true })

  const definitive = await desk.send('placements/stays', [{ ...one, ...HAS_LEFT }, four ?? {}, other ?? {}], {
    ...DAY,
    ...second,
  })

  expect(definitive.notices).toContainEqual(gone('El preliminar'))
  expect(await counted()).toBe(before + 5)
  await desk.takeBack('placements', preliminary.batchId)
  expect(await counted()).toBe(before + 3)
})

test('so is a file of which most is told again; one that only brings what was missing is not', async () => {
  const rows = await stays(6)
  await desk.send('placements/stays', rows, { ...DAY, ...first })
  const missing = await desk.send('placements/stays', await stays(2), { ...DAY, ...second })
  expect(missing.notices).not.toContainEqual(expect.stringContaining('siguen contando'))

  const without = [rows[0], ...rows.slice(3), ...(await stays(1))].map((row) => row ?? {})
  const changed = await desk.send('placements/stays', without, { ...DAY, now: new Date() })

  expect(changed.notices).toContainEqual(gone('Un archivo'))
})

test('INM, of whose facts others may have told since, is told nothing', async () => {
  const rows = await stays(4)
  const inm = { ...DAY, source: 'INM' }
  await desk.send('placements/stays', rows, { ...inm, ...first, isPreliminary: true })

  const definitive = await desk.send('placements/stays', rows.slice(0, 2), { ...inm, ...second })

  expect(definitive.notices).not.toContainEqual(expect.stringContaining('siguen contando'))
})
