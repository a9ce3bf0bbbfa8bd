/** The database is put back to where it was, or a standby is promoted that lacks the last steps: whoever was told beyond misses nothing of what comes. */
import { afterEach, expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { byEvents, bySocket, type ForEver } from '../testing/for-ever.ts'
import { startWorld, type World } from '../testing/two-services.ts'

let world: World | undefined
let followers: readonly ForEver[] = []
afterEach(async () => {
  for (const { close } of followers) close()
  await world?.stop()
})

const areTold = (seqs: readonly number[]) =>
  expect.poll(() => followers.map((follower) => follower.seqs), { timeout: 10_000 }).toEqual(followers.map(() => seqs))

test('given subscribers who were told of steps that are no more, they are told by a code of its own that what they were told last may not hold, come back by themselves, and are told of each that takes their places', async () => {
  const feed = handFeed()
  world = await startWorld({ feed })
  const { url } = world
  followers = [bySocket(url, async () => ({})), byEvents(url, async () => ({}))]
  await expect.poll(() => followers.every(({ connections }) => connections() === 1)).toBe(true)
  // Given two steps of which all are told, and a database that then has but the first
  feed.happens()
  feed.happens()
  await areTold([11, 12])

  // When another comes in the place of the second, and one after it
  feed.putBackTo(11)
  feed.happens({ alertId: 'alert-12-instead' })
  feed.happens()

  // Then nobody takes the place for one that he knows
  await areTold([11, 12, 12, 13])
  expect(followers[0]?.ends).toEqual(['1013 DATABASE_PUT_BACK'])
  expect(followers[1]?.ends).toEqual(['DATABASE_PUT_BACK'])
})

test('given somebody who was away meanwhile, his cursor of before is where both histories part', async () => {
  const feed = handFeed()
  world = await startWorld({ feed })
  const { url } = world
  const before = bySocket(url, async () => ({}))
  followers = [before]
  await expect.poll(() => before.connections()).toBe(1)
  feed.happens()
  feed.happens()
  await areTold([11, 12])
  before.close()

  feed.putBackTo(11)
  feed.happens()
  feed.happens()
  feed.happens()
  const back = byEvents(url, async () => ({}), before.cursor())
  followers = [back]

  await areTold([12, 13, 14])
})
