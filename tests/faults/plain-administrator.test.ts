/** The database may be administered by a user who is no superuser: he runs Vigía, and can dump all of it and restore it. */
import path from 'node:path'
import { createOrAdopt, type EmbeddedDatabase } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins, urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder } from '../support/program.ts'

const folder = dataFolder()
let server: EmbeddedDatabase
let url: string
beforeAll(async () => {
  server = await createOrAdopt({ directory: path.join(folder.path, 'postgres'), durable: false })
  await query(server.url, `create role operator login createrole password 'p@ss%'`)
  await query(server.url, 'create database registry owner operator')
  const address = new URL(server.url)
  ;[address.username, address.password, address.pathname] = ['operator', 'p%40ss%25', '/registry']
  url = address.href
  await migrate(url)
  await enableLogins(url)
})
afterAll(async () => {
  await server.stop()
  folder.remove()
})

async function query(address: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

test('given an administrator who is no superuser, the services have their logins', async () => {
  const { rows } = await query(urlOfRole(url, 'vigia_oversight'), 'select current_user as name')

  expect(rows).toEqual([{ name: 'vigia_oversight' }])
})

test('he can dump what a service has made, as pg_dump does, and give it back to it when he restores it', async () => {
  await query(urlOfRole(url, 'vigia_oversight'), 'create table oversight_jobs.made_by_the_service ()')

  await query(url, 'begin; lock table oversight_jobs.made_by_the_service in access share mode; commit')
  await query(
    url,
    'create table oversight_jobs.restored (); alter table oversight_jobs.restored owner to vigia_oversight',
  )

  const { rows } = await query(url, `select tableowner from pg_tables where tablename = 'restored'`)
  expect(rows).toEqual([{ tableowner: 'vigia_oversight' }])
})

test.each(['SQL_ASCII', 'LATIN1'])(
  'given a database in %s, in which letters are not what they are, it is refused before anything is made in it',
  async (encoding) => {
    const name = `in_${encoding.toLowerCase()}`
    await query(
      server.url,
      `create database ${name} owner operator encoding '${encoding}' locale 'C' template template0`,
    )
    const address = new URL(url)
    address.pathname = `/${name}`

    await expect(migrate(address.href)).rejects.toThrow(`The database is in ${encoding}, and has to be in UTF8`)

    const { rows } = await query(address.href, `select from pg_namespace where nspname = 'children'`)
    expect(rows).toEqual([])
  },
)

test('of determinations that an older version took in undecided he is told whose sender is to be told', async () => {
  const [batch, file] = [1, 2].map((n) => `00000000-0000-7000-8000-00000000000${n}`)
  await query(
    url,
    `insert into representation.batch (id, feed, source, state, cutoff_on, file_name, sha256)
       values ('${batch}', 'determinations', 'PPNNA', '07', '2026-10-31', 'f.csv', 'f');
     insert into representation.protection_case (id, folio, child_id, state, opened_at, status, batch_id)
       values ('${file}', 'PPNNA-07-2026-000001', gen_random_uuid(), '07', '2026-10-01', 'OPEN', '${batch}');
     insert into representation.determination (case_id, child_id, number, decided_at, outcome, authority, guarantees, status, batch_id, line)
       select '${file}', gen_random_uuid(), n::text, '2026-10-02', 'RETURN_PERMITTED', 'PPNNA', '{}', 'STARTED', '${batch}', n from generate_series(2, 3) n;
     delete from public._prisma_migrations where migration_name like '%_determinations_that_were_not_decided'`,
  )
  const warned: string[] = []
  await migrate(url, { warns: (sentence) => warned.push(sentence) })

  expect(warned).toEqual([
    `Of the file of determinations of 07 with the cut-off day 2026-10-31 (batch ${batch}) what says of itself that it was not decided counts as determined no more (2 rows; lines 2, 3): tell its sender.`,
  ])
})
