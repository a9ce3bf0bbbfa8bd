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
