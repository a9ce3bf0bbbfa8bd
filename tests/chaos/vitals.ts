/** How a run's processes and its database grow: memory of each process while it lives, journal, connections. */
import { readFileSync } from 'node:fs'
import type { FallingDatabase } from './database.ts'
import type { Fleet } from './fleet.ts'

const MEGABYTE = 1024 * 1024
const STATE = `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as written,
  (select coalesce(sum(size), 0) from pg_ls_waldir())::float8 as kept, (select count(*) from pg_stat_activity)::float8 as connections`

interface Life {
  first: number
  last: number
  most: number
}

export class Vitals {
  /** In bytes, of each process from its first look to its last: the longest-lived tell of leaks. */
  readonly #lives = new Map<string, Life & { looks: number }>()
  #journal = { first: Number.NaN, last: 0, mostKept: 0 }
  #mostConnections = 0

  async look(fleet: Fleet, { query }: FallingDatabase): Promise<void> {
    for (const { name, pid } of fleet.members) {
      const bytes = pid === undefined ? null : residentOf(pid)
      if (bytes === null) continue
      const key = `${name} ${pid}`
      const life = this.#lives.get(key) ?? { first: bytes, last: bytes, most: bytes, looks: 0 }
      this.#lives.set(key, { first: life.first, last: bytes, most: Math.max(life.most, bytes), looks: life.looks + 1 })
    }
    const [found] = await query<{ written: number; kept: number; connections: number }>(STATE).catch(() => [])
    if (!found) return
    const { first, mostKept } = this.#journal
    this.#journal = {
      first: Number.isNaN(first) ? found.written : first,
      last: found.written,
      mostKept: Math.max(mostKept, found.kept),
    }
    this.#mostConnections = Math.max(this.#mostConnections, found.connections)
  }

  lines(): string[] {
    const kinds = Map.groupBy(this.#lives, ([key]) => key.replace(/(?:-\d)? \d+$/, ''))
    const inMegabytes = (bytes: number) => Math.round(bytes / MEGABYTE)
    const memory = [...kinds].map(([kind, lives]) => {
      const most = Math.max(...lives.map(([, life]) => life.most))
      const [, oldest] = lives.reduce((a, b) => (b[1].looks > a[1].looks ? b : a))
      return `${kind} ${inMegabytes(most)} (longest life ${inMegabytes(oldest.first)} to ${inMegabytes(oldest.last)})`
    })
    const { first, last, mostKept } = this.#journal
    return [
      `memory at most, in MB: ${memory.sort().join(', ')}`,
      `database: ${inMegabytes(last - first || 0)} MB of journal written, ${inMegabytes(mostKept)} MB kept at most; ${this.#mostConnections} connections at most`,
    ]
  }
}

/** Null where the system does not tell, or the process is gone. */
function residentOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
