/** The document of a list, made of its columns, and how its answer is read: one question a page, as whoever asks. */
import { toldOfOthers } from '@vigia/law/competence'
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { ofOthers } from './acts-of-others.ts'
import type { Column, ExportList } from './columns.ts'

/** Pages of the list itself. */
const PAGE = 100
/** Where rows lie in pages of their own most records have none or few: many are asked at once, which stays within the limits. */
const FEW_ROWS_EACH = 4
/** Where one has more: so few records that the question stays within the limits, and of each as many rows as a file takes. */
const [FEW, ROWS_EACH] = [20, 40]
/** Of acts it is asked whose each is, which is a record more for each row. */
const FEW_OF_ACTS = 10

export interface Plan {
  list: ExportList
  query: string
  /** The same of fewer records and with more rows of each, for where a page is cut; null where rows lie in no pages of their own. */
  deeper: string | null
  /** What is told of a row that is an act of others, whose other cells say so; null where no row is an act. */
  told: ReadonlySet<string> | null
  read: (data: unknown) => Page
  /** Asks how many rows there are in all; null where the list does not tell. */
  count: string | null
  readCount: (data: unknown) => number | null
}

export interface Page {
  rows: readonly FoundRow[]
  /** Where the next one begins; null after the last. */
  next: string | null
  /** Some record has more rows than were asked of it. */
  isCut: boolean
}

export interface FoundRow {
  /** The id of its child. */
  child: string | null
  /** As the graph gave them, in the order of the columns. */
  values: readonly unknown[]
  /** Of each column the counts among which it is. */
  parts?: readonly (readonly (number | null)[])[]
}

export function planOf(schema: GraphQLSchema, list: ExportList): Plan {
  const [root, inner] = [stepsOf(list.root), list.inner === null ? [] : stepsOf(list.inner)]
  const isPaged = endsInPages(schema, root, 'Query')
  const record = typeAt(schema, root, 'Query')
  const hasPagesWithin = inner.length > 0 && endsInPages(schema, inner, record)
  const told = toldOfOthers(inner.length > 0 ? typeAt(schema, inner, record) : record)
  const paths = [
    ...list.columns.flatMap(({ at, among }) => [at, ...(among?.parts ?? [])]),
    ...(list.child === null ? [] : [list.child]),
    ...(told === null ? [] : ['competence.side']),
  ]
  const outer = paths.filter((at) => at.startsWith('^')).map((at) => at.slice(1))
  const own = selection(paths.filter((at) => !at.startsWith('^')))
  const bodyOf = (records: number, rowsEach: number) => {
    const within = hasPagesWithin ? pageOf(`first: ${rowsEach}`, own, 'hasNextPage') : { given: '', set: own }
    const each = inner.length === 0 ? own : `${selection(outer)} ${nested(inner, within)}`
    if (!isPaged) return nested(root, { given: '', set: each })
    return nested(root, pageOf(`first: ${records}, after: $after`, each, 'hasNextPage endCursor'))
  }
  const queryOf = (body: string) => `query Export${variablesOf(list, body)} { ${body} }`
  const total = nested(root, { given: '', set: 'totalCount' })
  const isCounted = isPaged && inner.length === 0 && hasTotal(schema, root)
  return {
    list,
    told,
    query: queryOf(bodyOf(PAGE, FEW_ROWS_EACH)),
    deeper: isPaged && hasPagesWithin ? queryOf(bodyOf(told === null ? FEW : FEW_OF_ACTS, ROWS_EACH)) : null,
    read: (data) => read(list, told, data),
    count: isCounted ? `query Count${variablesOf(list, total)} { ${total} }` : null,
    readCount: (data) => countIn(valueAt(data, [...root, 'totalCount'])),
  }
}

const countIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function hasTotal(schema: GraphQLSchema, root: readonly string[]): boolean {
  const page = schema.getType(fieldType(schema, typeAt(schema, root.slice(0, -1), 'Query'), nameOf(root.at(-1) ?? '')))
  return isObjectType(page) && Object.hasOwn(page.getFields(), 'totalCount')
}

interface Set {
  given: string
  set: string
}

const pageOf = (given: string, each: string, info: string): Set => ({
  given,
  set: `edges { node { ${each} } } pageInfo { ${info} }`,
})

function variablesOf({ filter }: ExportList, body: string): string {
  const declared = { $after: 'String', $period: 'PeriodInput!', $filter: filter }
  const used = Object.entries(declared).filter(([name]) => body.includes(name))
  return used.length === 0 ? '' : `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})`
}

/** Fields one within the other; the last holds the set, and is given what the set needs. */
function nested(steps: readonly string[], { given, set }: Set): string {
  const [step = '', ...further] = steps
  if (further.length > 0) return `${step} { ${nested(further, { given, set })} }`
  const asked = given === '' ? step : step.endsWith(')') ? `${step.slice(0, -1)}, ${given})` : `${step}(${given})`
  return `${asked} { ${set} }`
}

/** Paths with a beginning in common are asked once. */
function selection(paths: readonly string[]): string {
  const byFirst = Map.groupBy(paths.map(stepsOf), ([first]) => first ?? '')
  const fields = [...byFirst].map(([first, all]) => {
    const deeper = all.flatMap(([, ...rest]) => (rest.length > 0 ? [rest.join('.')] : []))
    return deeper.length > 0 ? `${first} { ${selection(deeper)} }` : first
  })
  return fields.join(' ')
}

const stepsOf = (path: string): string[] => path.split(/\.(?![^(]*\))/)
const nameOf = (step: string): string => step.replace(/\(.*/, '')

/** The type of the records at the end of a path: behind edges and node, where it ends in pages. */
export function typeAt(schema: GraphQLSchema, steps: readonly string[], from: string): string {
  return steps.reduce((name, step) => {
    const behind = behindPages(schema, fieldType(schema, name, nameOf(step)))
    return behind
  }, from)
}

function behindPages(schema: GraphQLSchema, name: string): string {
  return name.endsWith('Connection') ? fieldType(schema, fieldType(schema, name, 'edges'), 'node') : name
}

function endsInPages(schema: GraphQLSchema, steps: readonly string[], from: string): boolean {
  const last = steps.at(-1) ?? ''
  const parent = typeAt(schema, steps.slice(0, -1), from)
  return fieldType(schema, parent, nameOf(last)).endsWith('Connection')
}

function fieldType(schema: GraphQLSchema, type: string, field: string): string {
  const of = schema.getType(type)
  const found = isObjectType(of) ? of.getFields()[field] : undefined
  if (!found) throw new Error(`The graph has no field ${type}.${field}, of which an export is made.`)
  return getNamedType(found.type).name
}

function read(list: ExportList, told: Plan['told'], data: unknown): Page {
  const at = valueAt(data, stepsOf(list.root))
  const records = rowsIn(at)
  const inner = list.inner === null ? null : stepsOf(list.inner)
  let isCut = false
  const rows = records.flatMap((record) => {
    const lists = inner ? valueAt(record, inner) : record
    if (inner && infoOf(lists)?.['hasNextPage'] === true) isCut = true
    return (inner ? rowsIn(lists) : [lists]).map((row) => ({
      child: list.child === null ? null : childAt(list.child, record, row),
      values: list.columns.map((column) => ofOthers(row, column, told) ?? cellAt(column, record, row)),
      parts: list.columns.map(({ among }) => among?.parts.flatMap((at) => countsAt(stepsOf(at), row)) ?? []),
    }))
  })
  const info = infoOf(at)
  return { rows, next: info?.['hasNextPage'] === true ? String(info['endCursor']) : null, isCut }
}

const cellAt = ({ at }: Pick<Column, 'at'>, record: unknown, row: unknown): unknown =>
  at.startsWith('^') ? valueAt(record, stepsOf(at.slice(1))) : valueAt(row, stepsOf(at))

function childAt(at: string, record: unknown, row: unknown): string | null {
  const id = cellAt({ at }, record, row)
  return typeof id === 'string' ? id : null
}

/** Null wherever something on the way is. */
function valueAt(from: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => fieldOf(value, nameOf(step)) ?? null, from)
}

/** What stands at the end of a path, once for each item of every list on the way. */
const countsAt = (steps: readonly string[], from: unknown): (number | null)[] =>
  steps
    .reduce<unknown[]>((values, step) => values.flatMap((value) => fieldOf(value, nameOf(step)) ?? null), [from])
    .map(countIn)

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/** Of pages their nodes, of a list its items, of one record itself. */
function rowsIn(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  const edges = fieldOf(value, 'edges')
  if (Array.isArray(edges)) return edges.map((edge) => fieldOf(edge, 'node'))
  return Array.isArray(value) ? value : [value]
}

function infoOf(value: unknown): Record<string, unknown> | null {
  return (fieldOf(value, 'pageInfo') as Record<string, unknown> | undefined) ?? null
}
