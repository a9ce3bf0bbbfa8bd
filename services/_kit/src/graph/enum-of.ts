/** A GraphQL enum made from a code list of the law: each value described by its official Spanish word and the English one. */
import { type CodeIn, type CodeList, codesOf } from '@vigia/law/code-list'

/** Values as Pothos wants them, for `builder.enumType(name, { description, values: valuesOf(LIST) })`. */
export function valuesOf<List extends CodeList>(list: List): { [Code in CodeIn<List>]: { description: string } } {
  return Object.fromEntries(codesOf(list).map((code) => [code, { description: wordsOf(list, code) }])) as {
    [Code in CodeIn<List>]: { description: string }
  }
}

function wordsOf<List extends CodeList>(list: List, code: CodeIn<List>): string {
  const label = list[code]
  return label ? `${label.es}. ${label.en}.` : code
}
