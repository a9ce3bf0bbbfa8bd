/**
 * Random stays that are told, moved to another child or place, ended and withdrawn, in places that turn out to be of another kind, of children
 * who are described before or after: at each moment the ledger has the stays that there are, as they are, and what was counted is their sum.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scratchConnection } from '../support/scratch-connection.ts'
import { idOf, StaysByHand } from '../support/stays-by-hand.ts'

const { client } = await scratchConnection()

const SEED = 20261128
const MIDNIGHT = Date.parse('2026-03-01T06:00:00Z')
const [one, place] = [fc.nat(2).map((n) => idOf('c', n)), fc.nat(2).map((n) => idOf('f', n))]
const stay = fc.nat(5).map((n) => idOf('a', n))
const hours = fc.constantFrom(0, 1, 23, 24, 47)

const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('tell' as const),
      stay,
      one,
      place,
      from: hours,
      until: fc.option(hours, { freq: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('withdraw' as const), stay }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('describe' as const), one, country: fc.constantFrom('HND', 'GTM', null) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('list' as const),
      place,
      type: fc.constantFrom('EM', 'CCAN', 'PTO', 'CASM', 'FAM_O'),
      state: fc.constantFrom('07', '30'),
    }),
  },
)
type Act = ReturnType<typeof act.generate>['value']

const TELL = `insert into placements.stay (id, child_id, facility_id, entered_at, left_at, batch_id) values ($1, $2, $3, $4, $5, gen_random_uuid())
  on conflict (id) do update set child_id = excluded.child_id, facility_id = excluded.facility_id, entered_at = excluded.entered_at,
    left_at = excluded.left_at`
const DESCRIBE = `insert into placements.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
  values ($1, 'F', '07', now(), $2, 'FROM_0_TO_11', 'SEPARATED') on conflict (child_id) do update set nationality = excluded.nationality`

test('the ledger has the stays that there are, and what is counted is their sum', async () => {
  for (const life of fc.sample(fc.array(act, { minLength: 3, maxLength: 14 }), { seed: SEED, numRuns: 60 })) {
    const registry = new StaysByHand()
    await client.query('begin')
    await client.query(
      `insert into placements.facility (id, name, name_key, type, state, registry_status, lifecycle, batch_id)
      select id::uuid, id, id, 'EM', '07', 'UNKNOWN', 'SIGHTED', gen_random_uuid() from unnest($1::text[]) id`,
      [[...registry.places.keys()]],
    )
    for (const told of life) {
      await done(told, registry)
      expect(await ledgerInSql()).toEqual(registry.ledger())
      expect(await sumsInSql()).toEqual(registry.sums())
    }
    await client.query('rollback')
  }
})

const at = (after: number) => new Date(MIDNIGHT + after * 3_600_000)

async function done(told: Act, registry: StaysByHand): Promise<void> {
  if (told.does === 'tell') {
    const [from, until] = [at(told.from), told.until === null ? null : at(Math.max(told.from, told.until))]
    if (!(await isKept(TELL, [told.stay, told.one, told.place, from, until]))) return
    registry.stays.set(told.stay, { child: told.one, facility: told.place, from, until })
  } else if (told.does === 'withdraw') {
    await client.query('delete from placements.stay where id = $1', [told.stay])
    registry.stays.delete(told.stay)
  } else if (told.does === 'list') {
    await client.query('update placements.facility set type = $2, state = $3 where id = $1', [
      told.place,
      told.type,
      told.state,
    ])
    registry.places.set(told.place, { type: told.type, state: told.state })
  } else await describe(told, registry)
}

/** As who follows `children` does. */
async function describe(
  { one: child, country }: Extract<Act, { does: 'describe' }>,
  { countries }: StaysByHand,
): Promise<void> {
  if (country === null) await client.query('delete from placements.child_ref where child_id = $1', [child])
  else await client.query(DESCRIBE, [child, country])
  await client.query('select placements.refresh(array[$1::uuid])', [child])
  if (country === null) countries.delete(child)
  else countries.set(child, country)
}

/** No child is in two places at once: what says so is refused. */
async function isKept(sql: string, values: readonly unknown[]): Promise<boolean> {
  await client.query('savepoint before')
  const isDone = await client.query(sql, [...values]).then(
    () => true,
    () => false,
  )
  if (!isDone) await client.query('rollback to savepoint before')
  return isDone
}

async function ledgerInSql(): Promise<string[]> {
  const { rows } = await client.query<{ entered_at: Date; left_at: Date | null; said: string }>(
    `select concat_ws(' ', stay_id, child_id, facility_id, state, nationality) as said, entered_at, left_at from placements.stay_ledger`,
  )
  return rows
    .map(({ said, entered_at, left_at }) => `${said} ${entered_at.toISOString()} ${left_at?.toISOString() ?? 'there'}`)
    .sort()
}

async function sumsInSql(): Promise<Record<string, number>> {
  const { rows } = await client.query<{ cell: string; n: number }>(
    `select concat_ws(' ', indicator, state, day, nationality) as cell, sum(n)::int as n from placements.delta group by 1 having sum(n) <> 0`,
  )
  return Object.fromEntries(rows.map(({ cell, n }) => [cell, n]))
}
