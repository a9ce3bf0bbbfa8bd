/** An office that stops sending is seen to be silent; what it has not told of is missing, and never a zero. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const REPORTING = `query ($code: ID!) { state(code: $code) { reporting { feed source status lastCutoff lagDays } } }`
const CASES_BY_MONTH = `query ($from: Date!, $to: Date!) {
  state(code: "07") { series(indicator: CASES_OPENED, grain: DAY, from: $from, to: $to) { points { from count missing } } }
}`

interface Reporting {
  state: {
    reporting: { feed: string; source: string; status: string; lastCutoff: string | null; lagDays: number | null }[]
  }
}
interface Series {
  state: { series: { points: { from: string; count: number | null; missing: string | null }[] } }
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  const detection = aDetection()
  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.takeIn('children/detections', [detection])
    await world.settle()
  })
  afterAll(() => world.stop())

  async function casesOf(code: string) {
    const { data } = await world.ask<Reporting>(REPORTING, { code })
    return data?.state.reporting.find(
      ({ feed, source }) => feed === 'representation/protection-cases' && source === 'PPNNA',
    )
  }

  async function casesOn(day: Date) {
    const { data } = await world.ask<Series>(CASES_BY_MONTH, { from: localDay(day), to: localDay(day) })
    return data?.state.series.points[0]
  }

  test('an office that never sent anything has never reported', async () => {
    expect(await casesOf('07')).toMatchObject({ status: 'NEVER_REPORTED', lastCutoff: null, lagDays: null })
    expect(await casesOn(daysAgo(20))).toMatchObject({ count: null, missing: 'NOT_REPORTED' })
  })

  test('an office whose last file tells until 20 days ago is silent, and its days since then are not reported', async () => {
    // Given the PPNNA of Chiapas sent its cases until 20 days ago
    const opened = aCase(detection.ACTA, { 'FECHA DE APERTURA': writtenDay(daysAgo(25)) })
    await world.takeIn('representation/protection-cases', [opened], { state: '07', cutoff: localDay(daysAgo(20)) })

    // When the registry looks
    await world.settle()

    // Then Chiapas is silent, what it told of stands, and what it did not is missing
    expect(await casesOf('07')).toMatchObject({ status: 'SILENT', lagDays: 20 })
    expect(await casesOn(daysAgo(25))).toMatchObject({ count: 1, missing: null })
    expect(await casesOn(daysAgo(10))).toMatchObject({ count: null, missing: 'NOT_REPORTED' })
  })

  test('a file of today brings it back on time, and no other state with it', async () => {
    await world.takeIn('representation/protection-cases', [aCase(detection.ACTA)], { state: '07' })
    await world.settle()

    expect(await casesOf('07')).toMatchObject({ status: 'ON_TIME' })
    expect(await casesOn(daysAgo(10))).toMatchObject({ count: 0, missing: null })
    expect(await casesOf('30')).toMatchObject({ status: 'NEVER_REPORTED' })
  })
})
