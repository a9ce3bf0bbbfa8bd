/** Which body is of which side, in SQL as in the table of the law: the policies of the database go by the one, what is written by the other. */
import { SIDE_OF_AUTHORITY, SIDE_OF_FINDER, SIDE_OF_PLACE } from '@vigia/law/competence'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test.each([
  ['side_of_finder(code)', SIDE_OF_FINDER],
  ['side_of_authority(code)', SIDE_OF_AUTHORITY],
  ['side_of_place(code, null)', SIDE_OF_PLACE],
])('sec.%s says of each code what the law’s table says', async (asked, sides) => {
  const sql = `select code, sec.${asked} as side from unnest($1::text[]) code`
  const found = await database.query<{ code: string; side: string }>(sql, [Object.keys(sides)])

  expect(Object.fromEntries(found.map(({ code, side }) => [code, side]))).toEqual(sides)
})

test.each([
  ['ALB', 'COMAR', 'FEDERAL'],
  ['ALB', 'Comisión Mexicana de Ayuda a Refugiados', 'FEDERAL'],
  ['MOD', ' Sistema Nacional DIF', 'FEDERAL'],
  ['HOSP', 'INM', 'FEDERAL'],
  ['ALB', 'Procuraduría Federal de Protección de NNA', 'FEDERAL'],
  ['ALB', 'Procuraduría de Protección de NNA del Estado de Chiapas', 'STATE'],
  ['ALB', 'Amigos de COMAR A.C.', 'STATE'],
  ['CASE', 'Sistema DIF estatal', 'STATE'],
  ['EM', 'DIF Chiapas', 'FEDERAL'],
  ['HOSP', 'Secretaría de Salud', 'UNKNOWN'],
])('a place of kind %s run by %s is of the side %s', async (type, operator, side) => {
  expect(await database.query('select sec.side_of_place($1, $2) as side', [type, operator])).toEqual([{ side }])
})

test('an authority that nobody named is of no side', async () => {
  const sql =
    'select sec.side_of_authority(null) as decided, sec.side_of_finder(null) as found, sec.side_of_place(null, null) as place'
  expect(await database.query(sql)).toEqual([{ decided: 'UNKNOWN', found: 'UNKNOWN', place: 'UNKNOWN' }])
})
