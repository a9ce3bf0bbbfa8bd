/**
 * The acceptance figures at scale 1: `node tests/acceptance/at-scale-one.ts` writes the twin of scale 1 and seed 7, takes it in
 * and holds the figures of the comments of the queries against what the graph answers. Some minutes; not part of `npm test`.
 * With DATABASE_URL it takes that database, which must be empty; without, an embedded one of its own that it removes.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createOrAdopt } from '@vigia/db/embedded-database'

const ROOT = path.resolve(import.meta.dirname, '../..')
const WITHIN = 0.01

interface Check {
  what: string
  wanted: number
  found: number
  /** Exactly, or within 1 %. */
  isExact: boolean
}

/** Of INM's tables, for the nation. */
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

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-scale-one-'))
chmodSync(folder, 0o755) // As root the server runs as another user.
const settings = { max_wal_size: '8GB', shared_buffers: '1GB' }
const server = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, stop: async () => {} }
  : await createOrAdopt({ directory: path.join(folder, 'postgres'), settings })
try {
  const checks = await run(server.url)
  for (const check of checks) console.log(lineOf(check))
  const failed = checks.filter((check) => !holds(check)).length
  console.log(`${checks.length - failed} of ${checks.length} figures hold`)
  process.exitCode = failed === 0 ? 0 : 1
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function run(url: string): Promise<Check[]> {
  const env = { ...process.env, DATABASE_URL: url, PORT: '0' }
  const began = performance.now()
  const twin = ['--twin', '--scale', '1', '--seed', '7', '--until', '2026-11-25', '--accept-good']
  await command(['services/_kit/src/intake/command/command.ts', ...twin], env)
  console.log(`Written, taken in and counted in ${Math.round((performance.now() - began) / 1_000)} s.`)
  const program = spawn('node', ['gateway/src/main.ts', '--no-live', '--no-twin'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const address = await addressOf(program.stdout)
    return [
      ...reportChecks(await ask(address, 'report-figures')),
      ...authorityChecks(await ask(address, 'authority-says')),
    ]
  } finally {
    program.kill('SIGTERM')
    await once(program, 'exit') // Its database is stopped next.
  }
}

function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn('node', args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) =>
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${status}.`)))),
  )
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) =>
    createInterface({ input: output }).on('line', (line) => {
      const address = /http:\/\/[\w.]+:\d+/.exec(line)?.[0]
      if (address) resolve(address)
    }),
  )
}

/** What the query gives is shown by the query itself. */
async function ask<Data>(address: string, query: string): Promise<Data> {
  const text = readFileSync(path.join(import.meta.dirname, `${query}.graphql`), 'utf8')
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`)
  return data
}

interface Report {
  nation: {
    funnel: {
      detected: number
      caseOpened: number
      residual: number
      coverage: number
      residualByFate: { count: number }[]
    }
    returns: {
      total: number
      byAccompaniment: { accompaniment: string; count: number }[]
      byNationality: { country: string; count: number }[]
    }
  }
}

function reportChecks({ nation: { funnel, returns } }: Report): Check[] {
  const of = (what: string, wanted: number, found: number, isExact = false) => ({ what, wanted, found, isExact })
  const alone = returns.byAccompaniment.find(({ accompaniment }) => accompaniment === 'UNACCOMPANIED')?.count ?? 0
  const northern = returns.byNationality.filter(({ country }) => ['HND', 'GTM'].includes(country))
  const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)
  return [
    of('detected, January 2021 to May 2022', 98_671, funnel.detected),
    of('with a case', 19_067, funnel.caseOpened),
    of('residual', 79_604, funnel.residual),
    of('residual is the rest', funnel.detected - funnel.caseOpened, funnel.residual, true),
    of('residual by fate', funnel.residual, sum(funnel.residualByFate), true),
    of('coverage', 0.193, funnel.coverage),
    of('returned in 2022', 9_192, returns.total),
    of('of them unaccompanied', 0.71, alone / returns.total),
    of('of them Honduran or Guatemalan', 0.85, sum(northern) / returns.total),
  ]
}

interface Claims {
  nation: { authorityCounts: { table: string; measure: string; count: number }[] }
}

function authorityChecks({ nation }: Claims): Check[] {
  return Object.entries(CLAIMED).map(([what, wanted]) => {
    const claim = nation.authorityCounts.find(({ table, measure }) => `${table} ${measure}` === what)
    return { what, wanted, found: claim?.count ?? Number.NaN, isExact: true }
  })
}

function holds({ wanted, found, isExact }: Check): boolean {
  return isExact ? found === wanted : Math.abs(found - wanted) <= WITHIN * wanted
}

function lineOf(check: Check): string {
  const { what, wanted, found, isExact } = check
  const off = `${(100 * (found / wanted - 1)).toFixed(2)} %`
  return `${holds(check) ? 'holds' : 'FAILS'}  ${what}: ${found} for ${wanted}${isExact ? ', exactly' : ` (${off})`}`
}
