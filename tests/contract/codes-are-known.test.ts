/** The lists of codes stand twice, in the law and in the constraints of the database. They must be the same lists. */
import { COUNTRIES } from '@vigia/law/countries'
import { ANSWERS } from '@vigia/law/people'
import { STATES } from '@vigia/law/states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { COLUMNS_OF_ANSWERS, COLUMNS_OF_CODES, COLUMNS_OF_COUNTRIES, COLUMNS_OF_ONE_CODE } from './coded-columns.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const COLUMNS = [...COLUMNS_OF_ONE_CODE, ...COLUMNS_OF_CODES, ...COLUMNS_OF_ANSWERS]

test.each(COLUMNS)('%s.%s holds the codes of its list', async (table, column, list) => {
  expect(quoted(await constraintOf(table, column))).toEqual(Object.keys(list).sort())
})

test.each(COLUMNS_OF_COUNTRIES)('%s.%s holds countries', async (table, column) => {
  expect(await constraintOf(table, column)).toContain('is_country(')
})

test('the countries of the database are those of the law', async () => {
  expect(quoted(await bodyOf('is_country'))).toEqual(COUNTRIES.map(({ code }) => code).sort())
})

test('the states of the database are those of the law', async () => {
  expect(quoted(await bodyOf('is_state'))).toEqual(STATES.map(({ code }) => code).sort())
})

test('the states in which a document may be valid are those of the law', async () => {
  const known = await constraintOf('children.migration_document', 'valid_in')

  expect(quoted(known)).toEqual(STATES.map(({ code }) => code).sort())
})

test('an answer is what the law knows as one', async () => {
  expect(quoted(await bodyOf('answers_only'))).toEqual(Object.keys(ANSWERS).sort())
})

async function constraintOf(table: string, column: string): Promise<string> {
  const [, name] = table.split('.')
  const [found] = await database.query<{ text: string }>(
    'select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and conname = $2',
    [table, `${name}_${column}_is_known`],
  )
  return found?.text ?? ''
}

async function bodyOf(name: string): Promise<string> {
  const [found] = await database.query<{ text: string }>(
    "select prosrc as text from pg_proc where proname = $1 and pronamespace = 'outbox'::regnamespace",
    [name],
  )
  return found?.text ?? ''
}

/** The texts in quotes, in the order of the alphabet. */
function quoted(sql: string): string[] {
  return [...sql.matchAll(/'([^']*)'/g)].map(([, text = '']) => text).sort()
}
