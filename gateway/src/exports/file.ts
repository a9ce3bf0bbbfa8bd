/** The file itself: who took it out, when and what for, then the titles, then the rows. */
import { CODE_LISTS } from '@vigia/law/code-lists'
import { localDateTimeOf } from '@vigia/law/mexican-time'
import type { Column, ExportList } from './columns.ts'
import { BYTE_ORDER_MARK, lineOf, written } from './csv.ts'
import { type Kept, numberOf } from './export-store.ts'
import type { FoundRow } from './plan.ts'
import { type Cells, referencesOfOneFile, withDecoy } from './references.ts'
import { partsWritten, partWritten, stagesWritten } from './withheld.ts'

export type Described = Pick<
  Kept,
  'id' | 'sub' | 'name' | 'role' | 'filter' | 'language' | 'purpose' | 'decoy' | 'approvedBy'
>

const WORDS = {
  es: {
    product: 'Vigía: exportación',
    list: 'Lista',
    by: 'Hecha por',
    approved: 'Aprobada por',
    purpose: 'Para',
    at: 'Fecha (Ciudad de México)',
    filter: 'Filtro',
    narrowed: { state: 'entidad', from: 'desde', to: 'hasta' },
    note: 'Aviso',
    synthetic: 'Registro SINTÉTICO: ninguna de estas personas existe.',
    decoy:
      'Un renglón no corresponde a nadie: dice de qué exportación viene este archivo. Las referencias valen solo en él.',
    parts:
      '<5 es de una a cuatro; ≥5 y • se reservan para que el total de la entidad, con las demás, no diga cuántas son esas.',
    reference: 'Referencia',
  },
  en: {
    product: 'Vigía: export',
    list: 'List',
    by: 'Made by',
    approved: 'Approved by',
    purpose: 'Purpose',
    at: 'Date (Mexico City)',
    filter: 'Filter',
    narrowed: { state: 'state', from: 'from', to: 'to' },
    note: 'Note',
    synthetic: 'SYNTHETIC registry: none of these people exist.',
    decoy: 'One row stands for nobody: it says from which export this file comes. The references hold in it alone.',
    parts:
      '<5 is one to four; ≥5 and • are withheld so that the total of the state, with the others, does not tell those.',
    reference: 'Reference',
  },
} as const

export interface Source {
  of: Described
  list: ExportList
  isSynthetic: boolean
  now: Date
  pages: AsyncIterable<readonly FoundRow[]>
  /** Told of each page how many rows it has. */
  onRows: (rows: number) => void
}

/**
 * In pieces of a page each; those before the first row are empty, since nobody knows until then whether there is anything to stand for. Of a
 * list of nobody no row stands for nobody, and none is promised.
 */
export async function* fileOf({ of, list, isSynthetic, now, pages, onRows }: Source): AsyncGenerator<string> {
  const head = (isOfSomebody: boolean) => BYTE_ORDER_MARK + headOf(of, list, { isSynthetic, now, isOfSomebody })
  const referenceOf = referencesOfOneFile()
  const isFree = [false, ...list.columns.map((column) => column.isFree === true)]
  let { decoy } = of
  let isBegun = false
  for await (const page of pages) {
    onRows(page.length)
    const cells = page.map((row) => cellsOf(row, list, of.language, referenceOf))
    const rows = withheldIn(cells, page, list)
    if (rows.length > 0 && !isBegun) yield head(true)
    isBegun ||= rows.length > 0
    yield (decoy === null ? rows : withDecoy(rows, decoy, isFree)).map(lineOf).join('')
    if (rows.length > 0) decoy = null
  }
  if (!isBegun) yield head(false)
}

/** The rows of a state stand together, in one page: its name comes first, and the count last. */
function withheldIn(rows: Cells[], page: readonly FoundRow[], { areParts, areStages, columns }: ExportList): Cells[] {
  if (!areParts && !areStages) return rows
  const writtenOf = areParts ? partsWritten : stagesWritten
  const byCode = byCodes(columns)
  const parts = page.map(({ values }) => (typeof values.at(-1) === 'number' ? Number(values.at(-1)) : null))
  return [...Map.groupBy(rows.keys(), (at) => page[at]?.values[0]).values()].flatMap((ofState) => {
    const places = ofState.toSorted((a, b) => byCode(page[a]?.values ?? [], page[b]?.values ?? []))
    const written = writtenOf(places.map((at) => parts[at] ?? null))
    return places.map((at, i) => [...(rows[at] ?? []).slice(0, -1), written[i] ?? ''])
  })
}

/** In the order of the code lists: the graph gives some with the largest first, and where a withheld one stands would tell how large it is. */
function byCodes(columns: ExportList['columns']) {
  const places = columns.map(({ codes }) => new Map((codes ? Object.keys(CODE_LISTS[codes].codes) : []).map(inOrder)))
  const placeOf = (value: unknown, at: number) => places[at]?.get(String(value)) ?? Number.POSITIVE_INFINITY
  return (a: readonly unknown[], b: readonly unknown[]): number => {
    const differing = columns.findIndex(({ codes }, at) => codes && placeOf(a[at], at) !== placeOf(b[at], at))
    return differing < 0 ? 0 : placeOf(a[differing], differing) - placeOf(b[differing], differing)
  }
}

const inOrder = (code: string, at: number): [string, number] => [code, at]

interface Circumstances extends Pick<Source, 'isSynthetic' | 'now'> {
  isOfSomebody: boolean
}

function headOf(of: Described, list: ExportList, { isSynthetic, now, isOfSomebody }: Circumstances): string {
  const words = WORDS[of.language]
  const named: Readonly<Record<string, string>> = words.narrowed
  const filter = Object.entries(of.filter).map(([name, value]) => `${named[name] ?? name} ${value}`)
  const lines = [
    [words.product, numberOf(of.id)],
    [words.list, list.label[of.language]],
    [words.by, `${of.name} (${of.sub}, ${of.role})`],
    ...(of.approvedBy === null ? [] : [[words.approved, of.approvedBy]]),
    [words.purpose, of.purpose],
    [words.at, localDateTimeOf(now)],
    [words.filter, filter.length > 0 ? filter.join(', ') : '–'],
    ...(list.narrows && filter.length > 0 ? [[words.note, list.narrows[of.language]]] : []),
    ...(isSynthetic ? [[words.note, words.synthetic]] : []),
    ...(list.areParts || list.areStages || list.columns.some((column) => column.of) ? [[words.note, words.parts]] : []),
    ...(of.decoy !== null && isOfSomebody ? [[words.note, words.decoy]] : []),
    [],
    [...(list.child === null ? [] : [words.reference]), ...list.columns.map(({ label }) => label[of.language])],
  ]
  return lines.map(lineOf).join('')
}

/** Nobody knows a row of nobody's: where its child is not the asker's, the reference is empty. */
function cellsOf(
  { child, values, parts }: FoundRow,
  { columns, child: hasChild }: ExportList,
  language: Described['language'],
  referenceOf: (child: string) => string,
): Cells {
  const cells = columns.map((column: Column, at) => {
    const [part, total] = [values[at], values[columns.findIndex((one) => one.at === column.of)]]
    const among = { parts: parts?.[at] ?? [], at: column.among?.at ?? 0 }
    const withheld = typeof part === 'number' && typeof total === 'number' ? partWritten(part, total, among) : null
    return withheld ?? written(part, column, language)
  })
  if (hasChild === null) return cells
  return [child === null ? '' : referenceOf(child), ...cells]
}
