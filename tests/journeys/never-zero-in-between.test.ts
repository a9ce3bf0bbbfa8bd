/** Between the first file of a feed and the tick that counts it a figure is unknown: at no step on the way it reads 0. */
import type { Service } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { loadServices } from '../support/services.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const QUESTION = `query ($period: PeriodInput!, $day: Date!) { state(code: "07") {
  detention { heldNow } care { childrenNow } casework { unprocessed }
  detection(period: $period) { persons } returns(period: $period) { total } funnel(period: $period) { detected }
  series(indicator: CHILDREN_DETECTED, grain: DAY, from: $day, to: $day) { points { count } }
} }`

const DAY = localDay(daysAgo(30))
const PERIOD = { from: localDay(daysAgo(60)), to: localDay(new Date()) }

type Figure = number | null
type Data = { state: Record<string, Record<string, Figure | { count: Figure }[]> | null> }

describe.each(MODES)('%s', (mode) => {
  let world: World
  let services: Service[] = []
  beforeAll(async () => {
    world = await startWorld({ mode })
    if (mode === 'in-process') services = [...(await loadServices(world.database.url)).values()]
    await world.settle()
  })
  afterAll(async () => {
    for (const service of services) await service.close()
    await world.stop()
  })

  async function figures(): Promise<Map<string, Figure>> {
    const { data, errors } = await world.ask<Data>(QUESTION, { period: PERIOD, day: DAY })
    expect(errors).toBeUndefined()
    const all = Object.entries(data?.state ?? {}).map(([name, of]) => {
      const [figure = null] = Object.values(of ?? {})
      return [name, Array.isArray(figure) ? (figure[0]?.count ?? null) : figure] as const
    })
    return new Map(all)
  }

  /** Looks after every round of every service; over HTTP, where they go on by themselves, as often as it can. */
  async function* onTheWay(): AsyncGenerator {
    yield
    if (mode === 'in-process') {
      // Oversight, which hears of all, goes before and after each of the others.
      const oversight = services.filter(({ name }) => name === 'oversight')
      for (let did = 1; did > 0; ) {
        did = 0
        for (const service of services.flatMap((one) => [one, ...oversight])) {
          did += await service.round(new Date())
          yield
        }
      }
    }
    let isOver = false
    const settled = world.settle().finally(() => {
      isOver = true
    })
    while (!isOver) yield
    await settled
    yield
  }

  async function expectNever0(ends: Record<string, number>): Promise<void> {
    const seen = new Map<string, Figure[]>()
    for await (const _step of onTheWay())
      for (const [name, figure] of await figures()) seen.set(name, [...(seen.get(name) ?? []), figure])
    for (const [name, end] of Object.entries(ends)) {
      const values = seen.get(name) ?? []
      expect({ name, zeros: values.filter((value) => value === 0).length, end: values.at(-1) }).toEqual({
        name,
        zeros: 0,
        end,
      })
    }
  }

  test('the first files of each feed, step by step', async () => {
    // Given a board that was written while nothing was known
    expect(new Set((await figures()).values())).toEqual(new Set([null]))

    // When INM tells of two children for the first time, then no figure of them passes through 0
    const [held, gone] = [aDetection(), aDetection()]
    await world.takeIn('children/detections', [held, gone])
    await expectNever0({ detection: 2, funnel: 2, casework: 2, series: 2 })

    // When it tells of where one of them is held, and that the other was returned, neither do these
    await world.takeIn('placements/stays', [aStay(held.ACTA)])
    await world.takeIn('returns/executed-returns', [aReturn(gone.ACTA)])
    await expectNever0({ detention: 1, returns: 1 })

    // When the DIF tells of a child who is in its care, nor does this
    const inCare = aStay(gone.ACTA, { 'NOMBRE DEL LUGAR': 'CAS Tapachula', 'TIPO DE LUGAR': 'CAS estatal' })
    await world.takeIn('placements/stays', [inCare], { source: 'SNDIF' })
    await expectNever0({ care: 1 })
  })
})
