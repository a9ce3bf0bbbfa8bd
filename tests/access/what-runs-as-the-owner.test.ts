/** What PostgreSQL runs with the rights of the owner, for a login that has fewer: what it is for, and nothing that the login brings. */
import { ANSWERING, enableLogins, readerUrl, SERVICE_ROLES, urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../support/answer-to.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const FORBIDDEN = '42501'
const OURS = `n.nspname in ('audit', 'children', 'openings', 'outbox', 'oversight', 'placements', 'representation', 'returns',
  'sec', 'sessions', 'stream')`

let database: ScratchDatabase
/** Of another owner, where Vigía can take no right of the database from anybody. */
let lent: ScratchDatabase
beforeAll(async () => {
  ;[database, lent] = await Promise.all([scratchDatabase(), scratchDatabase()])
  await enableLogins(database.url)
})
afterAll(() => Promise.all([database.drop(), lent.drop()]))

const functionsThat = async (condition: string) => {
  const rows = await database.query<{ called: string }>(
    `select p.oid::regprocedure::text as called from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${OURS} and ${condition} order by 1`,
  )
  return rows.map(({ called }) => called)
}

const BY_ANYBODY = `has_function_privilege('public', p.oid, 'execute')`
const BY_A_LOGIN = `exists (select from pg_roles r where r.rolname like 'vigia\\_%' and has_function_privilege(r.oid, p.oid, 'execute'))`

test('no function of the owner is anybody’s to call', async () => {
  expect(await functionsThat(`p.prosecdef and ${BY_ANYBODY}`)).toEqual([])
})

test('no login hangs a trigger of the owner on a table of its own', async () => {
  expect(await functionsThat(`p.prosecdef and p.prorettype = 'trigger'::regtype and ${BY_A_LOGIN}`)).toEqual([])
})

test('what it looks for, it looks for among temporary things last', async () => {
  expect(
    await functionsThat(
      `(p.prosecdef or p.proconfig::text like '%search_path%') and not 'search_path=pg_catalog, pg_temp' = any (p.proconfig)`,
    ),
  ).toEqual([])
})

type Login = readonly [name: string, urlIn: (admin: string) => string]
const withRole = (role: (typeof SERVICE_ROLES)[number]): Login => [role, (url) => urlOfRole(url, role)]
const READERS = ANSWERING.map((service): Login => [`vigia_${service}_reader`, (url) => readerUrl(service, url)])
const LOGINS = [...READERS, ...SERVICE_ROLES.map(withRole)]

test.each([...READERS, withRole('vigia_gateway'), withRole('vigia_sessions')])(
  '%s makes no table, function or type, not even for a moment',
  async (_who, urlIn) => {
    expect(await answerTo(urlIn(database.url), 'create temporary table mine ()')).toBe(FORBIDDEN)
    expect(
      await answerTo(urlIn(database.url), `create function pg_temp.mine() returns int language sql as 'select 1'`),
    ).not.toBeNull()
  },
)

test.each(ANSWERING)('%s stages what it takes in', async (service) => {
  expect(await answerTo(urlOfRole(database.url, `vigia_${service}`), 'create temporary table staged ()')).toBeNull()
})

test('given a file of children that waits to be counted, another service does not say that it was', async () => {
  await database.query(`insert into outbox.uncounted_batch (batch_id, service) values (gen_random_uuid(), 'children')`)
  const count = 'select outbox.count_batches(array(select batch_id from outbox.uncounted_batch))'

  expect(await answerTo(urlOfRole(database.url, 'vigia_returns'), count)).toBeNull()
  expect(await database.query('select service from outbox.uncounted_batch')).toEqual([{ service: 'children' }])

  expect(await answerTo(urlOfRole(database.url, 'vigia_children'), count)).toBeNull()
  expect(await database.query('select service from outbox.uncounted_batch')).toEqual([])
})

/** What an attacker wrote tells as whom it runs. */
const hangsUp = (ours: string) => `
  create temp table told (who text); grant all on told to public;
  create temp table former_version (entity text, entity_id uuid, former jsonb, recorded_at timestamptz);
  create function pg_temp.tell() returns trigger language plpgsql as $$ begin insert into told values (current_user); return new; end $$;
  create trigger tell before insert on former_version for each row execute function pg_temp.tell();
  create temp table facts (id uuid, child_id uuid, batch_id uuid, recorded_at timestamptz);
  create trigger tell after delete on facts referencing old table as old_rows for each statement execute function ${ours}('fact');
  insert into facts values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now());
  delete from facts; select who from told`
const calls = (type: string, asked: string) => `
  create temp table told (who text); grant all on told to public;
  create function pg_temp.tell(pg_catalog.${type}) returns boolean language plpgsql as $$ begin
    if current_user <> session_user then raise exception using errcode = 'XXOWN'; end if; return true; end $$;
  create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.tell(value));
  ${asked}`

test.each([...LOGINS])('%s runs nothing of its own as the owner', async (_who, urlIn) => {
  const attacks = [
    hangsUp('outbox.tell'),
    hangsUp('outbox.tell_of_child'),
    calls('text', `select sec.enter('a.b.c')`),
    calls('jsonb', `select sec.enter('a.b.c')`),
    calls('text', `select audit.accesses_to(gen_random_uuid())`),
    calls('text', `update sessions.session set ended_at = now()`),
  ]
  const answers = await Promise.all(attacks.map((attack) => answerTo(urlIn(lent.url), attack)))

  expect(answers.slice(0, 2)).toEqual([FORBIDDEN, FORBIDDEN])
  expect(answers).not.toContain('XXOWN')
})

test.each(SERVICE_ROLES)('%s starts no other’s work in the log of events', async (role) => {
  const refused = await answerTo(urlOfRole(database.url, role), `select outbox.raise_version('nobody')`)

  expect(refused).toBe(FORBIDDEN)
})
