/**
 * An alert that does not say of whom it is tells of no instant by which that child is found: who came to a place or left it, and to the minute
 * when somebody was found, stands with the child for everybody who reads its record.
 */
import type { Actor } from '@vigia/kit/actor'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'

const FEDERAL = anActor('federal-secretary')
const SECRETARY = anActor('state-secretary')
const CNDH = anActor('ombudsperson-federal')
const DIF = anActor('dif-officer')
const [ENTERED, RAISED, LEFT] = ['2026-03-05T17:23:00.000Z', '2026-03-06T09:00:00.000Z', '2026-03-09T20:41:00.000Z']
const STAY = '0195a000-0000-7000-8000-000000000001'

let world: BothSides
beforeAll(async () => {
  world = await openBothSides()
})
afterAll(() => world.stop())

const firstOfItsDay = (instant: string) => instantOf(localDateOf(new Date(instant))).toISOString()

/** An alert that a fact has ended, of the child or of the place of this name. */
async function alertOf(kind: string, place: string, ofChild: boolean, fact = 'stay'): Promise<string> {
  const [row] = await world.database.query<{ id: string }>(
    `insert into oversight.alert (about, owner, kind, subject, child_id, facility_id, state, severity, since, reached_at, opened_at,
       resolved_at, resolved_by, resolved_by_id, ended_at)
     select case when $3 then 'CHILD' else 'FACILITY' end, case when $3 then $4 else f.id::text end, $1, gen_random_uuid(),
       case when $3 then $4::uuid end, f.id, '07', 'RED', $5, $5, $6, $7, $9, $8, $7
     from placements.facility f where f.name = $2 returning id`,
    [kind, place, ofChild, world.child, ENTERED, RAISED, LEFT, STAY, fact],
  )
  return row?.id ?? ''
}

const CLOCK = 'since reachedAt openedAt resolvedBy { fact id at }'
type Told = { since: string; reachedAt: string; resolvedBy: { fact: string; id: string | null; at: string | null } }

async function clockTo(actor: Actor, id: string): Promise<Told> {
  const { data, errors } = await world.graph.ask(actor, `{ alert(id: "${id}") { ${CLOCK} } }`)
  expect(errors).toBeUndefined()
  return (data as unknown as { alert: Told }).alert
}

const WHOLE = { since: ENTERED, reachedAt: ENTERED, resolvedBy: { fact: 'stay', id: STAY, at: LEFT } }
const OF_NOBODY = { since: RAISED, reachedAt: RAISED, resolvedBy: { fact: 'stay', id: null, at: null } }

describe('an alert about a place', () => {
  test.each([
    ['Casa Estatal', SECRETARY, WHOLE],
    ['Casa Estatal', FEDERAL, OF_NOBODY],
    ['Casa Estatal', CNDH, OF_NOBODY],
    ['Centro Federal', FEDERAL, OF_NOBODY],
    ['Centro Federal', CNDH, WHOLE],
    ['Centro Federal', anActor('ombudsperson-state'), OF_NOBODY],
  ])('tells who came to %s and left it to who may know that alone', async (place, actor, told) => {
    expect(await clockTo(actor, await alertOf('UNLISTED_PLACE', place, false))).toMatchObject(told)
  })
})

test('the day of an initial evaluation is told to who reads what it found, and that it ended the alert to everybody', async () => {
  const id = await alertOf('NO_INITIAL_EVALUATION', 'Casa Estatal', true, 'detection_evidence')

  const ending = { fact: 'detection_evidence', id: STAY }
  expect((await clockTo(SECRETARY, id)).resolvedBy).toEqual({ ...ending, at: LEFT })
  expect((await clockTo(FEDERAL, id)).resolvedBy).toEqual({ ...ending, at: null })
  const left = await alertOf('NO_INITIAL_EVALUATION', 'Casa Estatal', true)
  expect((await clockTo(FEDERAL, left)).resolvedBy.at).toBe(LEFT)
})

test.each(['RETURN_WITHOUT_DETERMINATION', 'NO_DETERMINATION'])(
  'the day of a determination that ended one (%s) is that of a stage, and told with the alert',
  async (kind) => {
    const id = await alertOf(kind, 'Casa Estatal', true, 'determination')

    expect((await clockTo(FEDERAL, id)).resolvedBy).toEqual({ fact: 'determination', id: STAY, at: LEFT })
  },
)

describe('an alert about a child of whom it would tell too much', () => {
  const DAYS = { since: firstOfItsDay(ENTERED), reachedAt: firstOfItsDay(ENTERED) }

  test('tells its days and no hour to who is not told of whom it is', async () => {
    const id = await alertOf('COMAR_NOT_NOTIFIED', 'Casa Estatal', true)

    expect(await clockTo(SECRETARY, id)).toMatchObject(WHOLE)
    expect(await clockTo(FEDERAL, id)).toMatchObject({
      ...DAYS,
      resolvedBy: { fact: 'stay', id: null, at: firstOfItsDay(LEFT) },
    })
    expect(await clockTo(FEDERAL, await alertOf('HELD_WITHOUT_LEGAL_BASIS', 'Centro Federal', true))).toMatchObject(
      WHOLE,
    )
  })

  test('stands in a notice by its day too', async () => {
    const id = await alertOf('CONSULATE_CONTACTED', 'Casa Estatal', true)
    await world.database.query('update oversight.alert set resolved_at = null where id = $1', [id])
    const first = async (actor: Actor) => {
      const set = '{ alertGroups(filter: { kind: [CONSULATE_CONTACTED] }) { edges { node { firstSince } } } }'
      const { data } = await world.graph.ask(actor, set)
      return (data as { alertGroups: { edges: { node: { firstSince: string } }[] } }).alertGroups.edges[0]?.node
    }

    expect(await first(SECRETARY)).toEqual({ firstSince: ENTERED })
    expect(await first(FEDERAL)).toEqual({ firstSince: DAYS.since })
  })

  test('names no place to the DIF either, which may have one child there', async () => {
    const id = await alertOf('CLAIM_GIVEN_UP_IN_CARE', 'Casa Estatal', true)
    const { data } = await world.graph.ask(
      DIF,
      '{ dutyAlerts(first: 100) { edges { node { id since child { id } facility { id } } } } }',
    )
    const { edges } = (data as { dutyAlerts: { edges: { node: { id: string } }[] } }).dutyAlerts

    expect(edges.find(({ node }) => node.id === id)?.node).toEqual({
      id,
      since: DAYS.since,
      child: null,
      facility: null,
    })
  })
})
