/** How fast a file of plain detections goes in, against the server's own COPY of the same rows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream } from 'node:fs'
import path from 'node:path'
import { type BenchServer, emptyDatabase, query } from './database.ts'

export interface IntakeResult {
  way: string
  rows: number
  seconds: number
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
const HEADER =
  'ACTA,FECHA Y HORA,ENTIDAD,AUTORIDAD,TIPO DE DETECCIÓN,NUE,SEXO,FECHA DE NACIMIENTO,EDAD,NACIONALIDAD,ACOMPAÑAMIENTO,AVISO A PPNNA'

export async function measureIntake(server: BenchServer, folder: string, rows: number): Promise<IntakeResult[]> {
  const file = path.join(folder, 'children--detections--INM--2026-11-25.csv')
  await writeFile(file, rows, [HEADER, detectionLine])
  const alone = await takeIn(await emptyDatabase(server, `intake_${rows}`), file, ['--no-settle'])
  const heard = await takeIn(await emptyDatabase(server, `heard_${rows}`), file, [])
  const copy = await copyByServer(server, folder, rows)
  return [
    { way: '`npm run intake -- children/detections`', rows, seconds: alone },
    { way: 'server-side COPY, same indexes, no trigger', rows, seconds: copy },
    { way: 'the intake, until all five services have heard and counted it', rows, seconds: heard },
  ]
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

const two = (value: number) => String(value).padStart(2, '0')

function detectionLine(at: number): string {
  const [day, month, hour, minute] = [1 + (at % 28), 1 + (Math.floor(at / 28) % 10), at % 24, at % 60]
  const age = at % 18
  return [
    `INM/07/2026/${String(at).padStart(7, '0')}`,
    `${two(day)}/${two(month)}/2026 ${two(hour)}:${two(minute)}`,
    STATES[at % STATES.length],
    'Agente federal de migración',
    'Revisión migratoria',
    `N${String(at).padStart(9, '0')}`,
    at % 2 === 0 ? 'Hombre' : 'Mujer',
    `${two(day)}/01/${2026 - age}`,
    age,
    COUNTRIES[at % COUNTRIES.length],
    at % 3 === 0 ? 'No acompañado' : 'Acompañado',
    at % 5 === 0 ? '' : `${two(day)}/${two(month)}/2026 ${two(hour)}:59`,
  ].join(',')
}

async function takeIn(database: string, file: string, flags: readonly string[]): Promise<number> {
  const began = performance.now()
  const command = spawn(
    process.execPath,
    ['services/_kit/src/intake/command/command.ts', 'children/detections', file, ...flags],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATABASE_URL: database },
    },
  )
  let said = ''
  command.stdout.on('data', (chunk) => (said += chunk))
  const [status] = await once(command, 'exit')
  if (status !== 0) throw new Error(`The intake ended with ${status}: ${said}`)
  return (performance.now() - began) / 1_000
}

/** The two tables that a detection ends up in, with their indexes; nothing derived, nothing told. */
async function copyByServer(server: BenchServer, folder: string, rows: number): Promise<number> {
  const url = await emptyDatabase(server, `copy_${rows}`)
  const file = path.join(folder, 'detections.tsv')
  await query(url, 'create table public.plain (like children.detection including defaults including indexes)')
  await writeFile(file, rows, [null, copyLine])
  await query(server.url, 'checkpoint')
  const began = performance.now()
  await query(
    url,
    `copy public.plain (child_id, acta, detected_at, state, authority, detection_type, nationality, age, age_group,
    accompaniment, ppnna_notified_at, batch_id) from '${file}'`,
  )
  return (performance.now() - began) / 1_000
}

function copyLine(at: number): string {
  const instant = `2026-${two(1 + (Math.floor(at / 28) % 10))}-${two(1 + (at % 28))} ${two(at % 24)}:${two(at % 60)}:00-06`
  const child = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  return [
    ...[
      child,
      `INM/07/2026/${String(at).padStart(7, '0')}`,
      instant,
      '07',
      'INM_AFM',
      'MIGRATION_CHECK',
      'HND',
      at % 18,
    ],
    ...[at % 18 < 12 ? 'FROM_0_TO_11' : 'FROM_12_TO_17', 'UNACCOMPANIED', at % 5 === 0 ? '\\N' : instant, child],
  ].join('\t')
}
