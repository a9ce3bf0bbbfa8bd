/** On what each answer of a checklist rests: a column beside the answer, which few files have. */

import { words } from '@vigia/kit/intake/cells/texts'
import { answerAfter, answerColumn } from '@vigia/kit/intake/columns'
import type { Column } from '@vigia/kit/intake/feed'
import type { Blanks } from '@vigia/kit/intake/known/left-blank'
import { CHECKLIST_ITEMS, type ChecklistItem } from '@vigia/law/checklist'
import { codesOf } from '@vigia/law/code-list'

const CODES = codesOf(CHECKLIST_ITEMS)
const shownColumn = (item: ChecklistItem) => `${answerColumn(item)}_shown`
const titleOf = (item: ChecklistItem) => `EVIDENCIA ${CHECKLIST_ITEMS[item].es.toUpperCase()}`

export const SHOWN_COLUMNS: readonly Column[] = CODES.map((item) => ({
  ...{ name: shownColumn(item), titles: [titleOf(item), `Evidencia de ${CHECKLIST_ITEMS[item].es}`] },
  ...{ type: 'text', read: words(500), isSeldom: true },
}))

const wordsBy = (wordsOf: (item: ChecklistItem) => string) =>
  `jsonb_strip_nulls(jsonb_build_object(${CODES.map((item) => `'${item}', ${wordsOf(item)}`).join(', ')}))`

/** SQL on `s`: the words as JSON, by code, of the items of which the row tells it. */
export const SHOWN_BY_ITEM = wordsBy((item) => `s.${shownColumn(item)}`)

/** SQL on `s` and `f`: those of a checklist that is known. What was shown stays with its answer, and goes where the answer is another. */
const shownAfter = (item: ChecklistItem) => `coalesce(s.${shownColumn(item)},
    case when ${answerAfter(item, 'items')} = f.items ->> '${item}' then f.shown_by_item ->> '${item}' end)`
export const SHOWN_BY_ITEM_AFTER = wordsBy(shownAfter)

export const BLANK_SHOWN: Blanks = Object.fromEntries(
  CODES.map((item) => [`shown_by_item.${item}`, { told: `s.${shownColumn(item)}`, kept: shownAfter(item) }]),
)

const pairs = CODES.map((item) => `('${titleOf(item)}', s.${answerColumn(item)}, s.${shownColumn(item)})`)

/** Nothing shows what nobody knows. */
export const SHOWN_WITHOUT_ANSWER = `
  insert into refusal
  select s.line, i.title, i.shown, 'Trae la evidencia de un punto que no se responde.'
  from staged s cross join lateral (values ${pairs.join(', ')}) i(title, answer, shown)
  where i.shown is not null and coalesce(i.answer, 'UNKNOWN') = 'UNKNOWN'`
