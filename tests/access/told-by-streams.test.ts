/** Who was told of an alert by a stream, as gateways wrote it down; and since when something waits to be told by one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const federal = anActor('federal-secretary')

/** Follows behind a place; gives the name of the connection. */
async function aFollower(
  subject: string,
  role: string,
  after: number,
  more: { org?: string; hasCursor?: boolean } = {},
) {
  const id = randomUUID()
  const states = role === 'state-secretary' ? `'{07}'` : 'null'
  await world.database.query(
    `insert into stream.follower (id, stream, subject, role, office, states, after_seq, has_cursor)
     values ('${id}', 'stream:${role}', '${subject}', '${role}', $1, ${states}, ${after}, ${more.hasCursor === true})`,
    [more.org ?? null],
  )
  return id
}

const told = (
  seqs: readonly number[],
  { cohort = null as string | null, besides = [] as string[], without = [] as string[] },
) =>
  world.database.query(
    `insert into stream.telling (id, seqs, cohort, besides, without) values (gen_random_uuid(), $1::bigint[], $2::uuid, $3::uuid[], $4::uuid[])`,
    [seqs, cohort, besides, without],
  )

interface Told {
  authority: string
  step: string
  tries: number
  knownAt: string | null
}

async function streamsOf(alert: string, actor = secretary): Promise<Told[] | null> {
  const { data } = await world.graph.ask(
    actor,
    `{ dutyToKnow(alertId: "${alert}", first: 100) { edges { node { channel authority step outcome tries toldAt knownAt confirmedAt } } } }`,
  )
  const { dutyToKnow } = data as { dutyToKnow: { edges: { node: Told & { channel: string } }[] } | null }
  return dutyToKnow?.edges.map(({ node }) => node).filter(({ channel }) => channel === 'STREAM') ?? null
}

test('whoever a step was written to stands there by office or organization, and nobody else; who comes back behind it is known to have it', async () => {
  // Given an alert with a place, and one that comes after it
  const { id } = await world.one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  const [step] = await world.database.query<{ seq: number }>(
    'select seq::int from stream.alert_step where alert_id = $1',
    [id],
  )
  const seq = step?.seq ?? 0
  const [one, colleague, slow, partner, elsewhere] = [
    await aFollower('one', 'state-secretary', 0),
    await aFollower('a colleague', 'state-secretary', 0),
    await aFollower('slow', 'federal-secretary', 0),
    await aFollower('client:aliado', 'partner', 0, { org: 'Aliado' }),
    await aFollower('elsewhere', 'ombudsperson-federal', 0),
  ]
  const cohort = randomUUID()
  await world.database.query('insert into stream.cohort (id, followers) values ($1, $2::uuid[])', [
    cohort,
    [one, colleague, slow],
  ])

  // When it was written to all of them but the slow one, and to a partner besides; the other step was written to another
  await told([seq - 1, seq], { cohort, besides: [partner], without: [slow] })
  await told([seq + 1], { besides: [elsewhere] })

  // Then these stand there, and what nobody said is not known
  const never = { knownAt: null, confirmedAt: null, outcome: 'WRITTEN', step: 'OPENED', toldAt: expect.any(String) }
  const [theirs, ofThePartner] = [
    { channel: 'STREAM', authority: 'state-secretary:07', tries: 2, ...never },
    { channel: 'STREAM', authority: 'Aliado', tries: 1, ...never },
  ]
  expect(await streamsOf(id)).toEqual(expect.arrayContaining([theirs, ofThePartner]))
  expect(await streamsOf(id)).toHaveLength(2)

  // And whoever comes back with a cursor of then has it; one that came with none has said nothing
  await aFollower('one', 'state-secretary', seq, { hasCursor: true })
  await aFollower('client:aliado', 'partner', seq, { org: 'Aliado' })
  expect(await streamsOf(id)).toEqual(
    expect.arrayContaining([{ ...theirs, knownAt: expect.any(String) }, ofThePartner]),
  )
  expect(await streamsOf(id, anActor('state-secretary', { states: ['30'] }))).toBeNull()
})

test('a step that has no place yet is told of with since when it waits, and moments are no waiting', async () => {
  const since = async () => {
    const { data } = await world.graph.ask(federal, '{ alertsUntoldSince }')
    return (data as { alertsUntoldSince: string | null }).alertsUntoldSince
  }
  const waits = (ago: string) =>
    world.database.query(
      `insert into stream.alert_waiting (step_id, alert_id, step, severity, at)
       select 900000000, id, 'OPENED', 'RED', now() - interval '${ago}' from oversight.alert limit 1`,
    )

  expect(await since()).toBeNull()
  await waits('2 seconds')
  expect(await since()).toBeNull()
  await waits('5 minutes')
  expect(Date.now() - new Date((await since()) ?? 0).getTime()).toBeGreaterThan(290_000)
  expect(Date.now() - new Date((await since()) ?? 0).getTime()).toBeLessThan(600_000)
})
