/** An example of gateway/examples as a partner runs it: a process of its own, with what it needs in its environment. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from './source-files.ts'

export interface Running {
  /** All that it has said so far. */
  said: () => string
  /** What it complained of. */
  complained: () => string
  /** Its exit status, once it has ended; null for a killed one. */
  ended: Promise<number | null>
  /** Ends it and all that it has started. */
  kill: () => void
  /** Tells it something, as a system does. */
  signal: (name: NodeJS.Signals) => void
}

export function runExample(
  [command, ...args]: readonly [string, ...string[]],
  { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Running {
  const child = spawn(command, args, { cwd: ROOT, detached: true, env: { ...process.env, ...env } })
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (complained += chunk))
  child.stdin.on('error', () => {}) // It need not read what it is given.
  child.stdin.end(input)
  return {
    said: () => said,
    complained: () => complained,
    signal: (name) => void child.kill(name),
    ended: once(child, 'close').then(([status]) => status),
    kill() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid)
    },
  }
}
