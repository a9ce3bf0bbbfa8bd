/** From when on all that somebody holds has ended, once his rights are others (sessions.end_with_rights). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

const HOUR_IN_MS = 3_600_000

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterAll(() => world.stop())

async function known(sub: string) {
  const [row] = await database.query<{ epoch: number; revoked: Date | null; signedIn: Date; now: Date }>(
    'select epoch, revoked_at as revoked, signed_in_at as "signedIn", clock_timestamp() as now from sessions.subject where sub = $1',
    [sub],
  )
  if (!row) throw new Error(`Nobody is called ${sub}.`)
  return row
}

test.each([1, -1])(
  'given a sign-in with other rights %i hours from the clock of the database, what was held ends with it, and what begins with it does not',
  async (ahead) => {
    const { sub } = await world.browser()
    const before = await known(sub)
    world.later(ahead * HOUR_IN_MS)

    await world.browser({ sub, org: 'another office' })

    world.later(-ahead * HOUR_IN_MS)
    const { revoked, signedIn, epoch } = await known(sub)
    expect([revoked, epoch]).toEqual([signedIn, before.epoch + 1])
  },
)

test('given somebody who was turned out, no sign-in that was begun before brings back what he held', async () => {
  const { sub } = await world.browser()
  await database.query('update sessions.subject set epoch = epoch + 1, revoked_at = clock_timestamp() where sub = $1', [
    sub,
  ])
  const turnedOut = await known(sub)
  world.later(-HOUR_IN_MS)

  await world.browser({ sub, org: 'another office' })

  world.later(HOUR_IN_MS)
  expect((await known(sub)).revoked).toEqual(turnedOut.revoked)
})

test('given rights that are changed without a sign-in, what was held has ended from then on', async () => {
  const { sub } = await world.browser()
  const before = await known(sub)

  await database.query(`update sessions.subject set actor = jsonb_set(actor, '{states}', '["07"]') where sub = $1`, [
    sub,
  ])

  const { revoked, epoch } = await known(sub)
  expect(epoch).toBe(before.epoch + 1)
  expect(revoked?.getTime()).toBeGreaterThanOrEqual(before.now.getTime())
})

test('given the same rights, nothing has ended', async () => {
  const { sub } = await world.browser()
  const { epoch } = await known(sub)

  await world.browser({ sub })
  await database.query('update sessions.subject set actor = actor, issuer = issuer where sub = $1', [sub])

  expect(await known(sub)).toMatchObject({ epoch, revoked: null })
})
