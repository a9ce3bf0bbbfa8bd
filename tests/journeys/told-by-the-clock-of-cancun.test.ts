/** The clock of Quintana Roo is an hour ahead of Mexico City's: a child who was found there minutes ago is seen, and nobody's file is refused for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const minutesAgoInCancun = (minutes: number) => written(hoursAgo(minutes / 60 - 1))

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  test('given a child was found and is held there, it is held now, for less than an hour', async () => {
    const found = aDetection({
      ...{ ENTIDAD: 'Quintana Roo', MUNICIPIO: 'Benito Juárez' },
      ...{ 'FECHA Y HORA': minutesAgoInCancun(40), 'AVISO A PPNNA': minutesAgoInCancun(30) },
    })
    await world.takeIn('children/detections', [found])
    await world.takeIn('placements/stays', [
      aStay(found.ACTA, { ENTIDAD: 'Quintana Roo', INGRESO: minutesAgoInCancun(20) }),
    ])
    await world.settle()

    const { detention, casework } = await onBoard(world, '23')
    expect(detention).toMatchObject({ heldNow: 1, inReferralCenters: 1, over36Hours: 0, longestHours: 0 })
    expect(casework?.unprocessed).toBe(1)
    expect(casework?.unprocessedByAge.filter(({ count }) => count > 0)).toEqual([
      { bucket: 'UNDER_24_HOURS', count: 1 },
    ])
  })
})
