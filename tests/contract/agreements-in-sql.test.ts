/** Which steps of alerts are put up for whose systems, in SQL: a partner's by its agreement as the law reads it, and by what an endpoint asks for. */
import { type Agreement, outOfTerm } from '@vigia/law/agreements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const FROM = Date.parse('2026-03-01T06:00:00Z')
const UNTIL = Date.parse('2026-04-01T06:00:00Z')
const INSTANTS = [FROM - 1, FROM, UNTIL - 1, UNTIL]
const [KIND, ANOTHER] = ['CASE_NOT_PROCESSED', 'HELD_IN_PROHIBITED_PLACE'] as const

const agreed = async (role: string, agreement: Agreement | null, at: number): Promise<boolean> => {
  const [row] = await database.query<{ agreed: boolean }>(
    `select oversight.is_agreed(jsonb_populate_record(null::oversight.webhook_owner, $1), $2, to_timestamp($3::numeric / 1000)) as agreed`,
    [JSON.stringify({ role, agreement }), KIND, at],
  )
  return row?.agreed === true
}

test.each<[string, Pick<Agreement, 'data' | 'kinds'>, boolean]>([
  ['alerts of every kind', { data: ['alerts'], kinds: null }, true],
  ['alerts of that kind', { data: ['overstays', 'alerts'], kinds: [KIND] }, true],
  ['alerts of another kind', { data: ['alerts'], kinds: [ANOTHER] }, false],
  ['alerts of no kind', { data: ['alerts'], kinds: [] }, false],
  ['whoever is held too long, and no alert', { data: ['overstays'], kinds: null }, false],
])('a partner whose agreement names %s is told of it in its term, or never', async (_what, of, isNamed) => {
  for (const at of INSTANTS) {
    const agreement = { ...of, from: FROM, until: UNTIL }
    expect([at, await agreed('partner', agreement, at)]).toEqual([at, isNamed && outOfTerm(agreement, at) === null])
  }
})

test('a partner without an agreement is told nothing; whoever is no partner needs none', async () => {
  expect(await agreed('partner', null, FROM)).toBe(false)
  expect(await agreed('ombudsperson-state', null, FROM)).toBe(true)
})

const STEP = { step: 'OPENED', severity: 'RED', kind: KIND, state: '07' }
const ALL = { steps: ['OPENED', 'RESOLVED'], states: null, severities: null, kinds: null }

test.each<[string, object, string[] | null, boolean]>([
  ['of all states', ALL, null, true],
  ['of its owner’s state', ALL, ['07'], true],
  ['of a state that is not its owner’s', ALL, ['30'], false],
  ['of the state that it asks for', { ...ALL, states: ['07'] }, ['07', '30'], true],
  ['of a state that it does not ask for', { ...ALL, states: ['30'] }, ['07', '30'], false],
  ['of the severity that it asks for', { ...ALL, severities: ['RED'] }, null, true],
  ['of another severity', { ...ALL, severities: ['CRITICAL'] }, null, false],
  ['of the kind that it asks for', { ...ALL, kinds: [KIND] }, null, true],
  ['of another kind', { ...ALL, kinds: [ANOTHER] }, null, false],
  ['of another step', { ...ALL, steps: ['RESOLVED'] }, null, false],
])('an endpoint is told a step %s, or not', async (_what, endpoint, ofOwner, isWanted) => {
  const { step, severity, kind, state } = STEP
  const rows = await database.query(
    'select oversight.is_wanted(jsonb_populate_record(null::oversight.webhook_endpoint, $1), $2, $3, $4, $5, $6) as wanted',
    [JSON.stringify(endpoint), ofOwner, step, severity, kind, state],
  )

  expect(rows).toEqual([{ wanted: isWanted }])
})
