/** Counts a twin from its files alone, as a stranger would. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '@vigia/law/code-list'
import { countryCodeOf } from '@vigia/law/countries'
import { FACILITY_TYPES, isSocialAssistanceCentre } from '@vigia/law/facilities'
import { ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import { stateCodeOf } from '@vigia/law/states'
import { isoDay, type Minute } from '../calendar.ts'
import { FEEDS } from '../files/columns.ts'
import type { ManifestEntry } from '../files/manifest.ts'
import { type Cell, minuteIn, readRows } from './read-file.ts'
import { Tally } from './tally.ts'

type Reader = (cell: Cell, tally: Tally) => void

export function tallyOfFiles(directory: string): Tally {
  const tally = new Tally()
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as ManifestEntry[]
  for (const { feed, file } of manifest) {
    const read = READERS[feed]
    if (read) readRows(join(directory, file), FEEDS[feed].columns, (cell) => read(cell, tally))
  }
  return tally
}

const READERS: Partial<Record<string, Reader>> = {
  detections: readDetection,
  'protection-cases': (cell, tally) => tally.protectionCase(numbersIn(cell)),
  'executed-returns': readReturn,
  facilities: readFacility,
}

function readDetection(cell: Cell, tally: Tally): void {
  tally.detection(
    { ...numbersIn(cell), acta: cell('ACTA') },
    {
      day: isoDay(minuteIn(cell('FECHA Y HORA'))),
      state: known(stateCodeOf(cell('ENTIDAD'))),
      nationality: known(countryCodeOf(cell('NACIONALIDAD'))),
      sex: known(codeOf(SEXES, cell('SEXO'))),
      isUnder12: Number(cell('EDAD')) < 12,
      company: known(codeOf(ACCOMPANIMENTS, cell('ACOMPAÑAMIENTO'))),
    },
  )
}

function readReturn(cell: Cell, tally: Tally): void {
  if (!isReturn(known(codeOf(RETURN_TYPES, cell('TIPO DE RETORNO'))))) return
  const day = isoDay(minuteIn(cell('FECHA Y HORA DE SALIDA')))
  const office = known(stateCodeOf(cell('ENTIDAD')))
  tally.executedReturn(cell('FOLIO DE RETORNO'), numbersIn(cell), { day, office })
}

function readFacility(cell: Cell, tally: Tally): void {
  if (!isSocialAssistanceCentre(known(codeOf(FACILITY_TYPES, cell('TIPO'))))) return
  tally.centre({
    state: known(stateCodeOf(cell('ENTIDAD'))),
    places: Number(cell('CAPACIDAD')),
    opened: minuteOrNull(cell('APERTURA')),
    closed: minuteOrNull(cell('CIERRE')),
  })
}

const numbersIn = (cell: Cell) => ({ acta: cell('ACTA') || null, nue: cell('NUE') || null, curp: cell('CURP') || null })

const minuteOrNull = (text: string): Minute | null => (text === '' ? null : minuteIn(text))

function known<Code>(code: Code | null): Code {
  if (code === null) throw new Error('A cell that the code lists do not know')
  return code
}
