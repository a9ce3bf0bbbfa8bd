/** Rows as a Procuraduría sends them: its cases and its best-interests determinations. */
import { daysAgo, writtenDay } from '../clock.ts'
import { nextFolio, nextNumber, type Row } from './row.ts'

/** A case opened 20 days ago, still open. */
export function aCase(acta: string, differences: Row = {}): Row & { readonly FOLIO: string } {
  return {
    FOLIO: nextFolio(),
    ACTA: acta,
    'FECHA DE APERTURA': writtenDay(daysAgo(20)),
    'ESTADO DEL EXPEDIENTE': 'Abierto',
    ...differences,
  }
}

/** Decided 10 days ago by the PPNNA: the child may return. */
export function aDetermination(folio: string, differences: Row = {}): Row {
  return {
    FOLIO: folio,
    NÚMERO: `BID-07-2026-${String(nextNumber()).padStart(6, '0')}`,
    FECHA: writtenDay(daysAgo(10)),
    RESULTADO: 'Retorno al país de origen permitido',
    AUTORIDAD: 'PPNNA',
    'NNA ESCUCHADA': 'SÍ',
    ...differences,
  }
}
