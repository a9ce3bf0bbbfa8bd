/** What a column of an export is: where its value stands in a row of the graph, what it is called, how it is written. */
import { CODE_LISTS, type CodeListName } from '@vigia/law/code-lists'

export type Language = 'es' | 'en'

export interface Column {
  /** Fields from the row on, joined by dots; from the record around it where it begins with `^`. */
  at: string
  label: Readonly<Record<Language, string>>
  /** `day`: an instant is written as its local day alone. `small`: a count that is withheld from 1 to 4. */
  form: 'text' | 'day' | 'code' | 'number' | 'small' | 'yes-no'
  /** Whose official words are written in the place of the code. */
  codes: CodeListName | null
  /** Where the count stands of which this one is a part: withheld too where of the rest are 1 to 4. */
  of?: string
  /** Where all parts stand of which it is one, or all but one, which another file tells: withheld with that part. */
  among?: { readonly parts: readonly string[]; readonly at: number }
  /** Hangs on no other cell of its row: the row that stands for nobody may have it of any. */
  isFree?: true
}

const column =
  (form: Column['form']) =>
  (at: string, es: string, en: string): Column => ({ at, label: { es, en }, form, codes: null })

export const text = column('text')
export const day = column('day')
export const number = column('number')
export const small = column('small')
export const yesNo = column('yes-no')
export const partOf = (total: string, among: NonNullable<Column['among']>, part: Column): Column => ({
  ...part,
  of: total,
  among,
})

/** A code, under the name of its list unless it has another. */
export const code = (at: string, codes: CodeListName, label: Column['label'] = CODE_LISTS[codes]): Column => ({
  at,
  label: { es: label.es, en: label.en },
  form: 'code',
  codes,
})

export const free = (column: Column): Column => ({ ...column, isFree: true })

export interface ExportList {
  name: string
  label: Readonly<Record<Language, string>>
  /** `CHILDREN`: a row is of one child, whom a reference of this file alone stands for. `COUNTS`: no row is of anybody. */
  kind: 'COUNTS' | 'RECORDS' | 'CHILDREN'
  /** Where the records lie, from the top of the graph. */
  root: string
  /** Where the rows of one record lie in it; null where the record is the row. */
  inner: string | null
  /** Where the id of the child stands, as in a column. Never written: the reference is made of it. */
  child: string | null
  /** The input type of `$filter`, and what of it can be asked. */
  filter: string | null
  takes: readonly ('state' | 'period')[]
  /** Said where state and period are not those of the rows. */
  narrows?: Readonly<Record<Language, string>>
  columns: readonly Column[]
  /** Rows of one state are parts of a total that another file tells, by their last column. */
  areParts?: true
  /** Rows of one state are how many came so far, none more than the one before. */
  areStages?: true
}

/** What a list takes whose filter, of this input type, has both. */
export const byStateAndPeriod = (filter: string) => ({ filter, takes: ['state', 'period'] as const })

/** Alerts: most are of one child (security.md T16). */
export const OF_ONE_CHILD_EACH = { kind: 'CHILDREN', child: 'child.id' } as const

/** A list of records that are of no child, each of them a row unless said otherwise. */
export const ofRecords = (
  list: Pick<ExportList, 'name' | 'label' | 'root' | 'columns'> & Partial<ExportList>,
): ExportList => ({ kind: 'RECORDS', inner: null, child: null, filter: null, takes: [], ...list })

/** Of an alert, to whoever oversees the duty and to whoever owes it. */
export const OF_ALERTS: readonly Column[] = [
  text('number', 'Número de la regla', 'Number of the rule'),
  code('kind', 'ALERT_KIND'),
  code('severity', 'ALERT_SEVERITY'),
  text('state.name', 'Entidad', 'State'),
  text('citation', 'Fundamento', 'Rests on'),
  text('subject.feed', 'Archivo que falta', 'File that is owed'),
  code('subject.authority', 'AUTHORITY', {
    es: 'De quién es el archivo, los datos o el puesto',
    en: 'Whose the file, the data or the post is',
  }),
  day('since', 'Desde', 'Since'),
  day('openedAt', 'Levantada', 'Raised'),
  day('resolvedAt', 'Resuelta', 'Resolved'),
]
