/** A code as the database holds it, proved to be of its list: the constraints hold the columns to the lists of the law. */
import { type CodeIn, type CodeList, isCodeOf } from '@vigia/law/code-list'

export function known<List extends CodeList>(list: List, code: string): CodeIn<List> {
  if (!isCodeOf(list, code)) throw new Error(`The database holds a code that no list knows: ${code}`)
  return code
}

export function knownOrNull<List extends CodeList>(list: List, code: string | null): CodeIn<List> | null {
  return code === null ? null : known(list, code)
}

export function allKnown<List extends CodeList>(list: List, codes: readonly string[]): CodeIn<List>[] {
  return codes.map((code) => known(list, code))
}

/** Answers to questions by their code, as a column of JSON holds them. A question that nobody asked has no answer. */
export function answersIn(column: unknown): Readonly<Record<string, string>> {
  if (typeof column !== 'object' || column === null || Array.isArray(column)) return {}
  const isAnswer = (pair: [string, unknown]): pair is [string, string] => typeof pair[1] === 'string'
  return Object.fromEntries(Object.entries(column).filter(isAnswer))
}
