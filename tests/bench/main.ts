/**
 * `npm run bench`: what a request for the board costs, side by side in one run, at two sizes; and how fast a file goes in.
 * Flags: --sizes 100000,1000000 --rounds 5 --seconds 3 --rows 200000. Writes RESULTS.md beside this file.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BenchServer, query, seedDatabase, startServer } from './database.ts'
import { requireEqualAnswers } from './equality.ts'
import { measureIntake } from './intake.ts'
import { reportOf } from './report.ts'
import { measureRounds, type Plan } from './rounds.ts'
import { startVariants } from './start-variants.ts'
import type { Variant } from './variants.ts'

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100000,1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '200000' },
    out: { type: 'string', default: path.join(import.meta.dirname, 'RESULTS.md') },
  },
})
const plan: Plan = { rounds: Number(flags.rounds), seconds: Number(flags.seconds) }
const began = performance.now()
const elapsed = () =>
  `${Math.floor((performance.now() - began) / 60_000)} min ${Math.round(((performance.now() - began) / 1_000) % 60)} s`
const say = (sentence: string) => console.log(`${elapsed().padEnd(12)} ${sentence}`)

const server = await startServer()
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-bench-files-'))
chmodSync(folder, 0o755)
const variants: Variant[] = []
try {
  await bench(server)
} finally {
  for (const { child } of variants) for (const signal of ['SIGCONT', 'SIGKILL'] as const) child.kill(signal)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function bench(server: BenchServer): Promise<void> {
  const intake = await measureIntake(server, folder, Number(flags.rows))
  for (const { way, rows, seconds } of intake) say(`${way}: ${Math.round(rows / seconds)} rows/s`)
  for (const size of flags.sizes.split(',').map(Number)) {
    const url = await seedDatabase(server, size, (step) => say(`${size} children: ${step}`))
    const ofSize = await startVariants(url, size)
    variants.push(...ofSize)
    await requireEqualAnswers(ofSize)
    say(`${size} children: all variants give the same figures`)
  }
  const measured = await measureRounds(server, variants, plan, say)
  const [{ server_version: postgres = '' } = {}] = await query<{ server_version: string }>(
    server.url,
    'show server_version',
  )
  writeFileSync(flags.out, reportOf({ measured, intake, plan, took: elapsed(), postgres }))
  say(`Written: ${path.relative(process.cwd(), flags.out)}`)
}
