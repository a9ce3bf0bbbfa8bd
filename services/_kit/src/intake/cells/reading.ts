/** What reading a cell gives: a value as PostgreSQL reads it, nothing, or why the cell is unfit. */

import { looseKey } from '@vigia/law/code-list'
import { localDateTimeOf } from '@vigia/law/mexican-time'

/** The reason, in Spanish, for whoever sent the file. */
export type Unfit = { unfit: string }

/** Text ready for PostgreSQL; null where the cell says that nothing is known. */
export type Reading = string | null | Unfit

/** Reads a cell that is not blank and has no blanks around it. `now` is the local time in Mexico City, as `localNow` gives it. */
export type CellReader = (text: string, now: string) => Reading

/** The last second of the current minute, `yyyy-mm-dd hh:mm:59`: what happened in this minute is not ahead of it. */
export function localNow(now: Date): string {
  return `${localDateTimeOf(now)}:59`
}

export const unfit = (reason: string): Unfit => ({ unfit: reason })

export function isUnfit(reading: Reading): reading is Unfit {
  return typeof reading === 'object' && reading !== null
}

/** How offices write that they have nothing to write; and \N, how databases do. */
const NOTHING =
  /^(\\n|n\.?[ /]?e\.?|s[./ ]?d\.?|n[./ ]?[ad]\.?|null|[-–—]+|\*+|sin dato|no especificado|se desconoce|se ignora|ninguno|ninguna)$/i
/** The same in words that are also read as the name of a place. */
const NOTHING_IN_WORDS =
  /^(s\/i|sin datos?\.?|sin informaci[oó]n\.?|no (aplica|especificad[oa]|consta|refiere|se sabe)\.?|desconocid[oa]\.?)$/i

/** A reader for which a cell like "n.e." or "S/D" is blank. */
export function orNothing(read: CellReader): CellReader {
  return (text, now) => {
    const reading = read(text, now)
    return isUnfit(reading) && (NOTHING.test(text) || NOTHING_IN_WORDS.test(text)) ? null : reading
  }
}

/** As `orNothing`, for readers that would take the word itself for a value. */
export function saysNothing(text: string): boolean {
  return text.length <= LONGEST_NOTHING && (NOTHING.test(text) || NOTHING_IN_WORDS.test(text))
}

/** As `saysNothing`, of where a child is: in a place that is called "Desconocido" it is held, and counted, all the same. */
export function namesNothing(text: string): boolean {
  return text.length <= LONGEST_NOTHING && NOTHING.test(text)
}

const LONGEST_NOTHING = 16

/** As the words that somebody wrote for nothing, but for those that say of it that nobody knows: these are an answer. */
const NOBODY_KNOWS = /^(se |no se|desconocid)/i

/** A reader for which "S/D" is blank and takes nothing back, also where a list has a code for what is not known. */
export function orBlank(read: CellReader): CellReader {
  return (text, now) => (saysNothing(text) && !NOBODY_KNOWS.test(text) ? null : read(text, now))
}

/**
 * As offices write of what has not come, where they are asked for its day or its kind: that it is still to be done, or that a stay goes on. Of a
 * stay only where it names the place: who goes on on the way, has not come back or is to be found is gone.
 */
const NOT_YET = new RegExp(
  '^(?:NO|NO HA (?:EGRESADO|SALIDO|CONCLUIDO|TERMINADO)|NO SE HA (?:REALIZADO|EMITIDO|NOTIFICADO|PRESENTADO|RENDIDO|CERRADO)|(?:AUN|TODAVIA) NO|' +
    'PENDIENTE(?: DE (?!LOCALIZA)[A-Z]+)?|EN (?:TRAMITE|PROCESO|CURSO)|POR (?:DEFINIR|CONFIRMAR|ASIGNAR)|' +
    '(?:CONTINUA|SIGUE|PERMANECE)(?: EN (?:EL |LA )?(?:CAS|ALBERGUE|CENTRO|CASA|MODULO|ESTANCIA|ESTACION|HOSPITAL)(?: [A-Z ]+)?)?|' +
    'VIGENTE|ACTIV[OA]|A LA FECHA|INDEFINID[OA])$',
)
const LONGEST_NOT_YET = 40

/** As databases and forms show a day that nobody wrote: 0000-00-00, 00/00/0000 00:00, "/ /". */
const EMPTY_DAY = /^[\s0/.:-]+$/

/** As `orNothing`, for what comes at its time: a cell like "PENDIENTE", "CONTINÚA" or "00/00/0000" is blank. */
export function orNotYet(read: CellReader): CellReader {
  const known = orNothing(read)
  return (text, now) => {
    const reading = known(text, now)
    if (!isUnfit(reading) || text.length > LONGEST_NOT_YET) return reading
    return EMPTY_DAY.test(text) || NOT_YET.test(looseKey(text)) ? null : reading
  }
}

/** That there is none is known, and no list is another answer than none that is known. */
const NONE = /^ningun[oa]$/i

/** Several values of one cell, separated by `|`, as a PostgreSQL array; each value once. */
export function listOf(read: CellReader): CellReader {
  return (text, now) => {
    if (saysNothing(text) && !NONE.test(text)) return null
    const values = new Set<string>()
    for (const part of text.split('|')) {
      const item = part.trim()
      if (item === '') continue
      const reading = read(item, now)
      if (isUnfit(reading))
        return /[;,\n]/.test(item) ? unfit(`${reading.unfit} Si son varios, sepárelos con «|».`) : reading
      if (reading !== null) values.add(arrayItem(reading))
    }
    return `{${[...values].join(',')}}`
  }
}

const PLAIN_ITEM = /^[A-Z0-9_@]+$/

function arrayItem(value: string): string {
  return PLAIN_ITEM.test(value) && value !== 'NULL' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}
