/** What an older version wrote in plain words leaves the pages of its tables too, also where the start that sealed it was cut short before. */
import { sealWhatIsPlain } from '@vigia/kit/seal/seal-plain'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'

let desk: Desk
let owner: pg.Client
beforeAll(async () => {
  desk = await openDesk()
  owner = new pg.Client({ connectionString: desk.database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await desk.close()
})

/** It dies where it would write the first table anew. */
const dying = (): pg.Client =>
  new Proxy(owner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'query') return value
      return (sql: string, values?: unknown[]) =>
        sql.startsWith('vacuum') ? Promise.reject(new Error('killed')) : target.query(sql, values)
    },
  })

test('all rows are sealed, and the next start writes their tables anew', async () => {
  await desk.send('children/detections', [aDetection({ 'NOMBRE(S)': 'Nadie' })])
  await owner.query(`insert into outbox.unsealed
    select 'children.person_name', child_id, child_id, '{"given_names": "Alguien"}' from children.person_name`)
  const pages = async () =>
    (await owner.query("select pg_relation_filenode('children.person_name') as file")).rows[0]?.file
  const before = await pages()

  await expect(sealWhatIsPlain(dying())).rejects.toThrow('killed')
  expect(await pages()).toBe(before)
  await sealWhatIsPlain(owner)

  expect(await pages()).not.toBe(before)
  const after = await pages()
  await sealWhatIsPlain(owner)
  expect(await pages()).toBe(after)
  expect((await owner.query('select from outbox.unsealed')).rows).toEqual([])
})
