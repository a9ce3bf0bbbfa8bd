/** Columns that the files of several services have: those that name a child, and those that answer a list of questions. */
import { type CodeList, codesOf } from '@vigia/law/code-list'
import { answer } from './cells/codes.ts'
import { acta, curp, nue } from './cells/identifiers.ts'
import type { Column } from './feed.ts'
import { answerColumn } from './sql.ts'

/** The columns by which a row names its child; one of them is enough. */
export const CHILD_COLUMNS: readonly Column[] = [
  { name: 'acta', titles: ['ACTA', 'No. de acta', 'Número de acta', 'Folio de acta'], type: 'text', read: acta },
  { name: 'nue', titles: ['NUE', 'Número único de extranjero', 'N.U.E.'], type: 'text', read: nue },
  {
    name: 'curp',
    titles: ['CURP', 'Clave única de registro de población'],
    type: 'text',
    read: curp,
    blind: 'CURP',
  },
]

/** A column for each question of a list: guarantees of a determination, items of a checklist. */
export function answerColumns(list: CodeList): Column[] {
  return codesOf(list).map((code) => {
    const { es = code, aliases = [] } = list[code] ?? {}
    return { name: answerColumn(code), titles: [es.toUpperCase(), ...aliases], type: 'text', read: answer }
  })
}
