/** Writes the results as a page that can be read without having seen the run. */
import { cpus } from 'node:os'
import { SETTINGS } from './database.ts'
import type { IntakeResult } from './intake.ts'
import type { Measured, Plan } from './rounds.ts'
import { median, medianRatio, variation } from './statistics.ts'
import type { Variant } from './variants.ts'

type Rounds = Map<Variant, Measured[]>

export interface Results {
  measured: Rounds
  intake: IntakeResult[]
  plan: Plan
  took: string
  postgres: string
}

const total = ({ cpuOfProgram, cpuOfDatabase }: Measured) => cpuOfProgram + cpuOfDatabase
const number = (value: number, digits: number) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

export function reportOf({ measured, intake, plan, took, postgres }: Results): string {
  const sizes = [...new Set([...measured.keys()].map(({ children }) => children))].sort((one, other) => one - other)
  return [
    '# Benchmark',
    '',
    'Written by `npm run bench`. The board is `tests/acceptance/oversight.graphql`: 32 states and the nation. CPU a request is the gate',
    '(program and PostgreSQL with all its backends, from `/proc`); requests a second depend on the machine and its other work.',
    `Ratios are taken within each round and their median is given, over ${plan.rounds} interleaved rounds of about ${plan.seconds} s;`,
    `CV is that of CPU a request. Before timing, all variants gave the same figures for all 33 rows.`,
    '',
    `Node ${process.version}, PostgreSQL ${postgres}, ${Object.entries(SETTINGS)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}, fsync on,`,
    `${cpus().length} × ${cpus()[0]?.model.trim()}. The run took ${took}.`,
    ...sizes.flatMap((size) => ['', `## ${number(size, 0)} children`, '', ...tableOf(measured, size)]),
    '',
    '## Growth',
    '',
    ...growthOf(measured, sizes),
    '',
    '## Intake',
    '',
    ...intakeTable(intake),
    '',
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
  const rows = results.map(
    ({ way, rows: count, seconds }) =>
      `| ${way} | ${number(count, 0)} | ${number(seconds, 2)} | ${number(count / seconds, 0)} |`,
  )
  const [ours, copy] = results
  const share = ours && copy ? ours.rows / ours.seconds / (copy.rows / copy.seconds) : 0
  return [
    'The plain detection feed by `npm run intake`, from the start of the program to its end, with every check, event, former version and',
    'delta, against a `COPY` by the server of the same columns, already split and checked, into a table with the same indexes and no trigger.',
    '',
    '| way | rows | seconds | rows/s |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
    `Intake reaches ${number(share, 2)} of the plain COPY.`,
  ]
}
