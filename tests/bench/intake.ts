/** How fast a file of plain detections goes in, against the server's own COPY of the same rows; and how fast they are corrected. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, createWriteStream, rmSync } from 'node:fs'
import path from 'node:path'
import { memoryFlags } from '../../gateway/src/memory-flags.ts'
import { mostMemoryOf } from './cpu.ts'
import { type BenchServer, emptyOnQuietDisk, query } from './database.ts'
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
const STATES = [
  'Chiapas',
  'Tabasco',
  'Veracruz',
  'Oaxaca',
  'Nuevo León',
  'Coahuila',
  'Tamaulipas',
  'Chihuahua',
  'Sonora',
  'Puebla',
]
const COUNTRIES = ['Honduras', 'Guatemala', 'El Salvador', 'Venezuela', 'Ecuador', 'Haití']
/** The names of the ways that are compared; of the corrections, how many rows are known follows. */
export const TAKEN_IN = '`npm run intake -- children/detections`'
export const CORRECTED = 'the same command, corrections of 10,000 rows among'
export const COPIED = 'server-side COPY into the same three tables, same indexes, no trigger'

const HEARD = 'the intake, until all five services have heard and counted it'

const HEADER =
  'ACTA,FECHA Y HORA,ENTIDAD,AUTORIDAD,TIPO DE DETECCIÓN,NUE,SEXO,FECHA DE NACIMIENTO,EDAD,NACIONALIDAD,ACOMPAÑAMIENTO,AVISO A PPNNA'

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
    results.push(await correctIn(known, file, rows))
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

async function writeFile(
  file: string,
  rows: number,
  [head, line]: [string | null, (at: number) => string],
): Promise<void> {
  const out = createWriteStream(file)
  if (head) out.write(`${head}\n`)
  for (let at = 0; at < rows; at += 1) {
    if (!out.write(`${line(at)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  chmodSync(file, 0o644) // The server, which may be another user, reads it too.
}

const TEN_MONTHS_IN_MINUTES = 430_000
const two = (value: number) => String(value).padStart(2, '0')
const acta = (at: number) => `INM/07/2026/${String(at).padStart(7, '0')}`
const nue = (at: number) => `N${String(at).padStart(9, '0')}`

/** In the order of the acta, which is that of time, as INM's files come. Ten months. */
function instantOf(at: number, rows: number): { day: string; hour: string; minute: string; iso: string } {
  const instant = new Date(Date.UTC(2026, 0, 1) + Math.floor((at * TEN_MONTHS_IN_MINUTES) / rows) * 60_000)
  const [year, month, day] = [instant.getUTCFullYear(), two(instant.getUTCMonth() + 1), two(instant.getUTCDate())]
  const [hour, minute] = [two(instant.getUTCHours()), two(instant.getUTCMinutes())]
  return { day: `${day}/${month}/${year}`, hour, minute, iso: `${year}-${month}-${day} ${hour}:${minute}:00-06` }
}

function detectionLine(at: number, rows: number): string {
  const { day, hour, minute } = instantOf(at, rows)
  const age = at % 18
  return [
    acta(at),
    `${day} ${hour}:${minute}`,
    STATES[at % STATES.length],
    'Agente federal de migración',
    'Revisión migratoria',
    nue(at),
    at % 2 === 0 ? 'Hombre' : 'Mujer',
    `01/01/${2026 - age}`,
    age,
    COUNTRIES[at % COUNTRIES.length],
    at % 3 === 0 ? 'No acompañado' : 'Acompañado',
    at % 5 === 0 ? '' : `${day} ${hour}:59`,
  ].join(',')
}

async function takeIn(database: string, file: string, flags: readonly string[]): Promise<Taken> {
  const began = performance.now()
  const command = spawn(
    process.execPath,
    [...memoryFlags(), 'services/_kit/src/intake/command/command.ts', 'children/detections', file, ...flags],
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

type Copy = { table: string; columns: string; line: (at: number, rows: number) => string }

const BATCH = '00000000-0000-4000-8000-000000000000'
const childId = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`
const ageGroup = (at: number) => (at % 18 < 12 ? 'FROM_0_TO_11' : 'FROM_12_TO_17')

const CHILD: Copy = {
  table: 'child',
  columns: `id, folio, sex, is_birth_estimated, born_on, nationality, age_group, accompaniment, state, first_detected_at,
    batch_id, line`,
  line: (at, rows) =>
    [
      ...[
        childId(at),
        `NNA-${randomUUID().slice(-17).toUpperCase()}`,
        'FEMALE',
        'f',
        '2020-01-01',
        'HND',
        ageGroup(at),
      ],
      ...['UNACCOMPANIED', '07', instantOf(at, rows).iso, BATCH, at],
    ].join('\t'),
}

const IDENTIFIER: Copy = {
  table: 'identifier',
  columns: 'child_id, type, value, issuer, batch_id, line',
  line: (at) => [childId(at), 'NUE', nue(at), 'INM', BATCH, at].join('\t'),
}

const DETECTION: Copy = {
  table: 'detection',
  columns: `child_id, acta, detected_at, state, authority, detection_type, nationality, age, age_group, sex, born_on,
    accompaniment, ppnna_notified_at, batch_id, line`,
  line: (at, rows) => {
    const { iso } = instantOf(at, rows)
    const event = [acta(at), iso, '07', 'INM_AFM', 'MIGRATION_CHECK', 'HND']
    const person = [at % 18, ageGroup(at), 'FEMALE', '2020-01-01', 'UNACCOMPANIED']
    return [childId(at), ...event, ...person, at % 5 === 0 ? '\\N' : iso, BATCH, at].join('\t')
  },
}
