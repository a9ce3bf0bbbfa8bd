/** A batch that is withdrawn leaves no trace in the figures: they are what they were before it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardOf, figuresOf, thisAndLastYear } from '../support/board.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  const known = aDetection()
  const later = aDetection({ ENTIDAD: 'Tabasco' })
  const held = aStay(known.ACTA)
  const handedOver = { ...held, EGRESO: written(hoursAgo(1)), 'TIPO DE EGRESO': 'Canalización institucional' }

  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.takeIn('children/detections', [known])
    await world.takeIn('placements/stays', [held])
    await world.settle()
  })
  afterAll(() => world.stop())

  const figures = async () => figuresOf(await boardOf(world, { period: thisAndLastYear() }))

  test.each([
    ['children/detections', [later, { ...known, ENTIDAD: 'Oaxaca' }], undefined],
    ['placements/stays', [handedOver], undefined],
    ['representation/protection-cases', [aCase(known.ACTA)], '07'],
    ['returns/executed-returns', [aReturn(known.ACTA, { 'TIPO DE RETORNO': 'Deportación' })], undefined],
  ] as const)('given a file of %s, taking it back takes its figures back', async (feed, rows, state) => {
    // Given the figures before
    const before = await figures()

    // When the file is taken in and then withdrawn
    const { batchId } = await world.takeIn(feed, rows, state ? { state } : {})
    await world.settle()
    expect(await figures()).not.toEqual(before)
    await world.withdraw(feed, batchId)
    await world.settle()

    // Then every figure is what it was
    expect(await figures()).toEqual(before)
  })
})
