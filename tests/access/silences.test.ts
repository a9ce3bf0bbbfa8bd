/** What holds back notices and never alerts, who may say so, and that it is said once. */
import { randomUUID } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silenceAlerts } from '../../services/oversight/src/actions/silence-alerts.ts'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type AlertWorld, faultIn, inHours, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'
import { eventually } from '../support/eventually.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const asked: AlertWorld['asked'] = (...wanted) => world.asked(...wanted)

const [secretary, ombuds] = [anActor('state-secretary'), anActor('ombudsperson-federal')]
const REASON = 'Obra en el centro: todos lo saben hasta el viernes'

interface Silenced {
  alerts: { edges: { node: { severity: string; silencedUntil: string | null } }[] }
}
const silenced = async (actor: typeof secretary) => {
  const query =
    '{ alerts(filter: { kind: [HELD_WITHOUT_LEGAL_BASIS], state: "07" }) { edges { node { severity silencedUntil } } } }'
  const { alerts } = await asked<Silenced>(actor, query)
  return Object.fromEntries(alerts.edges.map(({ node }) => [node.severity, node.silencedUntil]))
}
const silencing = (more: object = {}) => ({
  ...{ kind: '[HELD_WITHOUT_LEGAL_BASIS]', state: '07', reason: REASON, until: inHours(48), ...more },
})

test('a silence holds back notices of its own role, never of what is critical, and is seen by all who oversee', async () => {
  const until = inHours(48)
  const set = await world.act(secretary, 'silenceAlerts', silencing({ until }))

  expect(set.errors).toBeUndefined()
  expect(await silenced(secretary)).toEqual({ CRITICAL: null, RED: until.toISOString(), AMBER: until.toISOString() })
  expect(await silenced(ombuds)).toEqual({ CRITICAL: null, RED: null, AMBER: null })
  const list =
    '{ silences(filter: { isStanding: true }) { edges { node { id role reason by until endedAt state { code } } } } }'
  const { silences } = await asked<{ silences: { edges: { node: { id: string } }[] } }>(ombuds, list)
  expect(silences.edges.map(({ node }) => node)).toMatchObject([
    { role: 'state-secretary', reason: REASON, by: 'state-secretary of a test', state: { code: '07' } },
  ])
  expect((await entriesOf(world.database)).findLast(({ act }) => act === 'WRITE')).toMatchObject({
    act: 'WRITE',
    asked: ['silenceAlerts'],
    reason: REASON,
  })

  const id = silences.edges[0]?.node.id ?? ''
  expect(faultIn(await world.act(ombuds, 'endSilence', { id }))?.['code']).toBe('NOT_FOUND')
  expect((await world.act(secretary, 'endSilence', { id })).errors).toBeUndefined()
  expect(await silenced(secretary)).toEqual({ CRITICAL: null, RED: null, AMBER: null })
  expect(await asked(ombuds, list)).toEqual({ silences: { edges: [] } })
})

test('a silence that is sent again under its key is the one before, though its time is over by then', async () => {
  const db = open(urlOfRole(world.database.url, 'vigia_oversight'))
  const until = inHours(2)
  const wish = {
    kinds: ['LONG_STAY'],
    state: '07',
    facilityId: null,
    reason: REASON,
    until,
    key: 'sent twice',
  } as const
  const sentAt = (now: Date, more: object = {}) =>
    silenceAlerts({ db, actor: secretary, now, requestId: 'a test' }, { ...wish, ...more })
  try {
    const first = await sentAt(new Date())
    // Of other notices, for the same reason and as long.
    const second = await sentAt(inHours(1), { kinds: ['REVIEW_OVERDUE'], key: 'of others' })

    expect(await sentAt(inHours(3))).toMatchObject({ id: first.id, until })
    await expect(sentAt(inHours(3), { key: 'another key' })).rejects.toThrow('Say until when')
    for (const { id } of [first, second]) await world.act(secretary, 'endSilence', { id })
  } finally {
    await db.close()
  }
})

test('a silence that several end at once is ended by one of them', async () => {
  const set = await world.act(secretary, 'silenceAlerts', silencing())
  const { id } = (set.data as { silenceAlerts: { silence: { id: string } } }).silenceAlerts.silence
  const colleagues = [1, 2, 3].map((i) => anActor('state-secretary', { sub: `secretary ${i}` }))
  const held = openPool(world.database.url, 1)
  await held.query('begin')
  await held.query('select from oversight.alert_silence where id = $1 for update', [id])
  const ending = Promise.all(colleagues.map((one) => world.act(one, 'endSilence', { id })))
  // All have seen that it stands, and wait for it.
  await eventually(
    () =>
      world.database.query(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%ended_by%'`),
    ({ length }) => length === colleagues.length,
  )
  await held.query('commit')
  await held.end()

  expect((await ending).map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
  const [row] = await world.database.query<{ by: string }>(
    `select ended_by as by from oversight.alert_silence where id = '${id}'`,
  )
  const written = (await entriesOf(world.database)).filter(
    ({ act, asked: acts, subject }) => act === 'WRITE' && acts.includes('endSilence') && /^secretary \d$/.test(subject),
  )
  expect(written.map(({ subject }) => subject)).toEqual([row?.by])
})

test('given no reason, too long a time, another state, a duty of one’s own or a place that is not there, nothing is silenced', async () => {
  const refused = [
    await world.act(secretary, 'silenceAlerts', silencing({ reason: 'porque sí' })),
    await world.act(secretary, 'silenceAlerts', silencing({ until: inHours(7 * 24 + 1) })),
    await world.act(secretary, 'silenceAlerts', silencing({ state: '30' })),
    await world.act(secretary, 'silenceAlerts', silencing({ state: '00' })),
    await world.act(ombuds, 'silenceAlerts', silencing({ kind: '[NO_DETERMINATION]' })), // a duty of a state
    await world.act(anActor('ppnna-officer'), 'silenceAlerts', silencing()),
    await world.act(secretary, 'silenceAlerts', silencing({ facility: randomUUID() })),
  ]

  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'BAD_USER_INPUT'],
  ])
  expect(refused.at(-1)?.errors?.[0]?.message).toBe('No place of that state has this id.')
  expect(await world.database.query('select from oversight.alert_silence where ended_at is null')).toEqual([])
})

test('a place of another state is told apart from none by no answer, and a silence of a place of one’s own holds', async () => {
  const places = await world.database.query<{ id: string; state: string }>(
    `select distinct on (state) facility_id as id, state from oversight.facility_ref where state in ('07', '30') order by state`,
  )
  const [own, elsewhere] = places.map(({ id }) => id)
  const sent = (facility: string | undefined) => world.act(secretary, 'silenceAlerts', silencing({ facility }))
  const saidOf = async (facility: string | undefined) => {
    const answer = await sent(facility)
    return [faultIn(answer)?.['code'], answer.errors?.map(({ message }) => message)]
  }

  expect(await saidOf(elsewhere)).toEqual(['BAD_USER_INPUT', ['No place of that state has this id.']])
  expect(await saidOf(elsewhere)).toEqual(await saidOf(randomUUID()))
  expect(await world.database.query('select from oversight.alert_silence where ended_at is null')).toEqual([])
  expect((await sent(own)).errors).toBeUndefined()

  // Put right to be in the other state, it is told no more; that it was of one place is
  const list = '{ silences(filter: { isStanding: true }) { edges { node { facility { name } isOfOnePlace } } } }'
  const listed = async () => (await asked<{ silences: { edges: unknown[] } }>(secretary, list)).silences.edges
  expect(await listed()).toEqual([{ node: { facility: { name: expect.any(String) }, isOfOnePlace: true } }])
  await world.database.query("update placements.facility set state = '30', municipality_key = null where id = $1", [
    own,
  ])
  expect(await listed()).toEqual([{ node: { facility: null, isOfOnePlace: true } }])
})
