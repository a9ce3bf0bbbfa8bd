/** Reads free text: names of people and places, remarks. Stored as text, whatever it looks like. */
import { type CellReader, namesNothing, saysNothing, unfit } from './reading.ts'

/** Letters that hide or turn round what is read: bidi controls, zero width, byte order mark, soft hyphen, tags. */
const HIDDEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const CONTROL = /\p{Cc}/u
/** Where no plain letter of a name is missing, nothing else needs to be looked for. */
const PLAIN = /^[A-Za-zÁÉÍÓÚÜÑáéíóúüñ'.,()/0-9-]+( [A-Za-zÁÉÍÓÚÜÑáéíóúüñ'.,()/0-9-]+)*$/
const BLANKS = /\s+/gu
/** How offices write that a name is not known. Not "na", "sd" or "n. e.", which may be a name or its initials. */
const NO_NAME =
  /^(?:[-–—*._/]+|\\n|[ns]\/[adens]|sin (?:datos?|nombre|apellidos?|(?:primer|segundo) apellido)|no (?:especificad[oa]|aplica|tiene|proporcion[aóo])|se (?:desconoce|ignora)|desconocid[oa]|ningun[oa])\.?$/i
/** UTF-8 that was read as Latin-1 and written again: "JosÃ©". No language has these side by side. */
const READ_WRONG = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u
/** What becomes of an accented letter that was read by another alphabet, or had no place in one: "Jos‚", "Pe?a". */
const NO_LETTER = /[¡¢£¤¥¦§©«¬®±²³µ¶¹»¼½¾¿×÷‚ƒ„…†‡ˆ‰€]|\p{L}\?\p{L}/u

export const NAME_LENGTH = 200

const DAMAGED = unfit('Contiene caracteres dañados por la codificación: guarde el archivo como «CSV UTF-8».')

/** A person's name or surname: one line, at most 200 letters, no letter that hides. Nothing where it says that none is known. */
export const name: CellReader = (text) => {
  if (NO_NAME.test(text)) return null
  if (text.length <= NAME_LENGTH && PLAIN.test(text)) return text
  if (CONTROL.test(text)) return unfit('El nombre contiene caracteres de control o saltos de renglón.')
  if (NO_LETTER.test(text)) return DAMAGED
  return checked(text, NAME_LENGTH)
}

/** As offices write that a given name is not known. */
export const NO_GIVEN_NAMES = 'S/D'

/** As `name`; but that none is known is said, since a surname may stand beside it. */
export const givenNames: CellReader = (text, now) => name(text, now) ?? NO_GIVEN_NAMES

/** A text of one paragraph: line breaks become blanks. */
export function words(length: number, isNothing = saysNothing): CellReader {
  return (text) => {
    if (text.length <= length && PLAIN.test(text)) return isNothing(text) ? null : text
    const line = text.replace(BLANKS, ' ')
    if (CONTROL.test(line)) return unfit('El texto contiene caracteres de control.')
    return isNothing(line) ? null : checked(line, length)
  }
}

/** A letter that had no place in an alphabet; in a remark or an address of the web it may be one that asks. */
const LOST_LETTER = /\p{L}\?\p{L}/u

/** The name of a place or an office, as `words`: with a lost letter it would be another place, beside itself. */
export function named(length: number): CellReader {
  const read = words(length, namesNothing)
  return (text, now) => (LOST_LETTER.test(text) ? DAMAGED : read(text, now))
}

function checked(text: string, length: number) {
  if (HIDDEN.test(text)) return unfit('Contiene caracteres invisibles o que invierten el texto.')
  if (!text.isWellFormed() || text.includes('\ufffd') || READ_WRONG.test(text)) return DAMAGED
  if (text.length > length) return unfit(`Es más largo de ${length} caracteres.`)
  return text.normalize('NFC').replace(BLANKS, ' ')
}
