/** Which office knows of an alert, and one act for all alerts of a notice. */
import { randomUUID } from 'node:crypto'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type AlertWorld, faultIn, inHours, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const listed: AlertWorld['listed'] = (...wanted) => world.listed(...wanted)
const one: AlertWorld['one'] = (...wanted) => world.one(...wanted)
const act: AlertWorld['act'] = (...wanted) => world.act(...wanted)

const REASON = 'El DIF de Tapachula viene por ellas esta tarde'
const [_federal, ombuds] = [anActor('federal-secretary'), anActor('ombudsperson-federal')]
const procuraduria = anActor('ppnna-officer')
const _today = localDateOf(new Date())

test('whoever opens an alert makes its office know of it, once; who only lists or follows alerts does not, and no program', async () => {
  const { id } = await one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  const told = async (actor = secretary) => {
    const answer = await world.graph.ask(
      actor,
      `{ dutyToKnow(alertId: "${id}") { edges { node { channel role authority outcome severity toldAt knownAt confirmedAt } } } }`,
    )
    expect(answer.errors).toBeUndefined()
    const { dutyToKnow } = answer.data as {
      dutyToKnow: { edges: { node: { channel: string; knownAt: string } }[] }
    }
    return dutyToKnow.edges.map(({ node }) => node).filter(({ channel }) => channel === 'DASHBOARD')
  }
  expect(await told()).toEqual([])

  const first = await act(secretary, 'knowOfAlert', { id })
  const colleague = await act(anActor('state-secretary', { sub: 'a colleague' }), 'knowOfAlert', { id })
  const federal = await act(anActor('federal-secretary'), 'knowOfAlert', { id })
  const refused = [
    await act(anActor('state-secretary', { states: ['30'] }), 'knowOfAlert', { id }),
    await act(anActor('dif-officer'), 'knowOfAlert', { id }), // a duty of INM
    await act(anActor('state-secretary', { kind: 'machine' }), 'knowOfAlert', { id }),
  ]

  expect([first.errors, federal.errors]).toEqual([undefined, undefined])
  expect(colleague.data).toEqual(first.data)
  const { knownAt } = (first.data as { knowOfAlert: { knownAt: string } }).knowOfAlert
  expect(await told()).toEqual([
    {
      ...{ channel: 'DASHBOARD', role: 'federal-secretary', authority: 'federal-secretary', outcome: 'READ' },
      ...{ severity: 'RED', toldAt: expect.any(String), knownAt: expect.any(String), confirmedAt: null },
    },
    {
      ...{ channel: 'DASHBOARD', role: 'state-secretary', authority: 'state-secretary:07', outcome: 'READ' },
      ...{ severity: 'RED', toldAt: knownAt, knownAt, confirmedAt: null },
    },
  ])
  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN'])
  const written = (await entriesOf(world.database)).filter(({ asked }) => asked.includes('knowOfAlert'))
  expect(written.filter(({ act }) => act === 'WRITE')).toHaveLength(2)
})

test('all alerts of a notice are seen to in one act: a step of each, one entry of the audit; what cannot be is named, and holds up nobody', async () => {
  const held = await listed('{ kind: [HELD_WITHOUT_LEGAL_BASIS], isOpen: true }')
  const [station] = await listed('{ kind: [HELD_IN_PROHIBITED_PLACE] }', ombuds)
  const [file] = await listed('{ kind: [CASE_NOT_PROCESSED], isOpen: true }')
  const [stale, ...fresh] = held.map(({ id, version }) => ({ id, version }))
  const nobody = { id: randomUUID(), version: 1 }
  const alerts = [
    ...[{ ...stale, version: (stale?.version ?? 0) + 5 }, ...fresh, nobody],
    ...[station, file].map((alert) => ({ id: alert?.id, version: alert?.version })),
  ]
  const key = randomUUID()
  const wish = { alerts, reason: REASON, until: inHours(5), key }

  const { data, errors } = await act(anActor('state-secretary', { states: ['07'] }), 'acknowledgeAlerts', wish)
  const again = await act(anActor('state-secretary', { states: ['07'] }), 'acknowledgeAlerts', wish)

  expect(errors).toBeUndefined()
  const { acknowledgeAlerts } = data as {
    acknowledgeAlerts: { alerts: { id: string; acknowledgedUntil: string }[]; refused: { id: string; code: string }[] }
  }
  expect(acknowledgeAlerts.alerts.map(({ id }) => id).toSorted()).toEqual(
    [...fresh.map(({ id }) => id), file?.id ?? ''].toSorted(),
  )
  expect(acknowledgeAlerts.refused).toEqual([
    { id: stale?.id, code: 'CONFLICT', version: stale?.version },
    { id: nobody.id, code: 'NOT_FOUND', version: null },
    { id: station?.id, code: 'NOT_FOUND', version: null }, // of another state
  ])
  const steps = (await listed('{ isAcknowledged: true }')).map((alert) => alert.steps.at(-1))
  expect(steps.filter((step) => step?.reason === REASON && step.step === 'ACKNOWLEDGED')).toHaveLength(fresh.length + 1)
  expect((await entriesOf(world.database)).findLast(({ act }) => act === 'WRITE')).toMatchObject({
    ...{ asked: ['acknowledgeAlerts'], reason: REASON, records: fresh.length + 1 },
  })
  // Whoever did not hear the answer, and asks once more, is told the same of each.
  expect(again).toEqual({ data, errors, status: 200 })
  expect((await listed('{ isAcknowledged: true }')).map((alert) => alert.steps.at(-1))).toEqual(steps)

  const refused = [
    await act(procuraduria, 'acknowledgeAlerts', {
      alerts: [{ id: file?.id, version: 99 }],
      reason: REASON,
      until: inHours(2),
    }),
    await act(secretary, 'acknowledgeAlerts', { alerts: [], reason: REASON, until: inHours(2) }),
    await act(secretary, 'acknowledgeAlerts', { alerts: fresh, reason: 'porque sí', until: inHours(2) }),
  ]
  expect(refused.map((answer) => faultIn(answer)?.['code'] ?? JSON.stringify(answer.data))).toEqual([
    `{"acknowledgeAlerts":{"alerts":[],"refused":[{"id":"${file?.id}","code":"FORBIDDEN","version":${(file?.version ?? 0) + 1}}]}}`,
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ])
})
