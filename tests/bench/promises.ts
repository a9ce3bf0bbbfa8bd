/** What is promised of speed, and whether this run held it. */
import type { AlertFigures } from './alerts.ts'
import type { AuditCost } from './audit.ts'
import { COPIED, CORRECTED, type IntakeResult, ONE_BY_ONE, TAKEN_IN } from './intake.ts'
import type { Measured } from './rounds.ts'
import { median, medianRatio, shareOf, variation } from './statistics.ts'
import { type FanOut, WAYS } from './streams.ts'
import type { Variant } from './variants.ts'

export interface Promised {
  of: 'board' | 'intake' | 'audit' | 'alerts' | 'streams'
  promise: string
  value: string
  verdict: Verdict
}

/** None where rounds lie too far apart, or the machine cannot do by itself what is promised: another run has to. */
type Verdict = 'holds' | 'FAILS' | 'no verdict'

const LARGEST_GROWTH = 1.15
/** Of the CPU of a request, as a share of its mean, over the rounds (performance.md 6). */
const LARGEST_VARIATION = 0.15
const LEAST_CHEAPER_THAN_LIVE = 50
/** Of the time of a request for a list (security.md 4). */
const LARGEST_SHARE_OF_AUDIT = 1.15
/** Of its CPU, authorization included: program and database. */
const LARGEST_CPU_OF_AUDIT = 1.25
/** From the threshold to the row that others can read. */
const LONGEST_TO_AN_ALERT_IN_MS = 1_000
/** security.md 12. */
const LONGEST_TO_A_FIRST_TRY_IN_MS = 2_000
/** At every number of subscribers, over the same graph and over an alert in memory alike (issue 4, section 6; performance.md T10). */
const LEAST_CHEAPER_THAN_EACH = 4
/** Of the largest number of subscribers (performance.md T9, T11): CPU, and time to the last. */
const LARGEST_OF_BARE_LOOP = { cpu: 1.3, toTheLast: 2 }
const LEAST_ROWS_A_SECOND = 30_000
/** Of the rows a second of the server's own COPY (performance.md T7): with every check, on any machine. */
const LEAST_OF_COPY = 0.6
/** Of the memory for the large file over that for the small one: level, but for the noise of a garbage collector. */
const LARGEST_GROWTH_OF_MEMORY = 1.25
/** They cost what they are, not what is known: but for a deeper index, and pages that are no longer in memory. A default of Vigía. */
const LARGEST_GROWTH_OF_CORRECTIONS = 1.5
/** Nor do small files, however many a day has brought before. A default of Vigía. */
const LARGEST_GROWTH_OF_SMALL_FILES = 1.5

/** CPU of a request, program and database together, in ms. */
export const costOf = ({ cpuOfProgram, cpuOfDatabase }: Measured): number => cpuOfProgram + cpuOfDatabase

export function promisesOf(
  measured: Map<Variant, Measured[]>,
  intake: readonly IntakeResult[],
  audit: readonly AuditCost[],
): Promised[] {
  return [...promisesOfBoard(measured), ...promisesOfIntake(intake), ...audit.flatMap(promisesOfAudit)]
}

/** Of a request that waits for nobody else: one asker, one after the other. */
export const timeOf = ({ requestsPerSecond }: Measured): number => 1_000 / requestsPerSecond

/** The audit may take a share of the time of what is read under policies anyway; all layers together a share of CPU. */
function promisesOfAudit({ page, ways: { off, policies, on } }: AuditCost): Promised[] {
  const [time, cpu] = [
    `time of a request with the audit over that without it, ${page}, times`,
    `CPU of it with audit and policies over that without either, ${page}, times`,
  ]
  return [
    atMost('audit', time, medianRatio(on.map(timeOf), policies.map(timeOf)), LARGEST_SHARE_OF_AUDIT),
    atMost('audit', cpu, medianRatio(on.map(costOf), off.map(costOf)), LARGEST_CPU_OF_AUDIT),
  ]
}

export function promisesOfAlerts({ latencies, firstTries }: AlertFigures): Promised[] {
  const longest = latencies.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...latencies)
  const first = firstTries.length === 0 ? Number.POSITIVE_INFINITY : shareOf(firstTries, 0.99)
  return [
    atMost('alerts', 'from a threshold to its alert at most, ms', longest, LONGEST_TO_AN_ALERT_IN_MS),
    atMost('alerts', 'p99 from the commit to the first try of a webhook, ms', first, LONGEST_TO_A_FIRST_TRY_IN_MS),
  ]
}

/** Against one execution a subscriber, of each number of them; and of the largest, against writing alone. */
export function promisesOfFanOut(all: readonly FanOut[]): Promised[] {
  const fanOut = all.filter(({ field }) => field === 'alertRaised')
  const largest = Math.max(...fanOut.map(({ size }) => size))
  const by = (way: keyof typeof WAYS, size: number) => fanOut.find((one) => one.way === WAYS[way] && one.size === size)
  return fanOut.flatMap((one) => {
    if (one.way !== WAYS.product) return []
    const [each, inMemory, bare] = (['each', 'inMemory', 'bare'] as const).map((way) => by(way, one.size))
    const of = `${one.size} subscribers, times`
    const cheaper = ([each, inMemory] as const).flatMap((peer) =>
      peer
        ? [
            atLeast(
              'streams',
              `CPU of ${peer.way} over that of Vigía, ${of}`,
              medianRatio(peer.cpu, one.cpu),
              LEAST_CHEAPER_THAN_EACH,
            ),
          ]
        : [],
    )
    return bare && one.size === largest ? [...cheaper, ...besideBareLoop(one, bare, of)] : cheaper
  })
}

/** What dashboards are told, that figures moved, is a frame like another. */
export function promisesOfBoards(all: readonly FanOut[]): Promised[] {
  const [one, bare] = ([WAYS.product, WAYS.bare] as const).map((way) =>
    all.find((each) => each.field === 'boardChanged' && each.way === way),
  )
  return one && bare ? besideBareLoop(one, bare, `figures to ${one.size} subscribers, times`) : []
}

function besideBareLoop(one: FanOut, bare: FanOut, of: string): Promised[] {
  const late = shareOf(one.toTheLast, 0.99) / shareOf(bare.toTheLast, 0.99)
  const { cpu, toTheLast } = LARGEST_OF_BARE_LOOP
  return [
    atMost('streams', `CPU of Vigía over that of a bare loop, ${of}`, medianRatio(one.cpu, bare.cpu), cpu),
    atMost('streams', `p99 from the commit to the last over that of a bare loop, ${of}`, late, toTheLast),
  ]
}

function promisesOfBoard(measured: Map<Variant, Measured[]>): Promised[] {
  if (measured.size === 0) return []
  const sizes = [...measured.keys()].map(({ children }) => children)
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)]
  const costs = (name: string, size: number) =>
    [...measured].find(([of]) => of.name.startsWith(name) && of.children === size)?.[1].map(costOf) ?? []
  const [kept, unlike] = [growthOf('Vigía, one key'), growthOf('Vigía, no key twice')]
  const cheaper = { these: costs('live', large), those: costs('Vigía, one key', large) }
  const from = `from ${small} to ${large} children`
  return [
    ofRounds(kept, (ratio) =>
      atMost('board', `growth of CPU a request ${from}, one key, times`, ratio, LARGEST_GROWTH),
    ),
    ofRounds(unlike, (ratio) => atMost('board', `growth ${from}, no key twice, times`, ratio, LARGEST_GROWTH)),
    ofRounds(cheaper, (ratio) =>
      atLeast('board', `cheaper than live aggregates at ${large}, times`, ratio, LEAST_CHEAPER_THAN_LIVE),
    ),
  ]

  function growthOf(name: string): Compared {
    return { these: costs(name, large), those: costs(name, small) }
  }
}

interface Compared {
  these: readonly number[]
  those: readonly number[]
}

/** By the median of all rounds. Rounds that lie far apart give a verdict only where each by itself gives the same. */
function ofRounds({ these, those }: Compared, promised: (ratio: number) => Promised): Promised {
  const ofAll = promised(medianRatio(these, those))
  const isSteady = [these, those].every((costs) => variation(costs) <= LARGEST_VARIATION)
  const isOfOneMind = these.every((cost, round) => {
    return promised(cost / (those[round] ?? cost)).verdict === ofAll.verdict
  })
  return isSteady || isOfOneMind ? ofAll : { ...ofAll, verdict: 'no verdict' }
}

function promisesOfIntake(intake: readonly IntakeResult[]): Promised[] {
  const taken = intake.filter(({ way }) => way === TAKEN_IN)
  const corrected = intake.filter(({ way }) => way.startsWith(CORRECTED))
  const oneByOne = intake.filter(({ way }) => way.startsWith(ONE_BY_ONE))
  const [first, last, copied] = [taken[0], taken.at(-1), intake.find(({ way }) => way === COPIED)]
  if (!first || !last || !copied) return []
  return [
    atLeast(
      'intake',
      'rows/s of the intake over those of COPY, times',
      medianRatio(copied.rounds, first.rounds),
      LEAST_OF_COPY,
    ),
    ...taken.map((one) => {
      const held = atLeast('intake', `intake of ${one.rows} rows, rows/s`, rateOf(one), LEAST_ROWS_A_SECOND)
      return rateOf(copied) < LEAST_ROWS_A_SECOND ? { ...held, verdict: 'no verdict' as const } : held
    }),
    atMost(
      'intake',
      `memory for ${last.rows} rows over that for ${first.rows}, times`,
      (last.memory ?? 0) / (first.memory ?? 0),
      LARGEST_GROWTH_OF_MEMORY,
    ),
    atMost(
      'intake',
      `time of as many corrections among ${last.rows} rows over that among ${first.rows}, times`,
      median(corrected.at(-1)?.rounds ?? []) / median(corrected[0]?.rounds ?? []),
      LARGEST_GROWTH_OF_CORRECTIONS,
    ),
    atMost(
      'intake',
      `time of the third hundred files of one row of a day, beside ${last.rows} rows, over that of a hundred beside ${first.rows}, times`,
      (oneByOne.at(-1)?.rounds.at(-1) ?? 0) / Math.min(...(oneByOne[0]?.rounds ?? [])),
      LARGEST_GROWTH_OF_SMALL_FILES,
    ),
  ]
}

/** Rows a second, of the middle round. */
export const rateOf = ({ rows, rounds }: IntakeResult): number => rows / median(rounds)

const told = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })

const atMost = (of: Promised['of'], promise: string, value: number, bound: number): Promised => ({
  of,
  promise,
  value: `${told(value)}, at most ${told(bound)}`,
  verdict: value <= bound ? 'holds' : 'FAILS',
})

const atLeast = (of: Promised['of'], promise: string, value: number, bound: number): Promised => ({
  of,
  promise,
  value: `${told(value)}, at least ${told(bound)}`,
  verdict: value >= bound ? 'holds' : 'FAILS',
})
