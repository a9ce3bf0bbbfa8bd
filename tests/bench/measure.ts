/** The run itself: measures what was asked for, writes the report, and holds the promises against it. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureAlerts } from './alerts.ts'
import { flags, parts, plan } from './asked.ts'
import { auditCosts, startAudited } from './audit.ts'
import { type BenchServer, query, seedDatabase, startServer, withAutovacuum, withoutAutovacuum } from './database.ts'
import { requireEqualAnswers } from './equality.ts'
import { measureIntake } from './intake.ts'
import { promisesOf, promisesOfAlerts, promisesOfBoards, promisesOfFanOut, rateOf } from './promises.ts'
import { reportOf } from './report.ts'
import { type Measured, measureRounds } from './rounds.ts'
import { startVariants } from './start-variants.ts'
import { measureFanOut } from './streams.ts'
import type { Variant } from './variants.ts'

const began = performance.now()
const elapsed = () =>
  `${Math.floor((performance.now() - began) / 60_000)} min ${Math.round(((performance.now() - began) / 1_000) % 60)} s`
const say = (sentence: string) => console.log(`${elapsed().padEnd(12)} ${sentence}`)

const server = await startServer()
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-bench-files-'))
chmodSync(folder, 0o755)
// The program in production makes no folder of its own for its keys, and whoever sends it files has the same.
process.env['VIGIA_KEYS'] ??= path.join(folder, 'keys.json')
process.env['VIGIA_ERASED'] ??= path.join(folder, 'erased.jsonl') // Made by the first start, and not where a registry of this machine misses its own.
const variants: Variant[] = []
try {
  await bench(server)
} finally {
  for (const { child } of variants) for (const signal of ['SIGCONT', 'SIGKILL'] as const) child.kill(signal)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function bench(server: BenchServer): Promise<void> {
  const isWanted = (part: string) => parts.length === 0 || parts.includes(part)
  const intake = isWanted('intake') ? await measureIntake(server, folder, flags.rows.split(',').map(Number)) : []
  for (const one of intake) say(`${one.way}: ${Math.round(rateOf(one))} rows/s`)
  const sizes = flags.sizes.split(',').map(Number)
  const audit = isWanted('audit') ? auditCosts(await measureAudit(server, sizes[0] ?? 0)) : []
  const largest = sizes.at(-1) ?? 0
  const alerts = isWanted('alerts') ? await measureAlerts(server, largest, (step) => say(`alerts: ${step}`)) : null
  const sockets = flags.sockets.split(',').map(Number)
  const fanOut =
    isWanted('alerts') || isWanted('streams')
      ? await measureFanOut(server, { sizes: sockets, folder }, (step) => say(`streams: ${step}`))
      : []
  for (const size of isWanted('board') ? sizes : []) {
    const url = await seedDatabase(server, size, (step) => say(`${size} children: ${step}`))
    const ofSize = await startVariants(url, size, folder)
    variants.push(...ofSize)
    await requireEqualAnswers(ofSize)
    say(`${size} children: all variants give the same figures`)
  }
  if (variants.length > 0) await withoutAutovacuum(server)
  const measured = await measureRounds(server, variants, plan, say)
  const [{ server_version: postgres = '' } = {}] = await query<{ server_version: string }>(
    server.url,
    'show server_version',
  )
  const promises = [
    ...promisesOf(measured, intake, audit),
    ...(alerts ? promisesOfAlerts(alerts) : []),
    ...promisesOfFanOut(fanOut),
    ...promisesOfBoards(fanOut),
  ]
  const earlier = existsSync(flags.out) ? readFileSync(flags.out, 'utf8') : ''
  writeFileSync(
    flags.out,
    reportOf({ measured, intake, audit, alerts, fanOut, promises, plan, took: elapsed(), postgres }, earlier),
  )
  say(`Written: ${path.relative(process.cwd(), flags.out)}`)
  for (const { promise, value, verdict } of promises) say(`${verdict.padEnd(10)}  ${promise}: ${value}`)
  if (promises.some(({ verdict }) => verdict !== 'holds')) process.exitCode = 1
}

/** At the smallest size: a page is a page. Its two programs are stopped before anything else is measured. */
async function measureAudit(server: BenchServer, size: number): Promise<Map<Variant, Measured[]>> {
  const url = await seedDatabase(server, size, (step) => say(`${size} children: ${step}`))
  await startAudited(server, url, { children: size, variants })
  await withoutAutovacuum(server)
  const measured = await measureRounds(server, variants, plan, say)
  await withAutovacuum(server)
  for (const { child } of variants.splice(0)) child.kill('SIGKILL')
  await query(server.url, `drop database ${new URL(url).pathname.slice(1)}`)
  return measured
}
