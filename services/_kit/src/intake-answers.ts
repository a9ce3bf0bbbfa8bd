/** Lists of questions, a column each, answered yes, no or unknown: guarantees of a determination, items of a checklist. */
import { type CodeList, codesOf } from '@vigia/law/code-list'
import { answer } from './cell-codes.ts'
import type { Column } from './intake-feed.ts'

const columnOf = (code: string) => `answer_${code.toLowerCase()}`

export function answerColumns(list: CodeList): Column[] {
  return codesOf(list).map((code) => {
    const { es = code, aliases = [] } = list[code] ?? {}
    return { name: columnOf(code), titles: [es.toUpperCase(), ...aliases], type: 'text', read: answer }
  })
}

/** SQL: the answers as JSON, by code. What was left blank is unknown, and never "no". */
export function answersOf(list: CodeList): string {
  const pairs = codesOf(list).map((code) => `'${code}', coalesce(s.${columnOf(code)}, 'UNKNOWN')`)
  return `jsonb_build_object(${pairs.join(', ')})`
}
