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
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1_024)
  } catch {
    return 0
  }
}
