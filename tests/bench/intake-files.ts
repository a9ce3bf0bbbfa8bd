/** Files of plain detections as INM sends them, and the same facts as the tables hold them. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, createWriteStream } from 'node:fs'

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
export const HEADER =
  'ACTA,FECHA Y HORA,ENTIDAD,AUTORIDAD,TIPO DE DETECCIÓN,NUE,SEXO,FECHA DE NACIMIENTO,EDAD,NACIONALIDAD,ACOMPAÑAMIENTO,AVISO A PPNNA'

export async function writeFile(
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
// From 1 on: number 0 is what stands where none was given.
const acta = (at: number) => `INM/07/2026/${String(at + 1).padStart(7, '0')}`
const nue = (at: number) => `N${String(at + 1).padStart(9, '0')}`

/** In the order of the acta, which is that of time, as INM's files come. Ten months. */
function instantOf(at: number, rows: number): { day: string; hour: string; minute: string; iso: string } {
  const instant = new Date(Date.UTC(2026, 0, 1) + Math.floor((at * TEN_MONTHS_IN_MINUTES) / rows) * 60_000)
  const [year, month, day] = [instant.getUTCFullYear(), two(instant.getUTCMonth() + 1), two(instant.getUTCDate())]
  const [hour, minute] = [two(instant.getUTCHours()), two(instant.getUTCMinutes())]
  return { day: `${day}/${month}/${year}`, hour, minute, iso: `${year}-${month}-${day} ${hour}:${minute}:00-06` }
}

export function detectionLine(at: number, rows: number): string {
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

type Copy = { table: string; columns: string; line: (at: number, rows: number) => string }

const BATCH = '00000000-0000-4000-8000-000000000000'
const childId = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`
const ageGroup = (at: number) => (at % 18 < 12 ? 'FROM_0_TO_11' : 'FROM_12_TO_17')

export const CHILD: Copy = {
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

export const IDENTIFIER: Copy = {
  table: 'identifier',
  columns: 'child_id, type, value, issuer, batch_id, line',
  line: (at) => [childId(at), 'NUE', nue(at), 'INM', BATCH, at].join('\t'),
}

export const DETECTION: Copy = {
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
