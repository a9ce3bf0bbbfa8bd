/** How a program of the gateway begins and ends: signals, an orderly stop, and one sentence when it cannot start. */
import { DatabaseUnavailable } from '@vigia/db/embedded-database'
import { SettingUnusable } from '@vigia/db/settings'
import { isDatabaseAway } from '@vigia/kit/database-faults'
import { log } from '@vigia/kit/log'
import { CannotStart } from './cannot-start.ts'
import { Phases } from './phases.ts'
import { Stops } from './stops.ts'
import { SUPERVISED } from './supervised.ts'

export interface Program {
  stops: Stops
  /** A line for the person at the terminal. */
  say: (line: string) => void
  phases: Phases
}

/** How long an orderly stop may take before the process ends anyway. */
const PATIENCE_IN_MS = 25_000

export const DISK_IS_FULL = 'The disk is full: free some space and start again.'
/** PostgreSQL's "disk full", and the system's. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])

export async function runProgram(start: (program: Program) => Promise<void>): Promise<void> {
  const stops = new Stops()
  const say = (line: string) => console.log(line)
  stopOnSignals(stops, say)
  try {
    await start({ stops, say, phases: new Phases() })
  } catch (error) {
    if (stops.isStopping) return
    console.error(sentenceFor(error))
    await end(stops, 1)
  }
  // From here on nobody waits for an answer: what nobody caught ends the process, but in order.
  process.on('uncaughtException', (error) => {
    log.fatal({ fault: error }, 'a defect ends the process')
    console.error(mendable(error) ?? 'A defect ends it: the log says where it arose.')
    void end(stops, 1)
  })
}

/** Ctrl-C reaches this process by its terminal, and again by the parents that hand it on: those are one. */
const ONE_SIGNAL_WITHIN_MS = 1_000

/** The first signal stops in order, a second Ctrl-C at once; whoever ends programs sends SIGTERM again and again, and then SIGKILL. */
function stopOnSignals(stops: Stops, say: (line: string) => void): void {
  let stoppingSince: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== null) {
        if (signal === 'SIGINT' && performance.now() - stoppingSince > ONE_SIGNAL_WITHIN_MS) process.exit(1)
        return
      }
      stoppingSince = performance.now()
      // Whoever is supervised is stopped by his supervisor, who has said so.
      if (!process.env[SUPERVISED]) say('\nStopping …')
      void end(stops, 0)
    })
  }
}

async function end(stops: Stops, status: number): Promise<void> {
  setTimeout(() => process.exit(1), PATIENCE_IN_MS).unref()
  await stops.stopAll()
  process.exit(status)
}

/** The system's words for a file or folder that this user may not write. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS'])
/** And for a place where no folder can be. */
const NO_PLACE = new Set(['ENOENT', 'EEXIST', 'ENOTDIR'])

const MENDABLE = [CannotStart, DatabaseUnavailable, SettingUnusable]

/** One sentence for what the person can mend; the whole error for a defect, which is ours: no child is known to a program that starts. */
export function sentenceFor(error: unknown): string {
  return mendable(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function mendable(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, path, syscall } = cause as NodeJS.ErrnoException
    if (code && DISK_FULL.has(code)) return DISK_IS_FULL
    if (code && path && CLOSED.has(code))
      return `This user may not write ${path} (${code}): give it the right to, or set VIGIA_DATA and TMPDIR to folders that it may.`
    if (code && path && syscall === 'mkdir' && NO_PLACE.has(code))
      return `No folder can be made at ${path} (${code}): name another place for what was to lie there, as by VIGIA_DATA.`
  }
  if (MENDABLE.some((kind) => error instanceof kind)) return (error as Error).message
  if (isDatabaseAway(error)) return 'The database went away: see that it runs, and start again.'
  return null
}
