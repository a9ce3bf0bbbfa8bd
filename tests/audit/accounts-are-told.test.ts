/**
 * Who signed in and out, was turned out or turned away, and which keys were made and taken back, stands in the chain of the gateway,
 * whoever did it; and what has ended long ago is deleted, while the audit keeps that it was.
 */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteOld } from '../../gateway/src/sign-in/housekeeping.ts'
import { anActor } from '../support/asking.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'
import { entriesOf } from './reading-the-audit.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
})
afterAll(() => world.stop())

async function toldOf(subject: string): Promise<[string, string][]> {
  const entries = (await entriesOf(world.database)).filter((entry) => entry.subject === subject)
  expect(entries.map(({ service }) => service)).toEqual(entries.map(() => 'gateway'))
  return entries.map(({ act, asked }) => [act, asked.join()])
}

test('given somebody signs in, makes a key and signs out, three entries say so, and name the session without opening it', async () => {
  const actor = anActor('ppnna-officer', { sub: 'ana', org: 'Unidad de Tapachula' })
  const { cookie } = await signedIn(world.database.url, actor)
  await fetch(`${world.url}/session/end`, {
    method: 'POST',
    headers: { cookie: `__Host-vigia=${cookie}`, 'x-vigia': 'test' },
  })

  expect(await toldOf('ana')).toEqual([
    ['SIGN_IN', 'session.begin'],
    ['KEY', 'token.make'],
    ['SIGN_OUT', 'session.end'],
  ])
  const his = (await entriesOf(world.database)).filter(({ subject }) => subject === 'ana')
  expect(his[0]).toMatchObject({ role: 'ppnna-officer', office: 'Unidad de Tapachula', children: [], scopes: [] })
  expect(his[0]?.request_id).toMatch(/^session [0-9a-f]{16}$/)
  expect(his[2]?.request_id).toBe(his[0]?.request_id)
  expect(JSON.stringify(his)).not.toContain(cookie)
})

test('given a key is taken back, or an administrator turns somebody out, it is told though no gateway did it', async () => {
  await signedIn(world.database.url, anActor('dif-officer', { sub: 'luis' }))
  await world.database.query("update sessions.personal_token set revoked_at = now() where sub = 'luis'")
  await world.database.query("update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = 'luis'")

  expect((await toldOf('luis')).slice(2)).toEqual([
    ['KEY', 'token.revoke'],
    ['SIGN_OUT', 'session.revoke'],
  ])
})

test('a sign-in with the same rights turns nobody out, one with others does, and each is told with the states of then', async () => {
  const actor = anActor('state-secretary', { sub: 'eva', states: ['07'] })
  for (const states of [['07'], ['07'], ['30']]) await signedIn(world.database.url, { ...actor, states })

  const told = (await entriesOf(world.database)).filter(({ subject }) => subject === 'eva')
  const [of07, of30] = [['07'], ['30']]
  expect(told.map(({ asked, states }) => [asked.join(), states])).toEqual([
    ...[
      ['session.begin', of07],
      ['token.make', of07],
      ['session.begin', of07],
      ['token.make', of07],
    ],
    ...[
      ['session.revoke', of30],
      ['session.begin', of30],
      ['token.make', of30],
    ],
  ])
})

test('given somebody is turned out who was never here, it is told, of no role', async () => {
  await world.database.query(
    "insert into sessions.subject (sub, kind, name, epoch, revoked_at) values ('nobody yet', 'person', 'x', 1, now())",
  )

  expect(await toldOf('nobody yet')).toEqual([['SIGN_OUT', 'session.revoke']])
  const [entry] = (await entriesOf(world.database)).filter(({ subject }) => subject === 'nobody yet')
  expect(entry).toMatchObject({ role: 'none', states: null })
})

test('given a sign-in comes to nothing, it is told with why', async () => {
  await fetch(`${world.url}/session/callback?code=x&state=y`, { redirect: 'manual' })

  expect(await toldOf('unknown')).toEqual([['REFUSED', 'session.no-cookie']])
})

test('what ended a month ago is deleted, what holds is not, and no entry with it', async () => {
  const before = (await entriesOf(world.database)).length
  await world.database.query(
    "update sessions.session set started_at = started_at - interval '32 days', ends_at = ends_at - interval '32 days' where sub = 'ana'",
  )
  await world.database.query(
    "update sessions.personal_token set created_at = created_at - interval '60 days', ends_at = ends_at - interval '60 days' where sub = 'ana'",
  )
  const pool = openPool(urlOfRole(world.database.url, 'vigia_sessions'), 1)
  await deleteOld(pool)
  await pool.end()

  const left = await world.database.query<{ sub: string }>(
    'select sub from sessions.session union select sub from sessions.personal_token',
  )
  expect(left.map(({ sub }) => sub)).not.toContain('ana')
  expect(left.map(({ sub }) => sub)).toContain('luis')
  expect((await entriesOf(world.database)).length).toBe(before)
})
