/**
 * The numbers that authorities give to a child, how each is written, and what makes one wrong
 * (domain.md 6: none is universal). The forms of ACTA, NUE and PPNNA_FOLIO are those of Vigía's feeds.
 */
import { type CodeList, fold } from './code-list.ts'

export const IDENTIFIER_TYPES = {
  ACTA: { es: 'Acta de INM', en: 'INM acta number', aliases: ['acta de canalización', 'número de acta'] },
  NUE: { es: 'Número Único de Extranjero', en: 'Unique number of foreigner' },
  CURP: { es: 'CURP', en: 'Population code', aliases: ['clave única de registro de población'] },
  PPNNA_FOLIO: { es: 'Folio de la Procuraduría', en: 'Folio of the Procuraduría', aliases: ['folio PPNNA', 'folio'] },
  DIF_FILE: { es: 'Expediente DIF', en: 'DIF file' },
  COMAR_FILE: { es: 'Expediente COMAR', en: 'COMAR file' },
  SHELTER_FOLIO: { es: 'Folio de albergue', en: 'Shelter folio' },
  PROGRES: { es: 'proGres', en: 'UNHCR proGres number' },
  CPIMS: { es: 'CPIMS', en: 'CPIMS+ number', aliases: ['Primero'] },
  PASSPORT: {
    es: 'Pasaporte o documento de identidad',
    en: 'Passport or identity document',
    aliases: ['pasaporte', 'DPI', 'cédula'],
  },
  COMPLAINT: { es: 'Queja', en: 'Complaint number', aliases: ['queja CNDH'] },
} as const satisfies CodeList

export type IdentifierType = keyof typeof IDENTIFIER_TYPES

/** By these a person is known everywhere; all others number what an authority or a shelter did. SQL: policy by_side of children.identifier. */
export const NUMBERS_OF_THE_PERSON: readonly IdentifierType[] = ['CURP', 'PASSPORT', 'PROGRES', 'CPIMS']

export type IdentifierFault = 'FORM' | 'CHECK_DIGIT' | 'OF_NOBODY'

/** The value as Vigía keeps it, or what is wrong with it. Never both. */
export type ReadIdentifier =
  | { readonly value: string; readonly fault: null }
  | { readonly value: null; readonly fault: IdentifierFault }

/** Reads an identifier in any case, with blanks and other separators where people put them. */
export function readIdentifier(type: IdentifierType, text: string): ReadIdentifier {
  const value = write(type, fold(text).replace(/\s/gu, ''))
  if (value === null) return { value: null, fault: 'FORM' }
  if (OF_NOBODY[type]?.test(value)) return { value: null, fault: 'OF_NOBODY' }
  if (type === 'CURP' && curpCheckDigit(value) !== value.at(-1)) return { value: null, fault: 'CHECK_DIGIT' }
  return { value, fault: null }
}

/** The value as Vigía keeps it; null when it is malformed. */
export function identifierOf(type: IdentifierType, text: string): string | null {
  return readIdentifier(type, text).value
}

const ACTA = /^INM\W?(\d{2})\W?(\d{4})\W?(\d{1,7})$/
const NUE = /^(?:N\W?)?(\d{9})$/
const PPNNA_FOLIO = /^PPNNA\W?(\d{2})\W?(\d{4})\W?(\d{1,6})$/
/** Four letters, birth date, sex, state of birth (NE: born abroad), three consonants, a letter or digit, the check digit. */
const CURP =
  /^[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d$/
const OTHER = /^[A-Z\d](?:[A-Z\d]|[/._-](?=[A-Z\d])){2,39}$/

/**
 * What stands where no number was given, in the form of one: number 0, one digit nine times, and the CURP that systems of the State write
 * of each foreigner who has none. Taken for numbers, they would make one child of all who have it.
 */
const OF_NOBODY: Partial<Record<IdentifierType, RegExp>> = {
  ACTA: /\/0+$/,
  NUE: /^N(\d)\1{8}$/,
  PPNNA_FOLIO: /-0+$/,
  CURP: /^XEXX010101[HM]NEXXXA\d$/,
}

/** The canonical writing of a text without blanks, or null. */
function write(type: IdentifierType, text: string): string | null {
  switch (type) {
    case 'ACTA': {
      const [, state = '', year = '', number = ''] = ACTA.exec(text) ?? []
      return number ? `INM/${state}/${year}/${number.padStart(7, '0')}` : null
    }
    case 'PPNNA_FOLIO': {
      const [, state = '', year = '', number = ''] = PPNNA_FOLIO.exec(text) ?? []
      return number ? `PPNNA-${state}-${year}-${number.padStart(6, '0')}` : null
    }
    case 'NUE': {
      const [, digits = ''] = NUE.exec(text) ?? []
      return digits ? `N${digits}` : null
    }
    case 'CURP':
      return CURP.test(text) ? text : null
    default:
      return OTHER.test(text) ? text : null
  }
}

const CURP_ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

/** The last character of a CURP, from its first seventeen (RENAPO, instructivo normativo). */
export function curpCheckDigit(curp: string): string {
  let sum = 0
  for (let place = 0; place < 17; place += 1) sum += CURP_ALPHABET.indexOf(curp.charAt(place)) * (18 - place)
  return String((10 - (sum % 10)) % 10)
}
