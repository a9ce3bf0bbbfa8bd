/** How a program of the gateway begins and ends: signals, an orderly stop, and one sentence when it cannot start. */
import { DatabaseUnavailable } from '@vigia/db/embedded-database'
import { log } from '@vigia/kit/log'
import { CannotStart } from './cannot-start.ts'
import { Stops } from './stops.ts'

export interface Program {
  stops: Stops
  /** A line for the person at the terminal. */
  say: (line: string) => void
}

/** How long an orderly stop may take before the process ends anyway. */
const PATIENCE_IN_MS = 25_000

/** PostgreSQL's "disk full", and the system's. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])

export async function runProgram(start: (program: Program) => Promise<void>): Promise<void> {
  const stops = new Stops()
  const say = (line: string) => console.log(line)
  stopOnSignals(stops, say)
  try {
    await start({ stops, say })
  } catch (error) {
    console.error(sentenceFor(error))
    await end(stops, 1)
  }
  // From here on nobody waits for an answer: what nobody caught ends the process, but in order.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a defect ends the process')
    console.error(sentenceFor(error))
    void end(stops, 1)
  })
}

/** The first signal stops in order, a second one at once. */
function stopOnSignals(stops: Stops, say: (line: string) => void): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      say('\nStopping …')
      void end(stops, 0)
    })
  }
}

async function end(stops: Stops, status: number): Promise<void> {
  setTimeout(() => process.exit(1), PATIENCE_IN_MS).unref()
  await stops.stopAll()
  process.exit(status)
}

/** One sentence for what the person can mend; the whole error for a defect, which is ours. */
export function sentenceFor(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && DISK_FULL.has(code)) return 'The disk is full: free some space and start again.'
  }
  if (error instanceof CannotStart || error instanceof DatabaseUnavailable) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
