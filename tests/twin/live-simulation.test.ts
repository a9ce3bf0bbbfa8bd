/** The live simulation moves the children whom the twin's files left held, through the same intake, and nothing of it is refused. */
import { openSession, type Session } from '@vigia/kit/intake/command/session'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leftBehind } from '../../gateway/src/twin/live-left-behind.ts'
import { deliver } from '../../gateway/src/twin/live-simulation.ts'
import { startLive } from '../../prisma/seed/live.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { twinDatabase } from '../support/twin.ts'

const NOW = new Date()
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

let database: ScratchDatabase
let session: Session

beforeAll(async () => {
  database = await twinDatabase()
  process.env.DATABASE_URL = database.url
  session = await openSession()
  await session.settle()
}, 240_000)

afterAll(async () => {
  delete process.env.DATABASE_URL
  await session.close()
  await database.drop()
})

/** Whom the registry knows to be held, as ids of their stays. */
async function heldNow(): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select s.id from placements.stay s join placements.facility f on f.id = s.facility_id
     where s.left_at is null and f.type in ('EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO') order by 1`,
  )
  return rows.map(({ id }) => id)
}

const count = async (table: string) =>
  (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0

async function leftByReturn(stays: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ child: string }>(
    `select child_id as child from placements.stay where id = any ($1) and exit_type = 'RETURN' order by 1`,
    [stays],
  )
  return rows.map(({ child }) => child)
}

async function returnedOf(stays: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ child: string }>(
    `select distinct s.child_id as child from placements.stay s
     join returns.executed_return r on r.child_id = s.child_id and r.departed_at >= s.left_at - interval '1 day'
     where s.id = any ($1) order by 1`,
    [stays],
  )
  return rows.map(({ child }) => child)
}

test('given children held, waiting and undecided, hours and days later they have been handed over, given a case, decided and returned', async () => {
  // Given what the files left
  const atFirst = await heldNow()
  const before = {
    cases: await count('representation.protection_case'),
    decided: await count('representation.determination'),
  }
  const left = await leftBehind(session)
  expect(left.filter(({ held }) => held !== null)).toHaveLength(atFirst.length)
  expect(atFirst.length).toBeGreaterThan(10)

  // When an hour passes, and then three days
  const live = startLive({ seed: 7, now: NOW, detectionsPerMinute: 1, settlesAt: 0.06 })
  live.takeUp(left, NOW)
  const remaining: number[] = []
  for (const hours of [1, 8, 24, 48, 73]) {
    const now = hoursLater(hours)
    for (const delivery of live.tick(now)) {
      const { outcome, counts } = await deliver(session, delivery, now)
      expect({ outcome, refused: counts.refused, unmatched: counts.unmatched }, delivery.feed).toEqual({
        ...{ outcome: 'TAKEN', refused: 0, unmatched: 0 },
      })
      if (delivery.service === 'children') await session.hear('placements', 'representation', 'returns')
    }
    const still = new Set(await heldNow())
    remaining.push(atFirst.filter((id) => still.has(id)).length)
  }

  // Then fewer and fewer of them are held, and nobody is at the end
  const [afterOneHour = 0] = remaining
  expect(afterOneHour).toBeGreaterThan(atFirst.length / 2)
  expect(remaining).toEqual(remaining.toSorted((a, b) => b - a))
  expect(remaining.at(-1)).toBe(0)
  expect(await count('representation.protection_case')).toBeGreaterThan(before.cases + 20)
  expect(await count('representation.determination')).toBeGreaterThan(before.decided + 20)
  // By chance nobody may be; whoever left by a return has one, and no other.
  expect(await returnedOf(atFirst)).toEqual(await leftByReturn(atFirst))
})
