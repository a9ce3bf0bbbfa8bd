/** Every column that the database keeps has a line in the impact assessment: group, basis, readers and term (LGPDPPSO arts. 68-71). */
import { careNeedsOf } from '@vigia/law/care-needs'
import { codesOf } from '@vigia/law/code-list'
import { dataLines, INVENTORY } from '@vigia/law/data-inventory'
import { EVERYWHERE } from '@vigia/law/data-kept'
import { RISK_FACTORS } from '@vigia/law/risk-factors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { impactAssessment } from '../../gateway/src/contracts/data-table.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { read } from '../support/source-files.ts'

const SCHEMAS = `table_schema not in ('pg_catalog', 'information_schema', 'public') and table_type = 'BASE TABLE'`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

interface Column {
  schema: string
  table: string
  column: string
}
const columns = () =>
  database.query<Column & Record<string, string>>(
    `select table_schema as schema, table_name as table, column_name as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name) where ${SCHEMAS}`,
  )

/** A line for one schema goes before the line for all. */
function linesFor({ schema, table }: Column) {
  const own = dataLines().filter((line) => line.table === `${schema}.${table}`)
  return own.length > 0 ? own : dataLines().filter((line) => line.table === `*.${table}`)
}

const isAccountedFor = (one: Column): boolean =>
  Object.hasOwn(EVERYWHERE, one.column) || linesFor(one).some(({ columns: of }) => of.includes(one.column))

const nameOf = ({ schema, table, column }: Column) => `${schema}.${table}.${column}`

test('no column is without its line', async () => {
  expect((await columns()).filter((one) => !isAccountedFor(one)).map(nameOf)).toEqual([])
})

test('a new column without its line is seen', async () => {
  await database.query('alter table children.child add column blood_group text')

  const missing = (await columns()).filter((one) => !isAccountedFor(one))
  await database.query('alter table children.child drop column blood_group')

  expect(missing.map(nameOf)).toEqual(['children.child.blood_group'])
})

test('every table has a line, even one whose columns stand everywhere', async () => {
  const tables = await columns()

  expect(tables.filter((one) => linesFor(one).length === 0).map(nameOf)).toEqual([])
})

test('no line is of what is not kept, and no column is in two groups', async () => {
  const known = await columns()
  const isKept = (table: string, column: string) =>
    known.some((one) => one.column === column && [`${one.schema}.${one.table}`, `*.${one.table}`].includes(table))

  const lines = dataLines().flatMap(({ table, columns: of }) => of.map((column) => ({ table, column })))
  expect(lines.filter(({ table, column }) => !isKept(table, column))).toEqual([])
  const namesIn = (isAlso: boolean) =>
    dataLines().flatMap((line) =>
      line.isAlso === isAlso ? line.columns.map((column) => `${line.table}.${column}`) : [],
    )
  const named = namesIn(false)
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([])
  expect(namesIn(true).filter((name) => !named.includes(name))).toEqual([])
  expect(new Set(INVENTORY.map(({ table }) => table)).size).toBe(INVENTORY.length)
})

test('services/DATA.md is what the inventory and the matrix say', () => {
  expect(read('services/DATA.md')).toBe(impactAssessment())
})

test('the assessment names what is sensitive of that which files tell: all that care is told of health, sexual preference, ethnic origin', () => {
  const [, named = ''] = /^\| Which of them are sensitive \(art\. 3 X\)\? \| (.*) \|$/m.exec(impactAssessment()) ?? []

  const ofHealth = careNeedsOf(codesOf(RISK_FACTORS))?.health ?? []
  expect(ofHealth.length).toBeGreaterThan(3)
  for (const code of [...ofHealth, 'LGBTIQ', 'LANGUAGE'] as const) expect(named).toContain(RISK_FACTORS[code].en)
})

test('the assessment says where the log of breaches is kept, whose data there are beside those of children, and how long the keys of logins', () => {
  const text = impactAssessment()

  expect(text).toContain('`recordBreach`')
  expect(text).toMatch(/points at as a danger \(by a hash of the\nname\).*Of whoever uses the registry his account/s)
  const termOf = (table: string) => dataLines().find((line) => line.table === table)?.term
  expect(termOf('sec.key')).not.toBe(termOf('audit.entry'))
  expect(termOf('sec.turn')).not.toBe(termOf('audit.entry'))
})

test('of what is not sealed the assessment does not say that it goes with the keys of the child', () => {
  const plain = dataLines().filter(({ table, group }) => table === 'children.child' && group === 'base')

  expect(plain).toHaveLength(1)
  expect(plain[0]?.term).toContain('what is not sealed stays')
})
