/** The product's own commands, as package.json has them: run to their end or until an address is told, with how far they are. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Of a command that failed. */
const LINES_SHOWN = 12

export class Stopped extends Error {}

export interface Running {
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** A script of package.json without npm between, which would not hand a signal on. */
function start(script: string, args: readonly string[], { env, signal }: Running): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  const [program = 'node', ...fixed] = String(scripts[script]).split(' ')
  const child = spawn(program, [...fixed, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  return child
}

/** `npm run <script> -- <args>`. Throws where it does not end with 0, and Stopped where it was stopped. */
export async function runScript(
  script: string,
  args: readonly string[],
  running: Running,
  onLine: (line: string) => void = () => {},
): Promise<void> {
  const child = start(script, args, running)
  const last: string[] = []
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (last.push(line) > LINES_SHOWN) last.shift()
      onLine(line)
    })
  }
  const [status] = await once(child, 'close')
  if (running.signal.aborted) throw new Stopped()
  if (status !== 0) throw new Error([`npm run ${script} ended with ${status}. Its last lines:`, ...last].join('\n'))
}

/** `npm start`, until it tells its address; then what is asked for, then its end. */
export async function whileStarted<Result>(
  args: readonly string[],
  running: Running,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const child = start('start', args, running)
  const ended = once(child, 'close')
  try {
    const address = await Promise.race([addressOf(child), ended.then(() => null)])
    if (running.signal.aborted) throw new Stopped()
    if (address === null) throw new Error('npm start ended before it could be asked; the lines above say why.')
    return await use(address)
  } finally {
    child.kill('SIGTERM')
    await ended // Its database is stopped next.
  }
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (!stdout) return
    createInterface({ input: stdout }).on('line', (line) => {
      const address = /http:\/\/[\w.]+:\d+/.exec(line)?.[0]
      if (address) resolve(address)
    })
  })
}

const EVERY_MS = 10_000

/** Counts the files of a manifest as the intake names them, with their rows, and says how far it is every ten seconds. */
export function countingFiles(rowsOf: ReadonlyMap<string, number>, say: (line: string) => void) {
  let [files, rows, told] = [0, 0, performance.now()]
  const all = [...rowsOf.values()].reduce((sum, count) => sum + count, 0)
  return (line: string): void => {
    const known = rowsOf.get(line.split(':')[0] ?? '')
    if (known === undefined) return
    files++
    rows += known
    const isLast = files === rowsOf.size
    if (!isLast && performance.now() - told < EVERY_MS) return
    told = performance.now()
    say(`${files} of ${rowsOf.size} files, ${rows.toLocaleString('en')} of ${all.toLocaleString('en')} rows`)
    if (isLast) say('All files are in; the services hear of one another and count.')
  }
}
