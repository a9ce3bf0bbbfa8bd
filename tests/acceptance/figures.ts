/** What a registry with the twin in it must answer: the published totals, INM's own claims, and the answer key of the files. */

export interface Check {
  what: string
  wanted: number
  found: number
  /** A fraction of what is wanted; 0 for exactly. */
  within: number
}

/** How the graph is asked: the text of a query of this folder by its name, or a text. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>

export interface Key {
  scale: number
  cohorts: (Record<string, number> & { from: string; to: string })[]
  returns: Record<
    string,
    { total: number; byAccompaniment: Record<string, number>; byNationality: Record<string, number> }
  >
  events: { byYear: Record<string, number> }
}

/** Of INM's tables, for the nation. They ship with the registry: the same at any scale. */
const CLAIMED: Readonly<Record<string, number>> = {
  'RESCATADOS RESCUED': 734_842,
  'RESCATADOS RESCUED_AGAIN': 457_079,
  'RESCATADOS PRESENTED': 585_732,
  'RESCATADOS CHANNELLED': 149_110,
  'PRESENTADOS PRESENTED': 136_256,
  'CANALIZADOS CHANNELLED': 54_648,
  'CANALIZADOS CHANNELLED_PLACE_UNRECORDED': 32_581,
  'RETORNADOS RETURNED': 21_988,
  'RETORNADOS DEPORTED': 3_245,
  'RETORNADOS ASSISTED_RETURN': 18_743,
}

/** Detections of children (domain.md 4.2). */
const DETECTED: Readonly<Record<string, number>> = { 2021: 77_608, 2022: 71_206, 2023: 113_542, 2024: 138_882 }

/** The published totals are those of scale 1; one child more or less is no deviation in a small twin. */
export async function checksOf(ask: Ask, key: Key): Promise<Check[]> {
  return [
    ...reportChecks(await ask<Report>('report-figures'), key),
    ...detectionChecks(await ask<Series>(MONTHS), key),
    ...cohortChecks(await cohortsOf(ask, key), key),
    ...claimChecks(await ask<Claims>('authority-says')),
  ]
}

export function holds({ wanted, found, within }: Check): boolean {
  return Math.abs(found - wanted) <= within * Math.abs(wanted)
}

export function lineOf(check: Check): string {
  const { what, wanted, found, within } = check
  const off = wanted === 0 ? '' : `${(100 * (found / wanted - 1)).toFixed(2)} %, `
  const allowed = within === 0 ? 'exactly' : `${off}${(100 * within).toFixed(0)} % allowed`
  return `${holds(check) ? 'holds' : 'FAILS'}  ${what}: ${shown(found)} for ${shown(wanted)} (${allowed})`
}

const shown = (figure: number) => figure.toLocaleString('en', { maximumFractionDigits: 4 })
const WITHIN = 0.01

function published(scale: number) {
  return {
    count: (what: string, total: number, found: number): Check => {
      const wanted = total * scale
      return { what, wanted: Math.round(wanted), found, within: Math.max(WITHIN, 1.5 / wanted) }
    },
    share: (what: string, wanted: number, found: number): Check => {
      return { what, wanted, found, within: Math.max(WITHIN, 0.003 / scale) }
    },
  }
}

const exactly = (what: string, wanted: number, found: number): Check => ({ what, wanted, found, within: 0 })
const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)

interface Funnel {
  detected: number
  caseOpened: number
  residual: number
  coverage: number
  residualByFate: { fate: string; count: number }[]
}

interface Report {
  nation: {
    funnel: Funnel
    returns: {
      total: number
      byAccompaniment: { accompaniment: string; count: number }[]
      byNationality: { country: string; count: number }[]
    }
  }
}

function reportChecks({ nation: { funnel, returns } }: Report, { scale, returns: returnsOf }: Key): Check[] {
  const { count, share } = published(scale)
  const alone = returns.byAccompaniment.find(({ accompaniment }) => accompaniment === 'UNACCOMPANIED')?.count ?? 0
  const northern = returns.byNationality.filter(({ country }) => ['HND', 'GTM'].includes(country))
  const key = returnsOf['2022']
  return [
    count('detected, January 2021 to May 2022', 98_671, funnel.detected),
    count('with a case', 19_067, funnel.caseOpened),
    count('residual', 79_604, funnel.residual),
    exactly('residual is the rest', funnel.detected - funnel.caseOpened, funnel.residual),
    exactly('residual by fate', funnel.residual, sum(funnel.residualByFate)),
    share('coverage', 0.193, funnel.coverage),
    count('returned in 2022', 9_192, returns.total),
    share('of them unaccompanied', 0.71, alone / returns.total),
    share('of them Honduran or Guatemalan', 0.85, sum(northern) / returns.total),
    exactly('returned in 2022, as in the key', key?.total ?? Number.NaN, returns.total),
    exactly('of them unaccompanied, as in the key', key?.byAccompaniment.UNACCOMPANIED ?? Number.NaN, alone),
  ]
}

interface Series {
  nation: { series: { points: { from: string; count: number | null }[] } }
}

const MONTHS = `{ nation { series(indicator: DETECTIONS, grain: MONTH, from: "2021-01-01", to: "2024-12-31") {
  points { from count } } } }`

function detectionChecks({ nation }: Series, { scale, events }: Key): Check[] {
  const { count } = published(scale)
  const found = (year: string) =>
    nation.series.points.filter(({ from }) => from.startsWith(year)).reduce((all, point) => all + (point.count ?? 0), 0)
  return Object.entries(DETECTED).flatMap(([year, total]) => [
    count(`detections ${year}`, total, found(year)),
    exactly(`detections ${year}, as in the key`, events.byYear[year] ?? Number.NaN, found(year)),
  ])
}

const STEPS = [
  'detected',
  'detectionEvents',
  'notified',
  'caseOpened',
  'determined',
  'planIssued',
  'represented',
  'residual',
]

const FUNNEL = `query Funnel($period: PeriodInput!) { nation { funnel(period: $period) { ${STEPS.join(' ')} } } }`

async function cohortsOf(ask: Ask, { cohorts }: Key): Promise<Record<string, number>[]> {
  const found: Record<string, number>[] = []
  for (const { from, to } of cohorts) {
    const { nation } = await ask<{ nation: { funnel: Record<string, number> } }>(FUNNEL, { period: { from, to } })
    found.push(nation.funnel)
  }
  return found
}

function cohortChecks(found: readonly Record<string, number>[], { cohorts }: Key): Check[] {
  return cohorts.flatMap((cohort, at) =>
    STEPS.map((step) =>
      exactly(
        `${step}, ${cohort.from} to ${cohort.to}, as in the key`,
        cohort[step] ?? Number.NaN,
        found[at]?.[step] ?? Number.NaN,
      ),
    ),
  )
}

interface Claims {
  nation: { authorityCounts: { table: string; measure: string; count: number }[] }
}

function claimChecks({ nation }: Claims): Check[] {
  return Object.entries(CLAIMED).map(([what, wanted]) => {
    const claim = nation.authorityCounts.find(({ table, measure }) => `${table} ${measure}` === what)
    return exactly(what, wanted, claim?.count ?? Number.NaN)
  })
}
