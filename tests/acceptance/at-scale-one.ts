/**
 * `npm run accept`: does a registry with the twin of scale 1 in it reproduce the published totals? It writes the files, takes them
 * in, starts the product and asks the graph, by the product's own commands, and writes RESULTS.md. Half an hour on two cores; not
 * part of `npm test`.
 *   --scale 1   another size, against totals of that size      --keep   leaves files and database where they are
 * Stopped, it says where it was; the next run goes on there. With DATABASE_URL it takes that database, which must be empty.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { askedByFlags, askedWrongly } from '../support/asked-by-flags.ts'
import { signedIn } from '../support/signed-in.ts'
import { countingFiles, type Running, runScript, Stopped, whileStarted } from './commands.ts'
import { type Ask, type Check, checksOf, holds, type Key, lineOf } from './figures.ts'

const { scale, keep } = askedByFlags({
  scale: { type: 'string', default: '1' },
  keep: { type: 'boolean', default: false },
})
if (!(Number(scale) > 0)) askedWrongly(`--scale is a number above 0, and not ${scale}.`)
const folder = path.join(tmpdir(), `vigia-accept-${scale}`)
const files = path.join(folder, 'files')
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

const began = performance.now()
let step = ''
function say(line: string): void {
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${line}`)
}
function begin(number: number, what: string): void {
  step = `step ${number} of 4, ${what}`
  say(`Step ${number} of 4: ${what}`)
}

if (existsSync(folder)) say(`Going on in ${folder}, where an earlier run was stopped.`)
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o755) // As root the server runs as another user.
const settings = { max_wal_size: '8GB', shared_buffers: '1GB' }
const server = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, stop: async () => {} }
  : await createOrAdopt({ directory: path.join(folder, 'postgres'), settings })
let isKept = keep
try {
  const checks = await accept({ env: { ...process.env, DATABASE_URL: server.url, PORT: '0' }, signal: stopping.signal })
  const lines = checks.map(lineOf)
  const sum = `${checks.filter(holds).length} of ${checks.length} figures hold at scale ${scale}`
  console.log(`${lines.join('\n')}\n\n${sum}`)
  if (scale === '1') writeFileSync(path.join(import.meta.dirname, 'RESULTS.md'), pageOf(sum, lines))
  process.exitCode = checks.every(holds) ? 0 : 1
} catch (error) {
  const isStopped = error instanceof Stopped
  isKept = keep || isStopped
  if (isStopped) console.log(`\nStopped in ${step}. What is done is kept in ${folder}; the same command goes on there.`)
  else console.error(`\nFailed in ${step}: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = isStopped ? 130 : 1
} finally {
  await server.stop()
  if (!isKept) rmSync(folder, { recursive: true, force: true })
}

async function accept(running: Running): Promise<Check[]> {
  const seed = ['--scale', scale, '--seed', '7', '--until', '2026-11-25', '--out', files]
  begin(1, 'the twin writes its files')
  await runScript('twin', seed, running, say)
  begin(2, 'the files against the published figures')
  checkFiles(running)
  begin(3, 'the intake takes them in')
  await runScript('seed', [...seed, '--accept-good'], running, countingFiles(rowsOfFiles(), say))
  say('All is in and counted.')
  begin(4, 'the graph is asked')
  const key: Key = JSON.parse(readFileSync(path.join(files, 'answers.json'), 'utf8'))
  const { headers } = await signedIn(server.url)
  return whileStarted(['--no-live', '--no-twin'], running, (address) => checksOf(askerAt(address, headers), key))
}

function pageOf(sum: string, lines: readonly string[]): string {
  return `# The whole twin in the registry

Written by \`npm run accept\`: the twin's files at scale 1, taken in by \`npm run seed\`, and the graph asked by its own queries. What is
published, what the twin's key says, and the sums of INM's tables, beside what the registry answers.

${sum}.

\`\`\`
${lines.join('\n')}
\`\`\`
`
}

function checkFiles({ signal }: Running): void {
  const program = path.join(import.meta.dirname, '../../prisma/seed/check.ts')
  const { status, stdout } = spawnSync('node', [program, files], { encoding: 'utf8' })
  if (signal.aborted) throw new Stopped()
  for (const line of stdout
    .trim()
    .split('\n')
    .filter((text, at, all) => text.endsWith('OFF') || at === all.length - 1))
    say(line)
  if (status !== 0) throw new Error('The files themselves are off; nothing is taken in.')
}

function rowsOfFiles(): Map<string, number> {
  const entries: { file: string; rows: number }[] = JSON.parse(readFileSync(path.join(files, 'manifest.json'), 'utf8'))
  return new Map(entries.map(({ file, rows }) => [file, rows]))
}

/** A query of this folder by its name, or a text. */
function askerAt(address: string, credentials: Readonly<Record<string, string>>): Ask {
  return async (query, variables = {}) => {
    const file = path.join(import.meta.dirname, `${query}.graphql`)
    const text = /^[\w-]+$/.test(query) ? readFileSync(file, 'utf8') : query
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credentials },
      body: JSON.stringify({ query: text, variables }),
    })
    const { data, errors } = await response.json()
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`)
    return data
  }
}
