/** Where nats-server is on this machine, by which the tests know whether NATS can carry alerts here. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Debian puts it where only an administrator's shell looks. */
const ALSO = ['/usr/sbin', '/usr/local/sbin']

/** Null where there is none. */
export function natsProgram(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...ALSO]
  return folders.map((folder) => path.join(folder, 'nats-server')).find((file) => existsSync(file)) ?? null
}

export const NO_NATS =
  'No nats-server is installed: NATS carries no alerts in this run, PostgreSQL carries all of them (Debian: apt-get install nats-server).'

/** What carries alerts in a test, each in turn. */
export const CARRIERS = natsProgram() ? (['PostgreSQL', 'NATS'] as const) : (['PostgreSQL'] as const)
