/**
 * Independent counsel is known by the key that a mandate names, and never by the spelling of a name (security.md 3.2): of two of one name
 * each reaches its own children alone, at every door.
 */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ChildrenOfEachKind, COUNSEL, NAMESAKE, openChildrenOfEachKind } from '../support/children-of-each-kind.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { everywhere, reachedBy } from '../support/reached.ts'
import { settle } from '../support/settled.ts'

let world: ChildrenOfEachKind
beforeAll(async () => {
  world = await openChildrenOfEachKind()
})
afterAll(() => world.stop())

const reached = (actor: Actor) => reachedBy(world, actor)

test('given two counsel of one name, each reaches the child of its own mandate', async () => {
  expect(await reached(COUNSEL)).toEqual(everywhere('with counsel'))
  expect(await reached(NAMESAKE)).toEqual(everywhere('filed'))
})

test('given an organization that answers to the keys of two, it reaches the children of both', async () => {
  const both = { ...COUNSEL, counsel: ['12345678', '87654321'] }

  expect(await reached(both)).toEqual(everywhere('filed', 'with counsel'))
})

test('given the name alone, a key that no mandate names, or mandates without one, nobody is reached', async () => {
  for (const counsel of [[], ['1234567'], ['CASAALIANZA123']])
    expect(await reached({ ...COUNSEL, counsel })).toEqual(everywhere())
  expect(await reached(anActor('independent-counsel', { org: 'Casa Alianza' }))).toEqual(everywhere())
})

test('once a mandate ends, its counsel reaches the child no more, and its namesake no less', async () => {
  await world.mandate('filed', localDay(daysAgo(1)), { 'CÉDULA O CLUNI': '87654321' })
  await settle(world.graph.services.values(), world.database)

  expect(await reached(NAMESAKE)).toEqual(everywhere())
  expect(await reached(COUNSEL)).toEqual(everywhere('with counsel'))
})
