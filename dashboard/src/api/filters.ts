/** What the pages can be narrowed to: how it stands in the address and how the graph is asked. */
import { NATIONALITIES } from '../words/nationalities.ts'
import { isStateCode } from '../words/states.ts'
import type { graphql } from './graphql.ts'

export type CountFilter = ReturnType<typeof graphql.scalar<'CountFilter'>>
export type AgeGroup = ReturnType<typeof graphql.scalar<'AgeGroup'>>
export type Accompaniment = ReturnType<typeof graphql.scalar<'Accompaniment'>>
export type AlertKind = ReturnType<typeof graphql.scalar<'AlertKind'>>
export type AlertSeverity = ReturnType<typeof graphql.scalar<'AlertSeverity'>>
export type AlertFilter = ReturnType<typeof graphql.scalar<'AlertFilter'>>

export const MEASURE_IDS = ['detected', 'rate', 'hours'] as const
export type MeasureId = (typeof MEASURE_IDS)[number]

/** The address, after the question mark. What is not there is not narrowed. */
export type Search = {
  periodo?: string
  nacionalidad?: string
  edad?: keyof typeof AGES
  compania?: keyof typeof COMPANIES
  medida?: keyof typeof MEASURES
  entidad?: string
  /** The state beside which another one is shown. */
  con?: string
  /** The kind of an alert, as the graph calls it. */
  tipo?: string
  gravedad?: keyof typeof SEVERITIES
  /** Alerts that were resolved, or closed by a person, in place of those that stand open. */
  situacion?: (typeof STANDINGS)[number]
  /** Those that somebody sees to, or nobody. */
  acuse?: 'si' | 'no'
  /** Those of which this office owes the duty. */
  deber?: DutyHolderKey
  /** Those that are given to the reader's office. */
  asignadas?: 'si'
  /** Id or folio of the child whose alerts are shown. */
  nna?: string
  /** The day as of which the alerts of a state are shown. */
  dia?: string
}

const KEYS = Object.keys({
  ...{ periodo: 0, nacionalidad: 0, edad: 0, compania: 0, medida: 0, entidad: 0, con: 0 },
  ...{ tipo: 0, gravedad: 0, situacion: 0, acuse: 0, deber: 0, asignadas: 0, nna: 0, dia: 0 },
} satisfies Record<keyof Search, 0>) as (keyof Search)[]

export const AGES = {
  '0-11': 'FROM_0_TO_11',
  '12-17': 'FROM_12_TO_17',
  desconocida: 'UNKNOWN',
} as const satisfies Record<string, AgeGroup>
export const COMPANIES = {
  acompanados: 'ACCOMPANIED',
  separados: 'SEPARATED',
  'no-acompanados': 'UNACCOMPANIED',
  'por-determinar': 'UNDETERMINED',
} as const satisfies Record<string, Accompaniment>
export const MEASURES = { detectados: 'detected', tasa: 'rate', horas: 'hours' } as const satisfies Record<
  string,
  MeasureId
>

export const SEVERITIES = { critica: 'CRITICAL', roja: 'RED', ambar: 'AMBER' } as const satisfies Record<
  string,
  AlertSeverity
>

export const DUTY_HOLDERS = {
  inm: 'INM',
  ppnna: 'PPNNA',
  dif: 'DIF',
  sndif: 'SNDIF',
  comar: 'COMAR',
  sipinna: 'SIPINNA',
  'sipinna-estatal': 'SIPINNA_STATE',
  cndh: 'CNDH',
  cedh: 'CEDH',
} as const satisfies Record<string, NonNullable<AlertFilter['dutyHolder']>>
export type DutyHolderKey = keyof typeof DUTY_HOLDERS

export const STANDINGS = ['resueltas', 'cerradas'] as const

const KIND = /^[A-Z]+(_[A-Z]+)*$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const FOLIO = /^NNA-[0-9A-F]{4}-[0-9A-F]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** An address that says something unknown is read as if it did not say it. */
export function readSearch(raw: Record<string, unknown>): Search {
  const { periodo, nacionalidad, edad, compania, medida, entidad, con, ...rest } = raw
  return {
    ...(typeof periodo === 'string' && { periodo }),
    ...(typeof nacionalidad === 'string' && NATIONALITIES.includes(nacionalidad) && { nacionalidad }),
    ...(isKeyOf(AGES, edad) && { edad }),
    ...(isKeyOf(COMPANIES, compania) && { compania }),
    ...(isKeyOf(MEASURES, medida) && { medida }),
    ...(typeof entidad === 'string' && isStateCode(entidad) && { entidad }),
    ...(typeof con === 'string' && isStateCode(con) && { con }),
    ...readAlertSearch(rest),
  }
}

/** What the address does say, and nobody here knows: without it more is shown than was asked for. */
export const unreadIn = (raw: Readonly<Record<string, unknown>>): (keyof Search)[] => {
  const read = readSearch(raw)
  return KEYS.filter((key) => raw[key] !== undefined && raw[key] !== '' && read[key] === undefined)
}

function readAlertSearch({ tipo, gravedad, deber, nna, dia, ...rest }: Record<string, unknown>): Search {
  return {
    ...(typeof tipo === 'string' && KIND.test(tipo) && { tipo }),
    ...(isKeyOf(SEVERITIES, gravedad) && { gravedad }),
    ...(isKeyOf(DUTY_HOLDERS, deber) && { deber }),
    ...readStanding(rest),
    ...(typeof nna === 'string' && (ID.test(nna) || FOLIO.test(nna)) && { nna }),
    ...(typeof dia === 'string' && DAY.test(dia) && !Number.isNaN(Date.parse(dia)) && { dia }),
  }
}

const isKeyOf = <Table extends object>(table: Table, key: unknown): key is keyof Table =>
  typeof key === 'string' && Object.hasOwn(table, key)

/** Null when nothing narrows, so that the graph can answer from what it keeps ready. */
export function countFilterOf({ nacionalidad, edad, compania }: Search): CountFilter | null {
  if (!nacionalidad && !edad && !compania) return null
  return {
    ...(nacionalidad && { nationality: [nacionalidad] }),
    ...(edad && { ageGroup: [AGES[edad]] }),
    ...(compania && { accompaniment: [COMPANIES[compania]] }),
  }
}

function readStanding({ situacion, acuse, asignadas }: Record<string, unknown>): Search {
  const standing = STANDINGS.find((each) => each === situacion)
  return {
    ...(standing && { situacion: standing }),
    ...((acuse === 'si' || acuse === 'no') && { acuse }),
    ...(asignadas === 'si' && { asignadas }),
  }
}
