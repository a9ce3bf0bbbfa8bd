/** The login of a service opens its own schema and no other, whoever writes the SQL. */
import { SERVICE_ROLES, type ServiceRole, urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptPool } from '../support/kept-pools.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const FORBIDDEN = '42501'

let database: ScratchDatabase
let tables: { schema: string; table: string }[]
beforeAll(async () => {
  database = await scratchDatabase()
  tables = await database.query(
    `select table_schema as schema, table_name as table from information_schema.tables
     where table_schema in ('children', 'placements', 'representation', 'returns', 'oversight', 'outbox', 'sessions', 'exports', 'stream') and table_type = 'BASE TABLE'`,
  )
})
afterAll(() => database.drop())

/** What PostgreSQL says when a role runs a statement: null, or the code of its refusal. */
const answers = (role: ServiceRole, sql: string): Promise<string | null> =>
  keptPool(urlOfRole(database.url, role))
    .query(sql)
    .then(
      () => null,
      ({ code }: { code?: string }) => code ?? 'unknown',
    )

async function readable(role: ServiceRole): Promise<string[]> {
  const tried = await Promise.all(
    tables.map(async ({ schema, table }) => ({
      schema,
      refused: await answers(role, `select from ${schema}.${table} limit 0`),
    })),
  )
  return [...new Set(tried.filter(({ refused }) => refused === null).map(({ schema }) => schema))].sort()
}

describe.each(SERVICE_ROLES)('%s', (role) => {
  const own = role.replace('vigia_', '')
  const alone: Partial<Record<ServiceRole, string[]>> = {
    vigia_gateway: ['exports', 'outbox', 'stream'],
    vigia_sessions: ['sessions'],
  }
  const expected = alone[role] ?? [own, 'outbox'].sort()

  test(`reads ${expected.join(' and ')} alone`, async () => {
    expect(await readable(role)).toEqual(expected)
  })

  test.each([
    [
      'make up an event',
      `insert into outbox.event (seq, source, type, recorded_at) values (1, 'children', 'child.recorded', now())`,
    ],
    [
      'have one made up',
      `select outbox.tell_of_many('children', 'child', 100000, true, gen_random_uuid(), 'ffffffff-0000-7000-8000-000000000000',
        'ffffffff-0000-7000-8000-00000000000f')`,
    ],
    ['take an event out of the log', 'delete from outbox.event'],
    ['say that the registry is real', 'update outbox.registry set is_synthetic = false'],
    ['raise a version past the tick', `update outbox.service_version set version = 99`],
    ['give itself more', `grant vigia_children to ${role}`],
    ['make a table where all look', 'create table public.mine ()'],
  ])('cannot %s', async (_deed, sql) => {
    expect(await answers(role, sql)).toBe(FORBIDDEN)
  })
})

test('the gateway reads no fact at all', async () => {
  expect(await answers('vigia_gateway', 'select from children.person_name')).toBe(FORBIDDEN)
})
