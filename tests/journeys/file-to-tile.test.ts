/** The way of a file: what an authority sends is a figure of its state on the board. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  const [first, second, third] = [aDetection(), aDetection(), aDetection({ ENTIDAD: 'Veracruz' })]

  test('children whom INM holds in a referral centre are held in Chiapas', async () => {
    // Given INM's file of three children it found, two of them in Chiapas
    await world.takeIn('children/detections', [first, second, third])

    // When its file of stays tells that two are in a referral centre there, one for 40 hours and one for 10
    await world.takeIn('placements/stays', [
      aStay(first.ACTA, { INGRESO: written(hoursAgo(40.5)) }),
      aStay(second.ACTA, { INGRESO: written(hoursAgo(10.5)) }),
    ])
    await world.settle()

    // Then the board says so of Chiapas, and nothing of Veracruz
    const { detention } = await onBoard(world)
    expect(detention).toMatchObject({
      heldNow: 2,
      inReferralCenters: 2,
      inProhibitedPlaces: 0,
      over36Hours: 1,
      longestHours: 40,
    })
    expect((await onBoard(world, '30')).detention).toMatchObject({ heldNow: 0, longestHours: null })
    expect((await onBoard(world, '00')).detention).toMatchObject({ heldNow: 2, longestHours: 40 })
  })

  test('children of whom the PPNNA was told wait until it opens a case', async () => {
    // Given the notices of the detections
    expect((await onBoard(world)).casework).toMatchObject({ unprocessed: 2, withoutDetermination: null })

    // When the PPNNA of Chiapas sends that it opened a case for the first child
    await world.takeIn('representation/protection-cases', [aCase(first.ACTA)], { state: '07' })
    await world.settle()

    // Then one child waits, and the case waits for a determination
    const { casework } = await onBoard(world)
    expect(casework).toMatchObject({ unprocessed: 1, withoutDetermination: 1 })
    expect(casework?.unprocessedByAge.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  })

  test('a child who is returned without a determination counts as that', async () => {
    // Given nobody has decided anything for the second child
    // When INM sends that it returned the child
    await world.takeIn('returns/executed-returns', [aReturn(second.ACTA)])
    await world.settle()

    // Then one return without a valid determination stands on the board of Chiapas
    const { returns } = await onBoard(world)
    expect(returns).toMatchObject({ total: 1, withoutValidDetermination: 1, deportations: 0, within72Hours: 0 })
    expect(returns?.byStanding).toContainEqual({ standing: 'NO_DETERMINATION', count: 1 })
  })

  test('the same file taken in twice changes nothing', async () => {
    const before = await onBoard(world)

    const again = await world.takeIn('children/detections', [first, second, third])
    await world.settle()

    expect(again.outcome).toBe('ALREADY_TAKEN')
    expect((await onBoard(world)).casework?.unprocessed).toBe(before.casework?.unprocessed)
  })
})
