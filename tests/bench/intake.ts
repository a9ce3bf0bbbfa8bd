/** How fast a file of plain detections goes in, against the server's own COPY of the same rows; and how fast they are corrected. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { memoryFlags } from '../../gateway/src/start/memory-flags.ts'
import { mostMemoryOf } from './cpu.ts'
import { type BenchServer, emptyOnQuietDisk, query } from './database.ts'
import { CHILD, DETECTION, detectionLine, HEADER, IDENTIFIER, writeFile } from './intake-files.ts'
import { median } from './statistics.ts'

export interface IntakeResult {
  way: string
  rows: number
  /** Seconds of each round. */
  rounds: readonly number[]
  /** Most memory that the program held, in MB; null for the server. */
  memory: number | null
}

const ROOT = path.resolve(import.meta.dirname, '../..')
/** The names of the ways that are compared; of the corrections and of files of one row, how many rows are known follows. */
export const TAKEN_IN = '`npm run intake -- children/detections`'
export const CORRECTED = 'the same command, corrections of 10,000 rows among'
export const ONE_BY_ONE = 'the same command, a hundred files of one row of one day beside'
export const COPIED = 'server-side COPY into the same three tables, same indexes, no trigger'

const HEARD = 'the intake, until all five services have heard and counted it'

/**
 * Each into an empty database of its own, a COPY beside an intake of as many rows: what the disk does meanwhile falls on both. The most that
 * a program held is where its garbage collector came late: once is no measure.
 */
const ROUNDS = 3

interface Taken {
  seconds: number
  memory: number
}

const CORRECTIONS = 10_000

export async function measureIntake(
  server: BenchServer,
  folder: string,
  sizes: readonly number[],
): Promise<IntakeResult[]> {
  const results: IntakeResult[] = []
  let last: string | null = null
  const empty = async (name: string) => {
    last = await emptyOnQuietDisk(server, name, last)
    return last
  }
  for (const [at, rows] of sizes.entries()) {
    const file = path.join(folder, `children--detections--INM--2026-11-${25 - at}.csv`)
    await writeFile(file, rows, [HEADER, (row) => detectionLine(row, rows)])
    if (at === 0) results.push(resultOf(HEARD, rows, [await takeIn(await empty(`heard_${rows}`), file, [])]))
    const [copies, alone]: [number[], Taken[]] = [[], []]
    let known = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      if (at === 0) copies.push(await copyByServer(await empty(`copy_${rows}_${round}`), folder, rows))
      known = await empty(`intake_${rows}_${round}`)
      alone.push(await takeIn(known, file, ['--no-settle']))
    }
    results.push(
      ...(at === 0 ? [{ way: COPIED, rows, rounds: copies, memory: null }] : []),
      resultOf(TAKEN_IN, rows, alone),
    )
    results.push(await correctIn(known, file, rows), await oneByOneIn(known, folder, rows))
    rmSync(file)
  }
  return results
}

function resultOf(way: string, rows: number, taken: readonly Taken[]): IntakeResult {
  return { way, rows, rounds: taken.map(({ seconds }) => seconds), memory: median(taken.map(({ memory }) => memory)) }
}

/** Rows here and there among those of the file, whose notice to the PPNNA was at another minute; each round at a minute of its own. */
async function correctIn(database: string, file: string, known: number): Promise<IntakeResult> {
  const apart = known / CORRECTIONS
  const taken: Taken[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // Of the first of five nothing is told.
    const line = (at: number) => detectionLine(at * apart + 1, known).replace(/:59$/, `:${50 + round}`)
    await writeFile(file, CORRECTIONS, [HEADER, line])
    taken.push(await takeIn(database, file, ['--no-settle']))
  }
  return resultOf(`${CORRECTED} ${known.toLocaleString('en')}`, CORRECTIONS, taken)
}

const FILES = 100

/** As partners send them through a day: each round beside the files of those before. */
async function oneByOneIn(database: string, folder: string, known: number): Promise<IntakeResult> {
  const folders = Array.from({ length: FILES }, (_, nth) => path.join(folder, `file-${nth}`))
  const files = folders.map((one) => path.join(one, 'children--detections--DIF--07--2026-11-20.csv'))
  for (const one of folders) mkdirSync(one)
  const taken: Taken[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [nth, file] of files.entries())
      await writeFile(file, 1, [HEADER, () => detectionLine(known + round * FILES + nth, known)])
    taken.push(await takeIn(database, files, ['--no-settle']))
  }
  for (const one of folders) rmSync(one, { recursive: true })
  return resultOf(`${ONE_BY_ONE} ${known.toLocaleString('en')}`, FILES, taken)
}

async function takeIn(database: string, file: string | readonly string[], flags: readonly string[]): Promise<Taken> {
  const began = performance.now()
  const command = spawn(
    process.execPath,
    [
      ...memoryFlags(),
      'services/_kit/src/intake/command/command.ts',
      'children/detections',
      ...[file].flat(),
      ...flags,
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATABASE_URL: database },
    },
  )
  let said = ''
  command.stdout.on('data', (chunk) => (said += chunk))
  let memory = 0
  const look = setInterval(() => (memory = Math.max(memory, mostMemoryOf(command.pid ?? 0))), 100)
  const [status] = await once(command, 'exit')
  clearInterval(look)
  if (status !== 0) throw new Error(`The intake ended with ${status}: ${said}`)
  return { seconds: (performance.now() - began) / 1_000, memory }
}

/** The three tables in which a plain detection ends up, with their indexes; nothing checked, derived or told. */
async function copyByServer(url: string, folder: string, rows: number): Promise<number> {
  const copies = [CHILD, IDENTIFIER, DETECTION].map((one) => ({ ...one, file: path.join(folder, `${one.table}.tsv`) }))
  for (const { table, line, file } of copies) {
    await writeFile(file, rows, [null, (at) => line(at, rows)])
    await query(url, `create table public.${table} (like children.${table} including defaults including indexes)`)
  }
  await query(url, 'checkpoint')
  const began = performance.now()
  for (const { table, columns, file } of copies) await query(url, `copy public.${table} (${columns}) from '${file}'`)
  const seconds = (performance.now() - began) / 1_000
  for (const { file } of copies) rmSync(file)
  return seconds
}
