/** A file that names counsel by a key that many mandates have is not held against each of them, row by row. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEYS_UNDER_ANOTHER_NAME } from '../../services/representation/src/intake/keys-of-counsel.ts'
import { rowsRead } from '../support/rows-read.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const BATCH = '00000000-0000-4000-8000-000000000001'
const EARLIER = '00000000-0000-4000-8000-000000000002'
const MANDATES = 50

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  // Of files and batches nothing is asked here.
  await database.query(`begin; set local session_replication_role = replica;
    insert into representation.representation (id, case_id, child_id, quality, represented_by, counsel_key, started_on, batch_id, line)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CSO_LAWYER', 'Clínica jurídica Sol', 'CLJ0001010900X', '2026-11-01', batch, n
    from unnest(array['${BATCH}', '${EARLIER}']::uuid[]) batch, generate_series(1, ${MANDATES}) n;
    commit; analyze representation.representation`)
})
afterAll(() => database.drop())

const ask = () => database.query<{ line: number }>(KEYS_UNDER_ANOTHER_NAME, [BATCH, null])

test('a name that the key has is looked up once for the file', async () => {
  expect(await ask()).toEqual([])
  const read = await rowsRead((sql) => database.query(sql, [BATCH, null]), 'representation', KEYS_UNDER_ANOTHER_NAME)

  expect(read).toBeGreaterThan(MANDATES)
  expect(read).toBeLessThan(10 * MANDATES)
})

test('a row under another name is told, and no other', async () => {
  const rename = (name: string) =>
    database.query('update representation.representation set represented_by = $1 where batch_id = $2 and line = 7', [
      name,
      BATCH,
    ])
  await rename('Clínica jurídica Luna')

  expect((await ask()).map(({ line }) => line)).toEqual([7])
  await rename('CLINICA JURIDICA SOL')
  expect(await ask()).toEqual([])
})
