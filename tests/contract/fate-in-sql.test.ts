/** Random lives of children: the database derives the same fate and stages as the rule in TypeScript. */

import { EXIT_TYPES } from '@vigia/law/closures'
import { codesOf } from '@vigia/law/code-list'
import { CLOSING_REASONS } from '@vigia/law/protection-cases'
import { RETURN_TYPES } from '@vigia/law/return-types'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fateOfChild, type KnownOfChild } from '../../services/oversight/src/rules/fate-of-child.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const SEED = 20261125
const START = Date.parse('2025-03-01T12:00:00Z')
// Few instants of two days, so that many coincide.
const instant = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.nat(1))
  .map(([hours, days]) => START + (24 * days + hours) * 3_600_000)
/** At an hour, or on one of these days at one that nobody tells. */
const departure = fc.oneof(
  instant,
  fc.nat(1).map((days) => Date.parse('2025-03-01T06:00:00Z') + days * 86_400_000),
)
const end = <Code extends string>(codes: readonly Code[]) =>
  fc.oneof(
    fc.constant({ hours: null, code: null }),
    fc.record({ hours: fc.integer({ min: 0, max: 5 }), code: fc.constantFrom(...codes, null) }),
  )

const life: fc.Arbitrary<KnownOfChild> = fc
  .record({
    detections: fc.array(instant, { minLength: 1, maxLength: 3 }),
    stays: fc.array(fc.tuple(instant, end(codesOf(EXIT_TYPES))), { maxLength: 3 }),
    cases: fc.array(fc.tuple(instant, end(codesOf(CLOSING_REASONS))), { maxLength: 2 }),
    returns: fc.array(fc.record({ departedAt: departure, type: fc.constantFrom(...codesOf(RETURN_TYPES)) }), {
      maxLength: 2,
    }),
  })
  .map(({ detections, stays, cases, returns }) => ({
    firstDetectedAt: Math.min(...detections),
    detections,
    stays: stays.map(([enteredAt, { hours, code }]) => ({
      enteredAt,
      leftAt: hours === null ? null : enteredAt + hours * 3_600_000,
      exitType: code,
    })),
    cases: cases.map(([openedAt, { hours, code }]) => ({
      openedAt,
      closedAt: hours === null ? null : openedAt + hours * 3_600_000,
      closingReason: code,
    })),
    returns,
  }))

test('the fate in SQL is the fate of the rule', async () => {
  const lives = fc.sample(life, { seed: SEED, numRuns: 2_000 })

  const fates = await fatesInSql(lives)

  expect(fates).toEqual(lives.map(fateOfChild))
  expect(new Set(fates)).toEqual(new Set(['RETURNED', 'LEFT', 'WAITING', 'UNKNOWN']))
})

async function fatesInSql(lives: readonly KnownOfChild[]): Promise<string[]> {
  await database.query(
    `insert into oversight.child_ref
     select (l ->> 'child')::uuid, 'F' || ord, '07', to_timestamp((l ->> 'first')::float / 1000), 'HND', 'UNKNOWN', 'SEPARATED'
     from jsonb_array_elements($1::jsonb) with ordinality as t (l, ord)`,
    [JSON.stringify(lives.map(({ firstDetectedAt }, at) => ({ child: idOf(at), first: firstDetectedAt })))],
  )
  await database.query(
    `insert into oversight.path_fact (entity_id, entity, child_id, at, until, code)
     select gen_random_uuid(), f ->> 'entity', (f ->> 'child')::uuid, to_timestamp((f ->> 'at')::float / 1000),
            to_timestamp((f ->> 'until')::float / 1000), f ->> 'code'
     from jsonb_array_elements($1::jsonb) f`,
    [JSON.stringify(lives.flatMap(factsOf))],
  )
  await database.query('select oversight.refresh(array(select child_id from oversight.child_ref))')
  const rows = await database.query<{ fate: string }>('select fate from oversight.child_path order by child_id')
  return rows.map(({ fate }) => fate)
}

function factsOf({ detections, stays, cases, returns }: KnownOfChild, at: number): object[] {
  const child = idOf(at)
  return [
    ...detections.map((found) => ({ entity: 'detection', child, at: found })),
    ...stays.map((stay) => ({ entity: 'stay', child, at: stay.enteredAt, until: stay.leftAt, code: stay.exitType })),
    ...cases.map((file) => ({
      entity: 'protection_case',
      child,
      at: file.openedAt,
      until: file.closedAt,
      code: file.closingReason,
    })),
    ...returns.map(({ departedAt, type }) => ({ entity: 'executed_return', child, at: departedAt, code: type })),
  ]
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
