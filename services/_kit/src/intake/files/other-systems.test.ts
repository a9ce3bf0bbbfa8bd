/** Excel offers "CSV (MS-DOS)" and "CSV (Macintosh)" beside the others: their letters are other bytes. */
import { expect, test } from 'vitest'
import { FileRefused } from './file-refused.ts'
import { Letters } from './other-systems.ts'

/** Spanish letters, in the order of the bytes that each alphabet has for them. */
const LETTERS = 'áéíóúñÑüÁÉÍÓÚ'
const BYTES = {
  windows: [0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xf1, 0xd1, 0xfc, 0xc1, 0xc9, 0xcd, 0xd3, 0xda],
  dos: [0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0x81, 0xb5, 0x90, 0xd6, 0xe0, 0xe9],
  macintosh: [0x87, 0x8e, 0x92, 0x97, 0x9c, 0x96, 0x84, 0x9f, 0xe7, 0x83, 0xea, 0xee, 0xf2],
}
const written = (text: string, bytes: readonly number[]) =>
  Buffer.from([...text].map((letter) => bytes[LETTERS.indexOf(letter)] ?? letter.charCodeAt(0)))

/** The kind of CSV as which it is refused; null where it is of Windows. */
function systemOf(bytes: Uint8Array): string | null {
  const letters = new Letters()
  try {
    letters.ofWindows(letters.weigh(bytes, 2))
    return null
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return /«CSV \((.*?)\)»/.exec(error.message)?.[1] ?? ''
  }
}

test.each(['Ana Hernández', 'Jesús Martínez Peña', 'Casa del Niño', 'MUÑOZ,JESÚS', 'José López;Tuxtla Gutiérrez'])(
  '%s is told to be of MS-DOS, and as Windows writes it of Windows',
  (text) => {
    expect(systemOf(written(text, BYTES.dos))).toBe('MS-DOS')
    expect(systemOf(written(text, BYTES.windows))).toBeNull()
  },
)

test.each(['Ana Hernández', 'Jesús Martínez Peña', 'José López'])('%s is told to be of a Macintosh', (text) => {
  expect(systemOf(written(text, BYTES.macintosh))).toBe('Macintosh')
})

test.each([
  ['an apostrophe and a dash', 'O\x92Brien \x96 D\x92Alessandro'],
  ['a blank of web pages between words', 'Ana\xa0Mar\xeda de\xa0la\xa0O'],
  ['quotes, exclamations, degrees and ordinals', '\x93\xa1Hola!\x94 3\xaa 20\xb0'],
])('%s of Windows are those of no other system', (_what, text) => {
  expect(systemOf(Buffer.from(text, 'latin1'))).toBeNull()
})
