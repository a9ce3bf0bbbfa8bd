/** Alerts of acts without an interpreter (A29) that a registry of before had name whose act it was, and everybody is judged again by the clocks of now. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const [CHILD, HEARD, LESSENED, INTERVIEWED, PLACE] = [1, 2, 3, 4, 5].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
)

/** As each was raised before: under the id of the act alone. */
const ALERTS = [
  ['NO_INTERPRETER', HEARD, 'RED'],
  ['NO_INTERPRETER', LESSENED, 'AMBER'],
  ['NO_INTERPRETER', INTERVIEWED, 'AMBER'],
  ['RETURN_WITHOUT_DETERMINATION', HEARD, 'CRITICAL'],
] as const

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261201120000_whose_act_had_no_interpreter')
  const { database } = before
  await database.query(
    `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
     values ($1, 'NNA-1', '07', '2026-03-01', 'HTI', 'FROM_12_TO_17', 'UNACCOMPANIED')`,
    [CHILD],
  )
  await database.query(
    `insert into oversight.facility_ref (facility_id, kind, state, type, side) values ($1, 'CARE', '07', 'CASE', 'STATE')`,
    [PLACE],
  )
  await database.query(
    `insert into oversight.path_fact (entity_id, entity, child_id, at, code, state)
     values ($1, 'determination', $2, '2026-03-09', 'RETURN_NOT_PERMITTED', '07')`,
    [LESSENED, CHILD],
  )
  for (const [kind, subject, severity] of ALERTS)
    await database.query(
      `insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
       values ($1, 'CHILD', $2::text, $3, $2::uuid, '07', $4, '2026-03-09', '2026-03-09', '2026-03-10')`,
      [kind, CHILD, subject, severity],
    )
  await database.query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('a grave one, and one of a determination that is known, are the Procuraduría’s; one of an interview is INM’s; others keep their name', async () => {
  const named = await before.database.query(
    'select kind, subject, severity from oversight.alert order by subject, kind',
  )

  expect(named).toEqual([
    { kind: 'RETURN_WITHOUT_DETERMINATION', subject: HEARD, severity: 'CRITICAL' },
    { kind: 'NO_INTERPRETER', subject: `${HEARD}/PPNNA`, severity: 'RED' },
    { kind: 'NO_INTERPRETER', subject: `${LESSENED}/PPNNA`, severity: 'AMBER' },
    { kind: 'NO_INTERPRETER', subject: `${INTERVIEWED}/INM`, severity: 'AMBER' },
  ])
})

test('the child, the place, every state and the nation are due', async () => {
  const due = await before.database.query<{ about: string; n: number }>(
    `select about, count(*)::int as n from oversight.alert_due where due_at = '-infinity' group by 1 order by 1`,
  )

  expect(due).toEqual([
    { about: 'CHILD', n: 1 },
    { about: 'FACILITY', n: 1 },
    { about: 'STATE', n: 33 },
  ])
})
