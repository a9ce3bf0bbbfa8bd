/** What somebody else wrote: a word that no line may hold, as the key by which a system names a place, is broken where there is no room. */
import { Fragment } from 'react'

/** No word of Spanish is longer. Shorter ones stay whole, and a column as wide as the longest of them. */
const LONGEST_WORD = 24
const PIECE = 12
const TOO_LONG = new RegExp(`(\\S{${LONGEST_WORD + 1},})`)
const PIECES = new RegExp(`.{1,${PIECE}}`, 'gu')

export function LongWords({ children: text }: { children: string }) {
  if (!TOO_LONG.test(text)) return text
  return text.split(TOO_LONG).map((words, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: of one text they stand in their order.
    <Fragment key={place}>{TOO_LONG.test(words) ? inPieces(words) : words}</Fragment>
  ))
}

const inPieces = (word: string) =>
  (word.match(PIECES) ?? []).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <Fragment key={place}>
      {piece}
      <wbr />
    </Fragment>
  ))
