/** Counts a twin from its files alone, joining children by acta, NUE and CURP only, as the registry does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '@vigia/law/code-list'
import { countryCodeOf } from '@vigia/law/countries'
import { FACILITY_TYPES, isSocialAssistanceCentre } from '@vigia/law/facilities'
import { ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import { stateCodeOf } from '@vigia/law/states'
import { isoDay, minuteOf } from '../calendar.ts'
import { FEEDS } from '../files/columns.ts'
import type { ManifestEntry } from '../files/manifest.ts'
import { type Cell, minuteIn, readRows } from './read-file.ts'

export interface SeenEvent {
  readonly child: number
  /** "2024-07-31" */
  readonly day: string
  readonly state: string
  readonly nationality: string
  readonly sex: string
  readonly isUnder12: boolean
  readonly company: string
}

export interface SeenReturn {
  readonly child: number
  readonly day: string
  readonly office: string
}

export class Tally {
  readonly events: SeenEvent[] = []
  /** First event of each child. */
  readonly firsts: SeenEvent[] = []
  readonly withCase = new Set<number>()
  readonly returns: SeenReturn[] = []
  readonly centres2021 = { count: 0, places: 0, states: new Set<string>() }
  unmatched = 0
  readonly #actas = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #folios = new Set<string>()

  read(directory: string): void {
    const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as ManifestEntry[]
    for (const { feed, file } of manifest) {
      const read = this.#readers[feed]
      if (read) readRows(join(directory, file), FEEDS[feed].columns, read)
    }
  }

  readonly #readers: Partial<Record<string, (cell: Cell) => void>> = {
    detections: (cell) => this.#detection(cell),
    'protection-cases': (cell) => this.#case(cell),
    'executed-returns': (cell) => this.#return(cell),
    facilities: (cell) => this.#facility(cell),
  }

  #detection(cell: Cell): void {
    const acta = cell('ACTA')
    if (this.#actas.has(acta)) return
    const [nue, curp] = [cell('NUE'), cell('CURP')]
    const child = this.#numbers.get(nue) ?? this.#numbers.get(curp) ?? this.firsts.length
    const event: SeenEvent = {
      child,
      day: isoDay(minuteIn(cell('FECHA Y HORA'))),
      state: known(stateCodeOf(cell('ENTIDAD'))),
      nationality: known(countryCodeOf(cell('NACIONALIDAD'))),
      sex: known(codeOf(SEXES, cell('SEXO'))),
      isUnder12: Number(cell('EDAD')) < 12,
      company: known(codeOf(ACCOMPANIMENTS, cell('ACOMPAÑAMIENTO'))),
    }
    this.#actas.set(acta, child)
    for (const number of [nue, curp]) if (number !== '') this.#numbers.set(number, child)
    this.events.push(event)
    if (child === this.firsts.length) this.firsts.push(event)
  }

  #case(cell: Cell): void {
    const child = this.#childOf(cell)
    if (child === undefined) this.unmatched++
    else this.withCase.add(child)
  }

  #return(cell: Cell): void {
    const type = known(codeOf(RETURN_TYPES, cell('TIPO DE RETORNO')))
    if (!isReturn(type) || this.#folios.has(cell('FOLIO DE RETORNO'))) return
    this.#folios.add(cell('FOLIO DE RETORNO'))
    const child = this.#childOf(cell)
    if (child === undefined) {
      this.unmatched++
      return
    }
    const day = isoDay(minuteIn(cell('FECHA Y HORA DE SALIDA')))
    this.returns.push({ child, day, office: known(stateCodeOf(cell('ENTIDAD'))) })
  }

  #facility(cell: Cell): void {
    const lastDay = minuteOf(2021, 12, 31)
    const opened = cell('APERTURA') === '' ? null : minuteIn(cell('APERTURA'))
    const closed = cell('CIERRE') === '' ? null : minuteIn(cell('CIERRE'))
    if (!isSocialAssistanceCentre(known(codeOf(FACILITY_TYPES, cell('TIPO'))))) return
    if ((opened !== null && opened > lastDay) || (closed !== null && closed <= lastDay)) return
    this.centres2021.count++
    this.centres2021.places += Number(cell('CAPACIDAD'))
    this.centres2021.states.add(known(stateCodeOf(cell('ENTIDAD'))))
  }

  #childOf(cell: Cell): number | undefined {
    return this.#actas.get(cell('ACTA')) ?? this.#numbers.get(cell('NUE')) ?? this.#numbers.get(cell('CURP'))
  }
}

function known<Code>(code: Code | null): Code {
  if (code === null) throw new Error('A cell that the code lists do not know')
  return code
}
