/** A child that is found again has grown: as a person it counts as it was first found, and each find as what it told itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, localDay, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  test('given a child of 11, of no known nationality, who is found again at 12 and says Honduras, each figure counts by what it is of', async () => {
    const told = (days: number, more: object) =>
      aDetection({ NUE: 'N600100700', 'FECHA Y HORA': written(daysAgo(days)), 'AVISO A PPNNA': '', ...more })
    await world.takeIn('children/detections', [
      told(400, { EDAD: '11', NACIONALIDAD: 'No especificada' }),
      told(2, { EDAD: '12' }),
    ])
    await world.settle()

    const found = async (filter: string) => {
      const days = `from: "${localDay(daysAgo(500))}", to: "${localDay(new Date())}"`
      const { data } = await world.ask<{ nation: { detection: { persons: number; events: number } } }>(
        `{ nation { detection(period: { ${days} }${filter}) { persons events } } }`,
      )
      return data?.nation.detection
    }
    expect(await found('')).toEqual({ persons: 1, events: 2 })
    expect(await found(', filter: { ageGroup: [FROM_0_TO_11] }')).toEqual({ persons: 1, events: 1 })
    expect(await found(', filter: { ageGroup: [FROM_12_TO_17] }')).toEqual({ persons: 0, events: 1 })
    expect(await found(', filter: { nationality: ["HND"] }')).toEqual({ persons: 1, events: 1 })
    expect(await found(', filter: { nationality: ["ZZZ"] }')).toEqual({ persons: 0, events: 1 })
  })
})
