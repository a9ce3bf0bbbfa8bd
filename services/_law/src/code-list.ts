/**
 * What every code list is: a table of codes with their Spanish and English label, and a fast reader of
 * what an authority wrote in a cell. Matches the code, both labels and the aliases, whatever the accents,
 * the case, the blanks and the punctuation.
 */
export interface Label {
  /** The official word, in Spanish. */
  readonly es: string
  readonly en: string
  /** Other ways in which authorities write it. */
  readonly aliases?: readonly string[]
}

export type CodeList = Readonly<Record<string, Label>>
export type CodeIn<List extends CodeList> = Extract<keyof List, string>

/** Text as it is compared: no accents, upper case, single blanks, trimmed. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toUpperCase().replace(BLANKS, ' ').trim()
}

/** Like fold, and without punctuation: "Edo. Méx." and "EDO MEX", "IN_CARE" and "in care" are one. */
export function looseKey(text: string): string {
  return fold(text).replace(PUNCTUATION, ' ').replace(BLANKS, ' ').trim()
}

/** The code that the text means, or null where no code, label or alias of the list matches it. */
export function codeOf<List extends CodeList>(list: List, text: string): CodeIn<List> | null {
  return readerOf(list)(text) as CodeIn<List> | null
}

/** The codes of a list, in its order. */
export function codesOf<List extends CodeList>(list: List): [CodeIn<List>, ...CodeIn<List>[]] {
  return Object.keys(list) as [CodeIn<List>, ...CodeIn<List>[]]
}

export function isCodeOf<List extends CodeList>(list: List, code: string): code is CodeIn<List> {
  return Object.hasOwn(list, code)
}

/**
 * A reader of texts from pairs of spelling and code. Throws where two codes claim one spelling.
 * Remembers the spellings it has met, so that reading one again is a single look-up.
 */
export function makeReader<Code extends string>(
  pairs: Iterable<readonly [spelling: string, code: Code]>,
): (text: string) => Code | null {
  const byKey = new Map<string, Code>()
  for (const [spelling, code] of pairs) {
    const key = looseKey(spelling)
    const claimed = byKey.get(key) ?? code
    if (claimed !== code) throw new Error(`"${spelling}" means both ${claimed} and ${code}`)
    byKey.set(key, code)
  }
  const met = new Map<string, Code | null>()
  return (text) => {
    const known = met.get(text)
    if (known !== undefined) return known
    const code = byKey.get(looseKey(text)) ?? null
    if (met.size >= SPELLINGS_KEPT) met.clear()
    met.set(text, code)
    return code
  }
}

const MARKS = /\p{M}/gu
const BLANKS = /\s+/gu
const PUNCTUATION = /[._,;:()[\]"'’“”/\\*-]/gu

/** A bound on memory: spellings come from files that strangers write. */
const SPELLINGS_KEPT = 20_000

const readers = new WeakMap<CodeList, (text: string) => string | null>()

function readerOf(list: CodeList): (text: string) => string | null {
  const kept = readers.get(list)
  if (kept) return kept
  const reader = makeReader(spellingsOf(list))
  readers.set(list, reader)
  return reader
}

function* spellingsOf(list: CodeList): Generator<[string, string]> {
  for (const [code, { es, en, aliases = [] }] of Object.entries(list)) {
    for (const spelling of [code, es, en, ...aliases]) yield [spelling, code]
  }
}
