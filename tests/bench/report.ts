/** Writes the results as a page that can be read without having seen the run. */
import type { AlertFigures } from './alerts.ts'
import { conditionsOf, number, promisesTable, type Results, type Rounds } from './figures-of-run.ts'
import { COPIED, type IntakeResult, TAKEN_IN } from './intake.ts'
import { rateOf, timeOf, costOf as total } from './promises.ts'
import type { Measured } from './rounds.ts'
import { median, medianRatio, shareOf, variation } from './statistics.ts'
import { STREAMS, streamsPart } from './stream-report.ts'

const BOARD = '## The board'
const INTAKE = '## Intake'
const AUDIT = '## The audit'
const ALERTS = '## Alerts'

/** The page of this run. A part that it did not measure stays as it stands in the page of an earlier run, with its own machine and time. */
export function reportOf(results: Results, earlier: string): string {
  const board = results.measured.size > 0 ? boardPart(results) : partOf(earlier, BOARD)
  const intake = results.intake.length > 0 ? intakePart(results) : partOf(earlier, INTAKE)
  const audit = results.audit.length > 0 ? auditPart(results) : partOf(earlier, AUDIT)
  return `${[
    '# Benchmark',
    'Written by `npm run bench`; `npm run bench -- board`, `-- intake`, `-- audit` and `-- alerts` measure a part, and `-- streams` that of alerts in which they are told.',
    board,
    intake,
    audit,
    results.alerts ? alertsPart(results, results.alerts) : partOf(earlier, ALERTS),
    results.fanOut.length > 0 ? streamsPart(results) : partOf(earlier, STREAMS),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function partOf(page: string, heading: string): string {
  const start = page.indexOf(heading)
  if (start < 0) return ''
  const next = page.indexOf('\n## ', start)
  return page.slice(start, next < 0 ? undefined : next).trim()
}

function boardPart(results: Results): string {
  const { measured, plan } = results
  const sizes = [...new Set([...measured.keys()].map(({ children }) => children))].sort((one, other) => one - other)
  return [
    BOARD,
    '',
    'The board is `tests/acceptance/oversight.graphql`: 32 states and the nation. CPU a request is the gate (program and PostgreSQL with',
    'all its backends, from `/proc`); requests a second depend on the machine and its other work. Ratios are taken within each round',
    `and their median is given, over ${plan.rounds} interleaved rounds of about ${plan.seconds} s; CV is that of CPU a request. Before timing,`,
    'all variants gave the same figures for all 33 rows, and the server was told to vacuum nothing. There is no verdict where CV is above 15 %, and rounds differ in it.',
    '',
    ...conditionsOf(results),
    ...promisesTable(results.promises.filter(({ of }) => of === 'board')),
    ...sizes.flatMap((size) => ['', `### ${number(size, 0)} children`, '', ...tableOf(measured, size)]),
    '',
    '### Growth',
    '',
    ...growthOf(measured, sizes),
  ].join('\n')
}

function intakePart(results: Results): string {
  const promises = results.promises.filter(({ of }) => of === 'intake')
  return [INTAKE, '', ...intakeTable(results.intake), '', ...conditionsOf(results), ...promisesTable(promises)].join(
    '\n',
  )
}

function alertsPart(results: Results, figures: AlertFigures): string {
  const { children, openStays, judgedASecond, latencies, firstTries, plan } = figures
  return [
    ALERTS,
    '',
    `${number(children, 0)} children, each with a clock that runs out some day; ${number(openStays, 0)} stays go on. ${latencies.length} of them cross 36 hours one`,
    'after the other while the service runs by itself. Measured from the threshold to the row that another connection reads.',
    '',
    ...conditionsOf(results),
    ...promisesTable(results.promises.filter(({ of }) => of === 'alerts')),
    '',
    `${sharesOf(latencies)}. All rules over everybody who is due at once: ${number(judgedASecond, 0)} children a second.`,
    '',
    `${firstTries.length} alerts of as many children, 25 a second, came to a receiver on this machine by a first try, from the commit: ${sharesOf(firstTries)}.`,
    '',
    'How whoever is due is found, when nobody is:',
    '',
    '```',
    ...plan.split('\n'),
    '```',
  ].join('\n')
}

function sharesOf(times: readonly number[]): string {
  const [half, most, longest] = [shareOf(times, 0.5), shareOf(times, 0.99), Math.max(...times)]
  return `p50 ${number(half, 0)} ms, p99 ${number(most, 0)} ms, longest ${number(longest, 0)} ms`
}

function auditPart(results: Results): string {
  const rows = results.audit.flatMap(({ page, ways }) =>
    Object.entries(ways).map(([way, rounds]) => {
      const ratio = (of: (one: Measured) => number) => `${number(medianRatio(rounds.map(of), ways.off.map(of)), 2)}×`
      const middle = (of: (one: Measured) => number) => number(median(rounds.map(of)), 2)
      const cpu = [middle(({ cpuOfProgram }) => cpuOfProgram), middle(({ cpuOfDatabase }) => cpuOfDatabase)]
      return `| ${[page, way, middle(timeOf), ratio(timeOf), ...cpu, middle(total), ratio(total)].join(' | ')} |`
    }),
  )
  return [
    AUDIT,
    '',
    'The same graph over the same five services, as it is; with the policies of the database and the transaction in the name of the asker,',
    'of which nothing is written down; and with neither (builds that only the benchmark has), on copies of one database, asked by one asker, one request after the other, without HTTP sign-in. CPU is of program and PostgreSQL, chaining',
    `included; without the disk an entry is added but the answer does not wait for it. Ratios are taken within each of ${results.plan.rounds} rounds of about ${results.plan.seconds} s; their median is given.`,
    '',
    ...conditionsOf(results),
    ...promisesTable(results.promises.filter(({ of }) => of === 'audit')),
    '',
    '| page | audit | ms a request | | CPU program | CPU PostgreSQL | CPU in all, ms | |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n')
}

function tableOf(measured: Rounds, size: number): string[] {
  const ofSize = [...measured].filter(([variant]) => variant.children === size)
  const floor = ofSize.find(([variant]) => variant.name.startsWith('static'))?.[1] ?? []
  const live = ofSize.find(([variant]) => variant.name.startsWith('live'))?.[1] ?? []
  const rows = ofSize.map(([{ name }, rounds]) => {
    const cells = [
      name,
      number(median(rounds.map(({ requestsPerSecond }) => requestsPerSecond)), 1),
      `${median(rounds.map(({ p50 }) => p50))} / ${median(rounds.map(({ p99 }) => p99))}`,
      number(median(rounds.map(({ cpuOfProgram }) => cpuOfProgram)), 3),
      number(median(rounds.map(({ cpuOfDatabase }) => cpuOfDatabase)), 3),
      number(median(rounds.map(total)), 3),
      `${number(100 * variation(rounds.map(total)), 0)} %`,
      `${number(medianRatio(rounds.map(total), floor.map(total)), 2)}×`,
      `${number(medianRatio(live.map(total), rounds.map(total)), 0)}×`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head = [
    'variant',
    'req/s',
    'p50 / p99 ms',
    'CPU program',
    'CPU PostgreSQL',
    'CPU in all, ms',
    'CV',
    'of the static floor',
    'cheaper than live',
  ]
  return [`| ${head.join(' | ')} |`, `|---${'|---:'.repeat(head.length - 1)}|`, ...rows]
}

function growthOf(measured: Rounds, sizes: readonly number[]): string[] {
  const [small, large] = [sizes[0] ?? 0, sizes.at(-1) ?? 0]
  const names = [...new Set([...measured.keys()].map(({ name }) => name))]
  const rows = names.flatMap((name) => {
    const of = (size: number) =>
      [...measured].find(([variant]) => variant.name === name && variant.children === size)?.[1]
    const [before, after] = [of(small), of(large)]
    return before && after ? [`| ${name} | ${number(medianRatio(after.map(total), before.map(total)), 2)}× |`] : []
  })
  return [
    `CPU a request at ${number(large, 0)} against ${number(small, 0)} children.`,
    '',
    '| variant | growth |',
    '|---|---:|',
    ...rows,
  ]
}

function intakeTable(results: readonly IntakeResult[]): string[] {
  const rows = results.map((one) => {
    const { way, memory } = one
    const figures = [number(one.rows, 0), number(median(one.rounds), 2), number(rateOf(one), 0)]
    return `| ${[way, ...figures, memory === null ? '' : number(memory, 0)].join(' | ')} |`
  })
  const roundsOf = (name: string) => results.find(({ way }) => way === name)?.rounds ?? []
  return [
    'The plain detection feed by `npm run intake`, from the start of the program to its end, with every check, event, former version and',
    'delta, against a `COPY` by the server of the same facts, already split, read, joined and checked, into the same three tables with',
    'the same indexes and no trigger. Memory is the most that the program held. Of both, by turns, the middle of three runs, and of their',
    'ratio within each; until all have heard, once. Rows a second are promised of a machine whose `COPY` reaches as many; of another one there is no verdict on them.',
    '',
    '| way | rows | seconds | rows/s | MB |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    '',
    `Intake reaches ${number(medianRatio(roundsOf(COPIED), roundsOf(TAKEN_IN)), 2)} of the plain COPY.`,
  ]
}
