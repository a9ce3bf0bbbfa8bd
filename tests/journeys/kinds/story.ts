/** How a kind of alert begins and ends by files, in a state of its own: what the stories of all kinds are written with. */
import type { ServiceName } from '@vigia/kit/service'
import type { AlertKind, AlertSeverity } from '@vigia/law/alert-kinds'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { STATES } from '@vigia/law/states'
import { aDetection, aStay, type Detection } from '../../support/builders/inm.ts'
import { aCase } from '../../support/builders/ppnna.ts'
import { nextFolio, type Row } from '../../support/builders/row.ts'
import { localDay, written } from '../../support/clock.ts'

/** What an office sends: of one feed and sender all rows go in one file. */
export interface Sent {
  readonly feed: `${ServiceName}/${string}`
  readonly rows: readonly Row[]
  readonly sender?: { readonly source?: string; readonly state?: string; readonly cutoff?: string }
}

export interface Story {
  readonly kind: AlertKind
  /** INEGI's code: no other story raises one of this kind there. */
  readonly state: string
  readonly given: readonly Sent[]
  readonly severity: AlertSeverity
  readonly citation: string
  readonly owedBy: readonly string[]
  readonly since: Date
  readonly later: readonly Sent[]
  /** The fact that ends it; null where what it rested on is corrected; not given of one that nothing ends. */
  readonly endedBy?: string | null
}

export const nameOf = (code: string): string => STATES.find((state) => state.code === code)?.name ?? code

const MINUTE_IN_MS = 60_000
/** Once for all: what is told of one hour is of one minute. */
const NOW = Math.floor(Date.now() / MINUTE_IN_MS) * MINUTE_IN_MS

export const at = (hours: number): Date => new Date(NOW - hours * 60 * MINUTE_IN_MS)
export const told = (hours: number): string => written(at(hours))
export const day = (days: number): string => localDay(at(24 * days))
/** Of a day that is told without an hour. */
export const morning = (days: number): Date => instantOf(day(days))
export const evening = (days: number): Date => instantOf(addDays(day(days), 1))

/** Found so many hours ago in the state; the Procuraduría was told within minutes. */
export const found = (state: string, hours: number, more: Row = {}): Detection =>
  aDetection({ 'FECHA Y HORA': told(hours), ENTIDAD: nameOf(state), 'AVISO A PPNNA': told(hours - 0.1), ...more })

export const detections = (...rows: readonly Row[]): Sent => ({ feed: 'children/detections', rows })
export const claims = (...rows: readonly Row[]): Sent => ({
  ...{ feed: 'children/asylum-claims', rows },
  sender: { source: 'COMAR' },
})
export const documents = (...rows: readonly Row[]): Sent => ({ feed: 'children/migration-documents', rows })
export const ofInm = (...rows: readonly Row[]): Sent => ({ feed: 'placements/stays', rows })
export const ofDif = (state: string, ...rows: readonly Row[]): Sent => ({
  ...{ feed: 'placements/stays', rows },
  sender: { source: 'DIF', state },
})
export const listed = (state: string, ...rows: readonly Row[]): Sent => ({
  ...{ feed: 'placements/facilities', rows },
  sender: { source: 'DIF', state },
})
export const ofOffice = (state: string, feed: string, ...rows: readonly Row[]): Sent => ({
  ...{ feed: `representation/${feed}`, rows },
  sender: { source: 'PPNNA', state },
})
/** A case that the Procuraduría of the state opened then. */
export const fileOf = (acta: string, state: string, opened: string) =>
  aCase(acta, { FOLIO: nextFolio(state), 'FECHA DE APERTURA': opened })
export const returns = (...rows: readonly Row[]): Sent => ({ feed: 'returns/executed-returns', rows })

const KINDS_OF_PLACE = { EM: 'Estación migratoria', CCAN: 'Centro de canalización', CASE: 'CAS estatal' } as const

/** In a place of the state that has its own name. */
export const lodged = (acta: string, state: string, type: keyof typeof KINDS_OF_PLACE, hours: number, more: Row = {}) =>
  aStay(acta, {
    ...{ 'NOMBRE DEL LUGAR': `Lugar de ${nameOf(state)}`, 'TIPO DE LUGAR': KINDS_OF_PLACE[type] },
    ...{ ENTIDAD: nameOf(state), INGRESO: told(hours) },
    ...more,
  })
export const left = (hours: number, how = 'Reintegración familiar'): Row => ({
  ...{ EGRESO: told(hours), 'TIPO DE EGRESO': how },
})
