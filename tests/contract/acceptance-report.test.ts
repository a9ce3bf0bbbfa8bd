/** `report-figures.graphql` and `trend.graphql` run verbatim, in both run modes, and give what their comments say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

interface Count {
  count: number
}

interface Report {
  nation: {
    funnel: Record<
      | 'detected'
      | 'detectionEvents'
      | 'notified'
      | 'caseOpened'
      | 'determined'
      | 'planIssued'
      | 'represented'
      | 'residual'
      | 'coverage',
      number
    > & {
      residualByFate: (Count & { fate: string })[]
    }
    returns: {
      total: number
      byAccompaniment: (Count & { accompaniment: string })[]
      byNationality: (Count & { country: string })[]
    }
  }
  publishedFigures: { edges: { node: PublishedFigure }[] }
}

interface PublishedFigure {
  value: number
  unit: string
  meaning: string
  territory: { code: string }
  from: string
  to: string
  source: string
  registryCount: number | null
  contradicts: { id: string }[]
}

interface Trend {
  state: { code: string; series: { indicator: string; points: Point[] } }
}

interface Point {
  from: string
  to: string
  count: number | null
  missing: string | null
}

const sum = (counts: readonly Count[]) => counts.reduce((all, { count }) => all + count, 0)
interface Compared {
  value: number
  registryCount: number | null
  registryCountAsOf: string | null
  difference: number | null
}

const isCounted = ({ registryCount }: Compared) => registryCount !== null
const DAY_IN_MS = 86_400_000
const dayNumber = (day: string) => Date.parse(day) / DAY_IN_MS

describe.each(MODES)('%s', (mode) => {
  let world: World
  let report: Report
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    const { data, errors } = await world.ask<Report>(read('tests/acceptance/report-figures.graphql'))
    expect(errors).toBeUndefined()
    report = data as Report // Shown by the line above.
  })
  afterAll(() => world.stop())

  test('the funnel of the report narrows, and its residual is split exactly', () => {
    const { funnel } = report.nation

    expect(funnel.detected).toBeGreaterThan(0)
    expect(funnel.detectionEvents).toBeGreaterThanOrEqual(funnel.detected)
    expect(funnel.notified).toBeLessThanOrEqual(funnel.detected)
    expect(funnel.caseOpened).toBeLessThanOrEqual(funnel.notified)
    expect(funnel.residual).toBe(funnel.detected - funnel.caseOpened)
    expect(sum(funnel.residualByFate)).toBe(funnel.residual)
    expect(funnel.residualByFate.map(({ fate }) => fate)).toEqual(['WAITING', 'RETURNED', 'LEFT', 'UNKNOWN'])
    expect(funnel.coverage).toBeCloseTo(funnel.caseOpened / funnel.detected, 3)
  })

  test('the funnel has the shares of the report', () => {
    // 98,671 detected and 19,067 with a case; a small twin draws them, so the share holds within some points.
    expect(report.nation.funnel.coverage).toBeGreaterThan(0.16)
    expect(report.nation.funnel.coverage).toBeLessThan(0.23)
  })

  test('returns are split exactly by company and by nationality', () => {
    const { total, byAccompaniment, byNationality } = report.nation.returns

    expect(total).toBeGreaterThan(0)
    expect(sum(byAccompaniment)).toBe(total)
    expect(sum(byNationality)).toBe(total)
    for (const { country } of byNationality) expect(country).toMatch(/^[A-Z]{3}$/)
  })

  test('the published figures on returns stand as they were published', () => {
    const figures = report.publishedFigures.edges.map(({ node }) => node)

    expect(figures.map(({ value }) => value)).toContain(9192)
    for (const figure of figures) {
      expect(figure).toMatchObject({
        unit: expect.any(String),
        meaning: expect.any(String),
        source: expect.any(String),
      })
      expect(figure.from <= figure.to).toBe(true)
      expect(figure.registryCount === null || Number.isInteger(figure.registryCount)).toBe(true)
    }
    expect(figures.some(({ registryCount }) => registryCount !== null)).toBe(true)
  })

  test('beside a published figure stand the registry’s own count, by how much it differs, and as of when it is', async () => {
    const { data, errors } = await world.ask<{ publishedFigures: { edges: { node: Compared }[] } }>(
      '{ publishedFigures(topic: RETURNS, first: 40) { edges { node { value registryCount registryCountAsOf difference } } } }',
    )
    const figures = data?.publishedFigures.edges.map(({ node }) => node) ?? []

    expect(errors).toBeUndefined()
    const [counted, others] = [figures.filter(isCounted), figures.filter((figure) => !isCounted(figure))]
    expect(Math.min(counted.length, others.length)).toBeGreaterThan(5)
    for (const { value, registryCount, difference, registryCountAsOf } of counted) {
      expect(difference).toBeCloseTo((registryCount ?? 0) - value, 6)
      expect(registryCountAsOf).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    }
    for (const figure of others) expect(figure).toMatchObject({ difference: null, registryCountAsOf: null })
  })

  test('open alerts say as of when they are counted', async () => {
    const { data } = await world.ask<{ nation: { openAlerts: { asOf: string }[] } }>(
      '{ nation { openAlerts { asOf } } }',
    )
    const instants = data?.nation.openAlerts.map(({ asOf }) => asOf) ?? []

    expect(instants.length).toBeGreaterThan(0)
    for (const at of instants) expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('the trend has every week from Monday to Sunday, each with a count or the reason why not', async () => {
    const { data, errors } = await world.ask<Trend>(read('tests/acceptance/trend.graphql'))
    const points = data?.state.series.points ?? []

    expect(errors).toBeUndefined()
    expect(data?.state.code).toBe('07')
    expect(points.length).toBe(25)
    expect([points[0]?.from, points.at(-1)?.to]).toEqual(['2026-06-01', '2026-11-22'])
    for (const [at, { from, to, count, missing }] of points.entries()) {
      expect(dayNumber(to) - dayNumber(from)).toBe(6)
      expect(dayNumber(from) - dayNumber(points[0]?.from ?? '')).toBe(7 * at)
      expect(count === null).toBe(missing !== null)
      expect([null, 'NOT_REPORTED', 'NOT_YET_CLOSED']).toContain(missing)
    }
  })

  test.each(['07', 'MX-CHP'])('Chiapas is found by the code %s', async (code) => {
    const { data } = await world.ask(`query ($code: ID!) { state(code: $code) { code name } }`, { code })

    expect(data).toEqual({ state: { code: '07', name: 'Chiapas' } })
  })
})
