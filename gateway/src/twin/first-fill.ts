/** Whether a registry is still to be filled, and with what: invented children never meet real ones. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import type { Settings } from '../env.ts'
import { CannotStart } from '../start/cannot-start.ts'
import { memoryFlags } from '../start/memory-flags.ts'
import type { OwnDatabase } from '../start/own-database.ts'
import { DISK_IS_FULL, type Program } from '../start/program.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

export type Filling = 'twin' | 'shipped' | 'nothing'

/** What is known of a registry before anything is taken in. */
export interface Found {
  isSynthetic: boolean
  /** Whether anything was ever taken in, by whichever service. */
  isEmpty: boolean
  /** Whether the last of what ships with the registry is in: it is taken in after everything else. */
  hasShipped: boolean
}

/** A registry that is synthetic and not whole was being filled when its start was killed. */
export function fillingOf({ isSynthetic, isEmpty, hasShipped }: Found, wanted: Settings['fill']): Filling {
  if (wanted === 'nothing') return 'nothing'
  const mayBeInvented = isSynthetic || isEmpty
  if (hasShipped) return 'nothing'
  return wanted === 'twin' && mayBeInvented ? 'twin' : 'shipped'
}

/** Resolves when the registry is filled, by a process of its own. `say` hears how far it is. */
export async function fillRegistry(
  { url: adminUrl, isDiskFull }: OwnDatabase,
  { fill, twinScale }: Settings,
  { stops, say, phases }: Program,
): Promise<void> {
  const filling = fillingOf(await find(adminUrl), fill)
  if (filling === 'nothing') {
    phases.done('nothing to take in')
    return
  }
  const args = [path.join(import.meta.dirname, 'start-fill.ts'), filling, String(twinScale)]
  const endsWithUs = path.join(import.meta.dirname, '../start/end-with-parent.ts')
  const child = spawn(process.execPath, [...memoryFlags(), '--import', endsWithUs, ...args], {
    env: { ...process.env, DATABASE_URL: adminUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches the whole group of the terminal: this one is stopped by us.
    detached: process.platform !== 'win32',
  })
  let failed = 'The registry could not be filled; the messages above say why.'
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
    // One that the system would not begin never exits.
    child.on('error', ({ message }) => {
      if (child.pid !== undefined) return
      failed = `The registry could not be filled: the program that does so could not be begun (${message}).`
      resolve(null)
    })
  })
  stops.add('filling', async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await gone
  })
  child.on('message', (message: unknown) => {
    const { line, failed: sentence } = Message.parse(message)
    if (line) say(line)
    if (sentence) failed = sentence
  })
  if ((await gone) !== 0) throw new CannotStart(isDiskFull() ? DISK_IS_FULL : failed)
  phases.done(filling === 'twin' ? 'taking in the synthetic twin' : 'taking in what ships with the registry')
}

const Message = z.object({ line: z.string().optional(), failed: z.string().optional() })

const FIND = `select (select is_synthetic from outbox.registry) as is_synthetic,
  not exists (select from children.batch) and not exists (select from placements.batch)
    and not exists (select from representation.batch) and not exists (select from returns.batch)
    and not exists (select from oversight.batch) as is_empty,
  exists (select from oversight.batch where file_name = $1) as has_shipped`

async function find(adminUrl: string): Promise<Found> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // Told by the question that was asked.
  await client.connect()
  try {
    const { rows } = await client.query(FIND, [lastShipped()])
    const [row] = z
      .array(z.object({ is_synthetic: z.boolean(), is_empty: z.boolean(), has_shipped: z.boolean() }))
      .parse(rows)
    if (!row) throw new Error('outbox.registry has no row')
    return { isSynthetic: row.is_synthetic, isEmpty: row.is_empty, hasShipped: row.has_shipped }
  } finally {
    await client.end()
  }
}

function lastShipped(): string {
  const manifest = readFileSync(path.join(ROOT, 'services/oversight/data/manifest.json'), 'utf8')
  const last = z
    .array(z.object({ file: z.string() }))
    .parse(JSON.parse(manifest))
    .at(-1)
  if (!last) throw new Error('Nothing ships with the registry.')
  return last.file
}
