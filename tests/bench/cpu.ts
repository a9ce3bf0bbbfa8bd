/** CPU that a process, or a PostgreSQL server with all its backends, has used, and memory: from /proc, so on Linux only. */
import { readdirSync, readFileSync } from 'node:fs'

const TICK_IN_MS = 10

interface Times {
  parent: number
  /** Own and, once they have ended, its children's. */
  own: number
  reaped: number
}

function timesOf(pid: number | string): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [parent, user, system, childUser, childSystem] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]))
    return {
      parent: parent ?? 0,
      own: TICK_IN_MS * ((user ?? 0) + (system ?? 0)),
      reaped: TICK_IN_MS * ((childUser ?? 0) + (childSystem ?? 0)),
    }
  } catch {
    return null // It ended while we looked.
  }
}

export function cpuOfProcess(pid: number): number {
  return timesOf(pid)?.own ?? 0
}

/** Of the server, of the backends that live, and of those that have ended. */
export function cpuOfServer(postmaster: number): number {
  const server = timesOf(postmaster)
  if (!server) return 0
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .reduce((sum, times) => sum + (times?.parent === postmaster ? times.own : 0), server.own + server.reaped)
}

/** The most memory that a process has held so far, in MB; 0 once it has ended. */
export function mostMemoryOf(pid: number): number {
  return megabytes(pid, 'VmHWM')
}

const NS_IN_MS = 1_000_000

/** Milliseconds that its threads have run, to the nanosecond: for what takes less than a tick. Threads that have ended are not in it. */
export function cpuOfThreads(pid: number): number {
  const of = (thread: string) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + of(thread), 0) / NS_IN_MS
}

/** The memory that a process holds now, in MB; 0 once it has ended. */
export function memoryOf(pid: number): number {
  return megabytes(pid, 'VmRSS')
}

function megabytes(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const [, kilobytes = '0'] = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
    return Math.round(Number(kilobytes) / 1_024)
  } catch {
    return 0
  }
}
