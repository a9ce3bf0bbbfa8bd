/** What became of a child is what has become of it since it was last found: one that was returned, came back and is held is not returned. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { daysAgo, lastYear, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  const NUE = { NUE: 'N600100300' }
  const first = aDetection(NUE)
  const again = aDetection({ ...NUE, ENTIDAD: 'Tabasco', 'FECHA Y HORA': written(daysAgo(2)), 'AVISO A PPNNA': '' })

  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.takeIn('children/detections', [first])
    await world.takeIn('returns/executed-returns', [aReturn(first.ACTA)])
    await world.settle()
  })
  afterAll(() => world.stop())

  async function fates(): Promise<Record<string, number>> {
    const { data } = await world.ask<{ nation: { funnel: { residualByFate: { fate: string; count: number }[] } } }>(
      `{ nation { funnel(${lastYear()}) { residualByFate { fate count } } } }`,
    )
    const told = data?.nation.funnel.residualByFate ?? []
    return Object.fromEntries(told.filter(({ count }) => count > 0).map(({ fate, count }) => [fate, count]))
  }

  test('given a child was returned five days ago and found again two days ago, it is told what became of it since', async () => {
    expect(await fates()).toEqual({ RETURNED: 1 })

    // When it is found again, of which nothing else is told
    const { batchId } = await world.takeIn('children/detections', [again])
    await world.settle()
    // Then nobody knows what became of it
    expect(await fates()).toEqual({ UNKNOWN: 1 })

    // When it is held in a referral centre
    await world.takeIn('placements/stays', [aStay(again.ACTA, { ENTIDAD: 'Tabasco' })])
    await world.settle()
    // Then it waits
    expect(await fates()).toEqual({ WAITING: 1 })

    // When it is returned again
    const second = await world.takeIn('returns/executed-returns', [
      aReturn(again.ACTA, { ENTIDAD: 'Tabasco', 'FECHA Y HORA DE SALIDA': written(daysAgo(0.1)) }),
    ])
    await world.settle()
    // Then it is returned; and with both finds but the first withdrawn, still by the first return
    expect(await fates()).toEqual({ RETURNED: 1 })
    await world.withdraw('returns/executed-returns', second.batchId)
    await world.withdraw('children/detections', batchId)
    await world.settle()
    expect(await fates()).toEqual({ RETURNED: 1 })
  })
})
