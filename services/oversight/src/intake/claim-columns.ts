/** The columns of INM's tables, in every spelling that has been seen, and how their cells are read: nothing is corrected. */
import { countryOrNothing } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { whole } from '@vigia/kit/intake/cells/numbers'
import { type CellReader, unfit } from '@vigia/kit/intake/cells/reading'
import type { Column } from '@vigia/kit/intake/feed'
import { countryCodeOf } from '@vigia/law/countries'
import { isPlaceRecorded, placeKey } from '../rules/place-of-claim.ts'
import { stateOfOffice } from '../rules/state-of-office.ts'

const MOST_LETTERS = 300
/** More people than this in one cell is no count of a day or month. */
const MOST_PEOPLE = 1_000_000

/** The text as it came; line breaks and runs of blanks become one blank. */
export const asWritten: CellReader = (text) => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > MOST_LETTERS ? unfit(`Es más largo de ${MOST_LETTERS} caracteres.`) : line
}

const office: CellReader = (text) =>
  stateOfOffice(text) ?? unfit(`«${text.slice(0, 60)}» no es una entidad federativa.`)

export const DAY: Column = {
  name: 'day',
  titles: ['DIA', 'Fecha', 'Fecha de registro'],
  type: 'date',
  read: pastDay,
  required: true,
}

export const OFFICE: Column = {
  name: 'state',
  isGroup: true,
  titles: [
    'ESTADO / O.R.',
    'O.R.',
    'OR',
    'Estado / OR',
    'Estado',
    'Entidad',
    'Entidad federativa',
    'Oficina de Representación',
  ],
  type: 'char(2)',
  read: office,
  required: true,
  also: [{ name: 'office', type: 'text', read: asWritten }],
}

/** What may be a country's code or say that nobody wrote one is no country. */
const countryIn = (text: string) => (countryOrNothing(text) === null ? countryCodeOf(text) : null)

/** A nationality that nobody knows is kept as it was written, and counted as not specified. */
export const NATIONALITY: Column = {
  name: 'nationality_text',
  isGroup: true,
  titles: ['NACIONALIDAD', 'Nacionalidades', 'País', 'País de nacionalidad', 'País de origen'],
  type: 'text',
  read: asWritten,
  also: [
    { name: 'nationality', type: 'char(3)', read: (text) => countryIn(text) ?? 'ZZZ' },
    { name: 'is_unread', type: 'boolean', read: (text) => (countryIn(text) === null ? 't' : 'f') },
  ],
}

export const PLACE: Column = {
  name: 'place',
  isGroup: true,
  titles: [
    'ESTANCIA DIF',
    'Estancia del DIF',
    'Estancia',
    'Lugar',
    'Lugar de canalización',
    'Albergue',
    'Centro',
    'place',
  ],
  type: 'text',
  read: asWritten,
  also: [
    { name: 'place_key', type: 'text', read: placeKey },
    { name: 'is_recorded', type: 'boolean', read: (text) => (isPlaceRecorded(text) ? 't' : 'f') },
    { name: 'has_breaks', type: 'boolean', read: (text) => (/[\r\n]/.test(text) ? 't' : 'f') },
  ],
}

/** A count; a blank cell says nothing, and is not 0. */
export function people(name: string, ...titles: readonly [string, ...string[]]): Column {
  return { name, titles, type: 'int', read: whole(0, MOST_PEOPLE) }
}

/** A column by which the table is known: a file without it is another one. */
export function telling(column: Column): Column {
  return { ...column, mustStand: true }
}
