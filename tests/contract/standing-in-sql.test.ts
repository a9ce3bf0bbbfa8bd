/**
 * Random departures, finds and determinations, of which many are of one instant: the database judges each return, and counts it, as
 * the rules in TypeScript do.
 */
import { cameBackFrom, type DeterminationOutcome } from '@vigia/law/determinations'
import { atTheLatest } from '@vigia/law/mexican-time'
import { isReturn, type ReturnType } from '@vigia/law/return-types'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countedAs } from '../../services/returns/src/rules/counted-return.ts'
import { type Determination, standingOfReturn } from '../../services/returns/src/rules/standing-of-return.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const SEED = 20261128
const MIDNIGHT = Date.parse('2026-03-01T06:00:00Z')
/** Midnights, at which nobody tells the hour, and hours of these days, late ones too; 72 hours apart to the millisecond, and one more. */
const instant = fc
  .constantFrom(0, 8, 20, 23.5, 24, 32, 44, 72, 80, 96, 104)
  .chain((hours) => fc.constantFrom(0, 0, 0, 1).map((more) => new Date(MIDNIGHT + hours * 3_600_000 + more)))
const OUTCOMES: DeterminationOutcome[] = ['RETURN_PERMITTED', 'RETURN_PERMITTED', 'STAY_IN_MEXICO']
const RETURNS: ReturnType[] = ['ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION', 'TRANSFER']

const life = fc.record({
  finds: fc.array(instant, { maxLength: 3 }),
  determinations: fc.array(
    fc.record({
      id: fc.uuid(),
      decidedAt: instant,
      outcome: fc.constantFrom(...OUTCOMES),
      authority: fc.constantFrom('PPNNA', 'PPNNA', 'INM'),
    }),
    { maxLength: 4 },
  ),
  departures: fc.array(fc.record({ departedAt: instant, returnType: fc.constantFrom(...RETURNS) }), {
    minLength: 1,
    maxLength: 3,
  }),
})
interface Life {
  finds: Date[]
  determinations: Determination[]
  departures: { departedAt: Date; returnType: ReturnType }[]
}

test('each return stands in SQL as it does by the rule, and is counted as such', async () => {
  const lives = fc.sample(life, { seed: SEED, numRuns: 2_000 }) as Life[]

  const judged = await judgedInSql(lives)

  expect(judged).toEqual(lives.flatMap((one, at) => judgedByRule(one, at)))
  expect(new Set(judged.map(({ standing }) => standing)).size).toBe(5)
})

interface Judged {
  folio: string
  standing: string
  counted: string[]
}

function judgedByRule({ finds, determinations, departures }: Life, child: number): Judged[] {
  return departures.map(({ departedAt, returnType }, nth) => {
    const found = finds.filter((at) => at <= atTheLatest(departedAt)).toSorted((a, b) => a.getTime() - b.getTime())
    const left = departures.filter((one) => isReturn(one.returnType)).map((one) => one.departedAt)
    const standing = standingOfReturn(departedAt, determinations, cameBackFrom(departedAt, left, found))
    const facts = { returnType, standing, departedAt, destination: 'HND', detectedAt: found.at(-1) ?? null }
    return { folio: folioOf(child, nth), standing, counted: countedAs(facts).sort() }
  })
}

async function judgedInSql(lives: readonly Life[]): Promise<Judged[]> {
  await database.query(
    `insert into returns.detection_ref (detection_id, child_id, detected_at)
     select gen_random_uuid(), child, at from unnest($1::uuid[], $2::timestamptz[]) f (child, at)`,
    columns(lives.flatMap(({ finds }, child) => finds.map((at) => [idOf(child), at]))),
  )
  await database.query(
    `insert into returns.determination_ref (child_id, determination_id, decided_at, outcome, authority)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[])`,
    columns(
      lives.flatMap(({ determinations }, child) =>
        determinations.map(({ id, decidedAt, outcome, authority }) => [idOf(child), id, decidedAt, outcome, authority]),
      ),
    ),
  )
  await database.query(
    `insert into returns.executed_return (child_id, folio, departed_at, return_type, state, destination, batch_id)
     select *, '07', 'HND', gen_random_uuid() from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])`,
    columns(
      lives.flatMap(({ departures }, child) =>
        departures.map(({ departedAt, returnType }, nth) => [idOf(child), folioOf(child, nth), departedAt, returnType]),
      ),
    ),
  )
  return database.query<Judged>(JUDGED)
}

const JUDGED = `
  select e.folio, l.standing, array(
    select c.indicator collate "C" from returns.counts_of(l.return_type, l.standing, l.hours_begun_since_detection, l.departed_at, l.destination) c
    order by 1) as counted
  from returns.executed_return e join returns.return_standing l on l.return_id = e.id order by e.folio collate "C"`

const columns = (rows: readonly unknown[][]): unknown[][] => (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]))
const idOf = (child: number) => `00000000-0000-4000-8000-${String(child).padStart(12, '0')}`
const folioOf = (child: number, nth: number) => `${String(child).padStart(5, '0')}-${nth}`
