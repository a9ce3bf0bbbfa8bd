/** Reads the numbers that authorities give to a child, a file or a place, by the forms of the law package. */
import { looseKey } from '@vigia/law/code-list'
import { counselKeyOf } from '@vigia/law/counsel-keys'
import { type IdentifierType, readIdentifier } from '@vigia/law/identifiers'
import { type CellReader, saysNothing, unfit } from './reading.ts'

/** As offices write in the place of a number that there is none, or none yet. Taken for one, it would be a measure or an act that nobody has taken. */
const NO_NUMBER = new RegExp(
  '^(?:S ?N|X+|0+|NO(?: [A-Z]+)*|SIN (?:NUMERO|NUM|NO|FOLIO|CLAVE|EXPEDIENTE|ACTA|MEDIDA|DATOS?|REGISTRO|ASIGNAR|OFICIO|' +
    'DETERMINACION|BID|PLAN|QUEJA|DOCUMENTOS?|PASAPORTE|CURP|NUE)|PENDIENTES?(?: [A-Z]+)*|EN (?:TRAMITE|PROCESO)(?: [A-Z]+)*|' +
    'POR (?:ASIGNAR|DEFINIR|CONFIRMAR|EMITIR)|NINGUN[OA](?: [A-Z]+)*|(?:SE )?DESCONOCE|DESCONOCID[OA]|INDOCUMENTAD[OA])$',
)
const LONGEST = 40
/** Every number has one. Most cells need no closer look. */
const DIGIT = /[1-9]/

const saysNoNumber = (text: string) =>
  !DIGIT.test(text) && (saysNothing(text) || (text.length <= LONGEST && NO_NUMBER.test(looseKey(text))))

const OF_NOBODY = unfit('Es un número de relleno, que no es de nadie: escriba el suyo, o nada si no se conoce.')

const A_DAY = unfit(
  'Parece una fecha: la hoja de cálculo toma un número como 1/2026 por un día. Dé a la columna el formato de texto y escríbalo otra vez.',
)

const FORMS: Partial<Record<IdentifierType, string>> = {
  ACTA: 'INM/07/2024/0123456',
  NUE: 'N y nueve dígitos',
  CURP: '18 letras y dígitos con fecha y entidad que existen; si no se conoce entera, deje la celda vacía',
  PPNNA_FOLIO: 'PPNNA-07-2024-012345',
}

export const acta = identifier('ACTA')
export const nue = identifier('NUE')
export const folio = identifier('PPNNA_FOLIO')

const readCurp = identifier('CURP')

/** RENAPO writes it in capitals; small letters are a sign of retyping. The one that foreigners get who have none says that there is none. */
export const curp: CellReader = (text, now) => {
  if (saysNoNumber(text) || readIdentifier('CURP', text).fault === 'OF_NOBODY') return null
  if (!/\d/.test(text)) return unfit('No es una CURP: si no se conoce, deje la celda vacía.')
  return /[a-zñ]/.test(text) ? unfit('La CURP se escribe con mayúsculas.') : readCurp(text, now)
}

/** A reader of the numbers of one issuer. */
export function identifier(type: IdentifierType): CellReader {
  return (text) => {
    if (saysNoNumber(text)) return null
    const { value, fault } = readIdentifier(type, text)
    if (value !== null) return value
    if (fault === 'OF_NOBODY') return OF_NOBODY
    if (fault === 'CHECK_DIGIT') return unfit('El dígito verificador no corresponde.')
    return unfit(`No tiene la forma debida (${FORMS[type] ?? 'letras, dígitos, diagonal, punto y guion'}).`)
  }
}

/** The number of counsel: a lawyer's cédula profesional, or an organisation's CLUNI. */
export const counselKey: CellReader = (text) => {
  if (saysNoNumber(text)) return null
  return counselKeyOf(text) ?? unfit('No es una cédula profesional (5 a 8 dígitos) ni una CLUNI (14 letras y dígitos).')
}

/**
 * What a spreadsheet makes of 1/2026: the first of January, which a CSV then shows as ene-26. Taken as it stands, the file or complaint would be
 * another one beside itself.
 */
const MONTH = '(?:ENE|FEB|MAR|ABR|MAY|JUN|JUL|AGO|SEPT?|OCT|NOV|DIC)'
const TURNED_INTO_A_DAY = new RegExp(
  `^(?:20\\d\\d-(?:0[1-9]|1[0-2])-01|(?:\\d{1,2}[-/])?${MONTH}[-/]\\d{2,4}|\\d{1,2}[-/]${MONTH})$`,
)

const REFERENCE = /^[A-Z0-9ÑÁÉÍÓÚÜ][A-Z0-9ÑÁÉÍÓÚÜ/._ #-]{0,59}$/
const BLANKS = /\s+/gu

/** The number or key of anything else: capitals, single blanks. */
export const reference: CellReader = (text) => {
  const upper = text.toUpperCase().replace(BLANKS, ' ')
  if (saysNoNumber(upper)) return null
  if (TURNED_INTO_A_DAY.test(upper)) return A_DAY
  return REFERENCE.test(upper)
    ? upper
    : unfit('No es un número o clave: letras, dígitos, diagonal, punto y guion, hasta 60.')
}
