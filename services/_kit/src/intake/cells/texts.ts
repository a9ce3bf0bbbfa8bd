/** Reads free text: names of people and places, remarks. Stored as text, whatever it looks like. */
import { type CellReader, saysNothing, unfit } from './reading.ts'

/** Letters that hide or turn round what is read: bidi controls, zero width, byte order mark, soft hyphen, tags. */
const HIDDEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const CONTROL = /\p{Cc}/u
/** Where no plain letter of a name is missing, nothing else needs to be looked for. */
const PLAIN = /^[A-Za-zÁÉÍÓÚÜÑáéíóúüñ'.,()/0-9-]+( [A-Za-zÁÉÍÓÚÜÑáéíóúüñ'.,()/0-9-]+)*$/
const BLANKS = /\s+/gu

export const NAME_LENGTH = 200

/** A person's name or surname: one line, at most 200 letters, no letter that hides. */
export const name: CellReader = (text) => {
  if (text.length <= NAME_LENGTH && PLAIN.test(text)) return text
  if (CONTROL.test(text)) return unfit('El nombre contiene caracteres de control o saltos de renglón.')
  return checked(text, NAME_LENGTH)
}

/** A text of one paragraph: line breaks become blanks. */
export function words(length: number): CellReader {
  return (text) => {
    if (text.length <= length && PLAIN.test(text)) return saysNothing(text) ? null : text
    const line = text.replace(BLANKS, ' ')
    if (CONTROL.test(line)) return unfit('El texto contiene caracteres de control.')
    return saysNothing(line) ? null : checked(line, length)
  }
}

function checked(text: string, length: number) {
  if (HIDDEN.test(text)) return unfit('Contiene caracteres invisibles o que invierten el texto.')
  if (!text.isWellFormed() || text.includes('\ufffd')) return unfit('Contiene caracteres dañados por la codificación.')
  if (text.length > length) return unfit(`Es más largo de ${length} caracteres.`)
  return text.normalize('NFC').replace(BLANKS, ' ')
}
