/** Tells the sender in Spanish what became of a file. */

import { counted, grouped } from '../cells/counted.ts'
import type { Counts, Taken } from '../feed.ts'
import type { WithdrawalRefused } from '../known/withdrawal-refused.ts'
import type { Withdrawn } from '../withdraw.ts'

/** The speed of a small file says nothing. */
const ROWS_WORTH_A_RATE = 1000

const HEAD: Record<Taken['outcome'], string> = {
  TAKEN: 'recibido',
  ALREADY_TAKEN: 'ya se había recibido; nada cambió',
  REFUSED: 'RECHAZADO, no se escribió nada',
  DRY_RUN: 'solo se probó, no se escribió nada',
}

export function reportOf(name: string, taken: Taken, rate: number): string {
  const { outcome, batchId, counts, rejects, firstRejects, notices, code, isBehindWall } = taken
  const head = `${name}: ${HEAD[outcome]}${code ? ` (${code})` : ''}${batchId ? ` (lote ${batchId})` : ''}`
  // Of a file behind the wall no time is told: it depends on what others have recorded.
  const speed = counts.rows < ROWS_WORTH_A_RATE || isBehindWall ? '' : `  (${grouped(rate)} renglones/s)`
  const refused = firstRejects.map(
    ({ line, column, value, reason }) =>
      `  renglón ${line}${column && `, ${column}`}: ${reason.startsWith('«') ? '' : shown(value)}${reason}`,
  )
  const more = rejects ? [`  Todos los rechazos, con renglón, columna, valor y motivo: ${rejects}`] : []
  const lines = [head, ...sumsOf(taken, speed), ...notices.map((notice) => `  ${notice}`), ...refused, ...more]
  return [...lines, ...whatNext(taken)].map(oneLine).join('\n')
}

function sumsOf({ outcome, counts, isBehindWall }: Taken, speed: string): string[] {
  const isRefused = outcome === 'REFUSED'
  if (counts.rows + counts.skipped > 0)
    return [`  ${isRefused ? refusedSum(counts, isBehindWall) : sumOf(counts, isBehindWall)}${speed}`]
  return isRefused || outcome === 'ALREADY_TAKEN' ? [] : ['  Ningún registro: debajo del encabezado no hay renglones.']
}

/** Of a file that is refused no row was written, whatever was found of it. */
function refusedSum({ rows, refused, unmatched, skipped }: Counts, isBehindWall: boolean): string {
  const waiting = isBehindWall ? 0 : unmatched
  const sum = sumOf({ rows, recorded: 0, corrected: 0, unchanged: 0, unmatched: waiting, refused, skipped })
  const good = rows - refused - waiting
  return good > 0 ? `${sum}; ${counted(good, 'sin defecto', 'sin defecto')}` : sum
}

/** One bad row refuses the file: whoever sent it learns what can be done. */
function whatNext({ outcome, counts }: Taken): string[] {
  if (outcome === 'TAKEN' && counts.refused > 0)
    return ['  Los rechazados no entraron: corríjalos y envíe el archivo otra vez, o solo ellos en otro archivo.']
  if (outcome !== 'REFUSED' || counts.refused === 0 || counts.refused === counts.rows) return []
  return ['  Corrija esos renglones y envíe el archivo otra vez; con --accept-good entran los demás.']
}

const WORDS: readonly [keyof Counts, one: string, many: string][] = [
  ['recorded', 'nuevo', 'nuevos'],
  ['corrected', 'corregido', 'corregidos'],
  ['unchanged', 'sin cambio', 'sin cambio'],
  ['unmatched', 'sin unir', 'sin unir'],
  ['refused', 'rechazado', 'rechazados'],
]

/** Of rows behind the wall it is not told which were new, nor which wait: that depends on what others have recorded. */
const RECEIVED = { one: 'recibido', many: 'recibidos' }

/** `3 registros: 2 nuevos, 1 rechazado; 1 renglón no es registro`. */
export function sumOf(counts: Counts, isBehindWall = false): string {
  const told = isBehindWall ? WORDS.filter(([name]) => name === 'refused') : WORDS
  const received = isBehindWall ? counts.recorded + counts.corrected + counts.unchanged + counts.unmatched : 0
  const parts = [
    ...(received > 0 ? [counted(received, RECEIVED.one, RECEIVED.many)] : []),
    ...told.filter(([name]) => counts[name] > 0).map(([name, ...words]) => counted(counts[name], ...words)),
  ]
  const skipped = counted(counts.skipped, 'renglón no es registro', 'renglones no son registros')
  const rows = counted(counts.rows, 'registro', 'registros')
  return `${rows}: ${parts.join(', ') || 'nada que escribir'}${counts.skipped > 0 ? `; ${skipped}` : ''}`
}

const MAX_VALUE = 60
const shown = (value: string) => (value === '' ? '' : `«${value.slice(0, MAX_VALUE)}» `)

/** Line breaks of a cell or of the name of a file, what would order a terminal about, and what turns the direction of writing, are blanks here. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')

/** Of a file behind the wall it is not told how many of its rows waited, nor what they are again: that depends on what others have recorded. */
export function withdrawnReportOf(
  batchId: string,
  { deleted, restored, unmatched, isBehindWall, besides }: Withdrawn,
): string {
  if (isBehindWall) return `${batchId}: retirado.`
  const sums = `${batchId}: retirado. Hechos borrados: ${grouped(deleted)}; como estaban antes: ${grouped(restored)}; renglones sin unir que se quitan: ${grouped(unmatched)}.`
  return [sums, ...besides].join('\n  ')
}

const FOR_OPERATOR = 'Solo para quien opera el registro, y no para quien envió el archivo: '

/** What stands on a line of its own, since it is not handed on. */
export const besidesReportOf = ({ besides }: Pick<Taken, 'besides'>): string[] =>
  besides.map((notice) => FOR_OPERATOR + notice)

export const refusedReportOf = ({ message, besides }: WithdrawalRefused): string =>
  besides === null ? message : `${message}\n${FOR_OPERATOR}${besides}`
