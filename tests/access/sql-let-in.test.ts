/**
 * What a resolver tells that puts what is asked into its SQL: the rows of who asks, and nothing else. It exists here alone, in a
 * service that is otherwise as it is.
 */
import { type ChildrenDb, open } from '@vigia/db/children'
import { readerUrl } from '@vigia/db/roles'
import { contextKeyOf, signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { answering } from '@vigia/kit/audit/answer'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { buildSchema, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ChildrenOfEachKind, openChildrenOfEachKind } from '../support/children-of-each-kind.ts'

let world: ChildrenOfEachKind
let db: ChildrenDb
beforeAll(async () => {
  world = await openChildrenOfEachKind()
  db = open(world.database.url)
})
afterAll(async () => {
  await db.close()
  await world.stop()
})

const ask = async (actor: Actor, text: string): Promise<string> => {
  const schema = buildSchema('type Query { folios(text: String!): [String!]! }')
  const folios = async ({ text: injected }: { text: string }) => {
    const asked = await db.rows.query(`select folio from children.child where folio = '${injected}'`)
    return [asked].flat().flatMap(({ rows }) => rows.map((row: object) => JSON.stringify(row)))
  }
  const answer = answering({
    service: 'children',
    schema: Object.assign(schema, { getQueryType: queryWith(schema, folios) }),
    pool: db.pool,
    withActor: db.withActor,
    contextOf: () => ({ now: () => new Date() }),
  })
  const question = { document: parse('query ($text: String!) { folios(text: $text) }'), variables: { text } }
  return JSON.stringify(await answer(question, { actor, requestId: 'a test', reason: null }))
}
const queryWith = (schema: ReturnType<typeof buildSchema>, resolve: (args: { text: string }) => Promise<string[]>) => {
  const query = schema.getQueryType()
  const field = query?.getFields()['folios']
  if (field) field.resolve = (_source, args) => resolve(args as { text: string })
  return () => query
}
const foreign = async () => {
  const [row] = await world.database.query<{ folio: string }>("select folio from children.child where state = '30'")
  return row?.folio ?? 'none'
}
const own = async () => {
  const [row] = await world.database.query<{ folio: string }>(
    "select folio from children.child where state = '07' limit 1",
  )
  return row?.folio ?? 'none'
}
const forged = () => {
  const { password } = new URL(readerUrl('children', world.database.url))
  const actor = Buffer.from(JSON.stringify({ until: 9e9, rule: 'ALL' })).toString('base64')
  return `${contextKeyOf(decodeURIComponent(password)).id}.${actor}.${'0'.repeat(64)}`
}

/** Signed, as a service signs for a federal secretary. */
const ofEverybody = () => {
  const { password } = new URL(readerUrl('children', world.database.url))
  return signedContext(contextKeyOf(decodeURIComponent(password)), rowContextOf(anActor('federal-secretary')))
}

test('all that it lets out are the rows of who asks', async () => {
  const told = await ask(anActor('state-secretary'), "' or true --")

  expect(told).toContain(await own())
  expect(told).not.toContain(await foreign())
})

test.each<[string, () => string]>([
  ['raises the context', () => `' union select sec.enter('${forged()}')::text --`],
  ['enters again, for somebody else', () => `' union select sec.enter('${ofEverybody()}')::text --`],
  ['reads who else has entered', () => "' union select actor::text from sec.entered --"],
  ['ends the transaction first', () => "'; commit; select folio from children.child --"],
  ['takes another role', () => "'; set role vigia_children; select folio from children.child --"],
  ['reads the key', () => "' union select encode(inner_pad, 'hex') from sec.key --"],
  ['reads names', () => "' union select given_names from children.person_name --"],
  ['reads birth dates', () => "' union select born_on::text from children.child --"],
  ['reads birth dates that a find told', () => "' union select born_on::text from children.detection --"],
  ['reads rows as they came', () => "' union select raw::text from children.unmatched_row --"],
  ['reads former versions', () => "' union select former::text from children.former_version --"],
  ['reads the log of events', () => "' union select payload::text from outbox.event --"],
  ['moves a child here', () => "'; update children.child set state = '07'; select folio from children.child --"],
  [
    'lifts the policy',
    () => "'; alter table children.child disable row level security; select folio from children.child --",
  ],
  [
    'tells of facts, as a trigger does',
    () =>
      "' union select outbox.tell_of_many('children', 'child', 1000000, true, gen_random_uuid(), 'ffffffff-0000-7000-8000-000000000000', 'ffffffff-0000-7000-8000-00000000000f')::text --",
  ],
  ['has a file counted', () => "' union select outbox.count_batches('{}')::text --"],
  ['makes a function of the owner', () => "'; create function public.f() returns int language sql as 'select 1' --"],
])('what %s is refused, and tells of nobody else', async (_attack, text) => {
  const told = await ask(anActor('state-secretary'), text())

  expect(told).toMatch(/"errors"/)
  expect(told).not.toContain(await foreign())
})
