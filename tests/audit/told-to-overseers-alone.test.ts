/** Who read which record, at the door of the database: to who oversees that and may know of the child, and to no other statement of that login. */
import { readerUrl, urlOfRole } from '@vigia/db/roles'
import { type RowContext, signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { ROLES, scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../support/answer-to.ts'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  CHILDREN,
  type ChildrenOfEachKind,
  inOrder,
  openChildrenOfEachKind,
  SEEN,
} from '../support/children-of-each-kind.ts'
import { settle } from '../support/settled.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const NO_ACTOR = '28000'
const FORBIDDEN = '42501'
const [FOLLOWER, STREAM] = ['who followed', 'stream:of-many']
const OVERSEERS = ['federal-secretary', 'ombudsperson-federal', 'ombudsperson-state'] as const

let world: ChildrenOfEachKind
let accesses: string
beforeAll(async () => {
  world = await openChildrenOfEachKind()
  await world.graph.ask(anActor('ombudsperson-federal'), '{ children(first: 50) { edges { node { folio } } } }')
  const begins = `select audit.follow('a request', $1, 'ombudsperson-federal', null, null, $2, true, now() + interval '1 hour')`
  await world.database.query(begins, [FOLLOWER, STREAM])
  await settle(world.graph.services.values(), world.database)
  const ids = `{${[...world.ids.keys()]}}`
  accesses = `select distinct c.id from unnest('${ids}'::uuid[]) c (id), audit.accesses_to(c.id)`
})
afterAll(() => world.stop())

async function askedAs(service: 'children' | 'oversight', sql: string, context: RowContext | null) {
  const login = readerUrl(service, world.database.url)
  if (context === null) return answerTo(login, sql)
  const rows = await underContext(login, signedContext(keyOf(login), context), sql)
  if (typeof rows === 'string') throw new Error(rows)
  return rows as Record<string, unknown>[]
}
const readOf = async (context: RowContext) => {
  const rows = await askedAs('children', accesses, context)
  return inOrder((rows as { id: string }[]).map(({ id }) => world.ids.get(id)))
}

test('every record was read, and whoever administers the registry finds that', async () => {
  expect(await world.database.query(accesses)).toHaveLength(CHILDREN.length)
})

test('who read what is told in nobody’s name to nobody', async () => {
  const told = [
    `select audit.accesses_to('${[...world.ids.keys()][0]}')`,
    `select audit.followers_of('${STREAM}', now())`,
  ]
  for (const sql of told) expect(await askedAs('children', sql, null)).toBe(NO_ACTOR)
  expect(await askedAs('oversight', 'select from audit.alarm_told', null)).toBe(NO_ACTOR)
})

test('the logins that take in are told nothing of it', async () => {
  const [children, oversight] = ['vigia_children', 'vigia_oversight'] as const
  expect(await answerTo(urlOfRole(world.database.url, children), accesses)).toBe(FORBIDDEN)
  expect(await answerTo(urlOfRole(world.database.url, oversight), 'select from audit.alarm_told')).toBe(FORBIDDEN)
})

test('an overseer finds who read the children that it may know of, and nobody else finds any', async () => {
  expect(ROLES.filter((role) => scopesOf(role).includes('audit:read')).sort()).toEqual([...OVERSEERS].sort())
  for (const role of ROLES) {
    const isOverseer = OVERSEERS.some((one) => one === role)
    const seen = isOverseer ? SEEN[role as (typeof OVERSEERS)[number]] : []
    expect([role, await readOf(rowContextOf(actorOf(role)))]).toEqual([role, seen])
  }
})

test('given a federal overseer is bound to a state, it finds who read the children of that', async () => {
  const ofChiapas = rowContextOf(anActor('ombudsperson-federal', { states: ['07'] }))

  expect(await readOf(ofChiapas)).toEqual(SEEN['state-secretary'])
})

test('given a program was let have less than its role, it finds none', async () => {
  const scopes = scopesOf('ombudsperson-federal').filter((scope) => scope !== 'audit:read')

  expect(await readOf(rowContextOf(anActor('ombudsperson-federal', { scopes })))).toEqual([])
})

test('who followed a stream is told to overseers', async () => {
  const followers = `select audit.followers_of('${STREAM}', now()) as names`
  const namesFor = (role: (typeof ROLES)[number]) => askedAs('children', followers, rowContextOf(actorOf(role)))

  expect(await namesFor('ombudsperson-state')).toEqual([{ names: [FOLLOWER] }])
  expect(await namesFor('ppnna-officer')).toEqual([{ names: [] }])
})

test('an alarm is told to who oversees its reader, and to nobody else', async () => {
  await world.database.query(
    `insert into audit.alarm (kind, subject, role, states, records, entry_id) values
      ('MASS', 'of Chiapas', 'r', '{07}', 301, 1), ('MASS', 'of both', 'r', '{07,30}', 301, 1), ('MASS', 'of Veracruz', 'r', '{30}', 301, 1),
      ('MASS', 'of all', 'r', null, 301, 1)`,
  )
  const toldTo = async (role: (typeof ROLES)[number]) => {
    const sql = `select subject from audit.alarm_told where subject like 'of %' order by id`
    const rows = await askedAs('oversight', sql, rowContextOf(actorOf(role)))
    return (rows as { subject: string }[]).map(({ subject }) => subject)
  }
  const all = ['of Chiapas', 'of both', 'of Veracruz', 'of all']
  const expected = { 'federal-secretary': all, 'ombudsperson-federal': all, 'ombudsperson-state': all.slice(0, 2) }

  for (const role of ROLES)
    expect([role, await toldTo(role)]).toEqual([role, expected[role as (typeof OVERSEERS)[number]] ?? []])
})
