/** Columns that the files of several services have: those that name a child or a municipality, and those that answer a list of questions. */
import { type CodeList, codesOf } from '@vigia/law/code-list'
import { answer, municipality } from './cells/codes.ts'
import type { Doubtful } from './cells/doubtful.ts'
import { acta, curp, nue } from './cells/identifiers.ts'
import type { Column } from './feed.ts'
import type { Blanks } from './known/left-blank.ts'
import { type Step, whereFilled } from './step.ts'

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

/** RENAPO writes H and M, many offices M and F: the same letter is a girl or a boy. */
export const LETTERS_OF_SEX: Doubtful = {
  ...{ letter: 'M', meaning: 'mujer', against: 'F', sure: 'H' },
  instead: 'H y M, o la palabra entera (Hombre, Mujer)',
}

/** INEGI's key, beside the name of the municipality as the sender writes it. */
export const MUNICIPALITY_KEY: Column = {
  ...{ name: 'municipality_key', type: 'char(5)', read: municipality, isSeldom: true },
  titles: ['CLAVE DE MUNICIPIO', 'Clave municipal', 'Clave del municipio', 'Clave AGEM', 'CVEGEO'],
}

export const MUNICIPALITY_OF_ITS_STATE: Step = whereFilled(
  MUNICIPALITY_KEY.name,
  `
  insert into refusal
  select line, 'CLAVE DE MUNICIPIO', municipality_key, 'La clave es de un municipio de la entidad ' || left(municipality_key, 2)
    || ', y el renglón es de la entidad ' || state || '.'
  from staged where left(municipality_key, 2) <> state`,
)

/**
 * SQL: the key that a known fact `f` has after the row `s`. One that the row does not tell stays as long as the municipality is the
 * same: `isSame` says when its name is, as SQL on both.
 */
export const municipalityKeyAfter = (isSame: string): string =>
  `coalesce(s.municipality_key, case when s.state = f.state and (${isSame}) then f.municipality_key end)`

/** The staging column that holds the answer to a question. */
export const answerColumn = (code: string) => `answer_${code.toLowerCase()}`

/** A column for each question of a list: guarantees of a determination, items of a checklist. */
export function answerColumns(list: CodeList): Column[] {
  return codesOf(list).map((code) => {
    const { es = code, aliases = [] } = list[code] ?? {}
    return { name: answerColumn(code), titles: [es.toUpperCase(), ...aliases], type: 'text', read: answer }
  })
}

const answersBy = (list: CodeList, answerTo: (code: string) => string) =>
  `jsonb_build_object(${codesOf(list).map((code) => `'${code}', coalesce(${answerTo(code)}, 'UNKNOWN')`)})`

/** SQL: the answers as JSON, by code. What was left blank is unknown, and never "no". */
export const answersOf = (list: CodeList): string => answersBy(list, (code) => `s.${answerColumn(code)}`)

/** SQL for one answer of a fact `f` that is known, whose answers stand in `column`: what is left blank now was answered before. */
export const answerAfter = (code: string, column: string): string =>
  `coalesce(s.${answerColumn(code)}, f.${column} ->> '${code}')`

/** Which of the answers a row leaves blank that are known. */
export const blankAnswers = (list: CodeList, column: string): Blanks =>
  Object.fromEntries(
    codesOf(list).map((code) => [
      `${column}.${code}`,
      { told: `s.${answerColumn(code)}`, kept: `nullif(f.${column} ->> '${code}', 'UNKNOWN')` },
    ]),
  )

/** SQL: all of them. */
export const answersAfter = (list: CodeList, column: string): string =>
  answersBy(list, (code) => answerAfter(code, column))
