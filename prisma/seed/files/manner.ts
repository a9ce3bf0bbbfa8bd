/** In what manner a sender writes its files: letters, delimiter, dates, capitals, headers, and what stands above and below the rows. */
import { fold } from '@vigia/law/code-list'
import { type StateCode, stateOf } from '@vigia/law/states'

/** 15/01/2024 · 2024-01-15 · 15-ene-24 · Excel's serial number. */
export type DateForm = 'SLASH' | 'ISO' | 'NAMED' | 'SERIAL'

export interface Manner {
  readonly delimiter: ',' | ';' | '\t'
  readonly encoding: 'utf8' | 'latin1'
  readonly mark: boolean
  readonly lineEnd: '\n' | '\r\n'
  readonly dates: DateForm
  /** Capitals without accents, as old systems print. */
  readonly shouts: boolean
  /** "Venezuela" or "República Bolivariana de Venezuela". */
  readonly longCountryNames: boolean
  /** Other titles of some columns, by the canonical one. */
  readonly titles: Readonly<Record<string, string>>
  readonly titleCase: 'UPPER' | 'Sentence' | 'UPPER_PLAIN'
  /** A line above the header, like a printed report. */
  readonly heading: string | null
  readonly hasTotal: boolean
  readonly blankRowsBelow: number
  readonly note: string | null
}

const PLAIN: Manner = {
  ...{
    delimiter: ',',
    encoding: 'utf8',
    mark: false,
    lineEnd: '\n',
    dates: 'ISO',
    shouts: false,
    longCountryNames: false,
  },
  ...{ titles: {}, titleCase: 'UPPER', heading: null, hasTotal: false, blankRowsBelow: 0, note: null },
}

/** INM's old system until 2022, then spreadsheets, then an export of its new one. */
export function mannerOfInm(year: number): Manner {
  if (year <= 2022) {
    return {
      ...PLAIN,
      ...{
        delimiter: ';',
        encoding: 'latin1',
        lineEnd: '\r\n',
        dates: 'SLASH',
        shouts: true,
        titleCase: 'UPPER_PLAIN',
      },
      ...{ hasTotal: true, titles: { ACTA: 'NO. DE ACTA', ENTIDAD: 'ESTADO / O.R.' } },
    }
  }
  if (year <= 2024) {
    return {
      ...PLAIN,
      ...{ mark: true, lineEnd: '\r\n', dates: 'SLASH', longCountryNames: true, hasTotal: true, blankRowsBelow: 3 },
      ...{ titleCase: 'Sentence', titles: { ENTIDAD: 'Estado / O.R.', 'FECHA Y HORA': 'Día' } },
      note: 'n.e. = no especificado',
    }
  }
  return { ...PLAIN, mark: true, lineEnd: '\r\n', longCountryNames: true }
}

/** The national DIF: workbooks saved as text, with Excel's numbers for dates, until 2022. */
export function mannerOfDif(year: number): Manner {
  if (year <= 2022) return { ...PLAIN, delimiter: ';', encoding: 'latin1', dates: 'SERIAL', blankRowsBelow: 2 }
  return {
    ...PLAIN,
    mark: true,
    dates: 'SLASH',
    titleCase: 'Sentence',
    hasTotal: true,
    note: 'Fuente: Sistema Nacional DIF',
  }
}

export const MANNER_OF_COMAR: Manner = { ...PLAIN, delimiter: ';' }
export const MANNER_OF_CNDH: Manner = { ...PLAIN, mark: true, dates: 'NAMED', titleCase: 'Sentence' }

/** Each Procuraduría has software of its own (domain.md 3.16): five manners, by state. */
export function mannerOfPpnna(state: StateCode): Manner {
  const own = PPNNA_MANNERS[Number(state) % PPNNA_MANNERS.length] ?? PLAIN
  return own.heading === null ? own : { ...own, heading: `${own.heading} ${stateOf(state).shortName}` }
}

const PPNNA_MANNERS: readonly Manner[] = [
  { ...PLAIN, dates: 'SLASH' },
  {
    ...PLAIN,
    delimiter: ';',
    encoding: 'latin1',
    lineEnd: '\r\n',
    dates: 'SLASH',
    shouts: true,
    titleCase: 'UPPER_PLAIN',
    hasTotal: true,
  },
  { ...PLAIN, mark: true, dates: 'NAMED', titleCase: 'Sentence', blankRowsBelow: 4 },
  { ...PLAIN, delimiter: ';', dates: 'SERIAL', heading: 'Procuraduría de Protección de Niñas, Niños y Adolescentes,' },
  {
    ...PLAIN,
    delimiter: '\t',
    dates: 'SLASH',
    titleCase: 'Sentence',
    hasTotal: true,
    note: 'Nota: cifras sujetas a validación',
  },
]

/** A title as the manner writes it. */
export function titleIn({ titles, titleCase }: Manner, canonical: string): string {
  const title = titles[canonical] ?? canonical
  if (titleCase === 'UPPER_PLAIN') return fold(title)
  return titleCase === 'UPPER' ? title : title.charAt(0) + title.slice(1).toLowerCase()
}
