/**
 * One act for all alerts of a notice; which office knows of an alert; what INM answers by its numbers; and what secretariats tell of
 * their posts and of breaches.
 */
import { randomUUID } from 'node:crypto'
import { addDays } from '@vigia/law/local-dates'
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
const [federal, ombuds] = [anActor('federal-secretary'), anActor('ombudsperson-federal')]
const procuraduria = anActor('ppnna-officer')
const today = localDateOf(new Date())

async function asked<Data>(actor: typeof federal, query: string): Promise<Data> {
  const { data, errors } = await world.graph.ask(actor, query)
  expect(errors).toBeUndefined()
  return data as Data
}

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
  expect(again.errors).toBeUndefined()
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

interface Stepped {
  id: string
  kind: string
  steps: { step: string; by: string | null; role: string | null; reason: string | null }[]
}

test('what INM answers becomes a step of the alerts about that number, which it is not told of; of a number of nobody nothing does', async () => {
  const inm = anActor('inm-officer', { org: 'INM-07' })
  const text = 'Se entregó al DIF, con acta, esa misma noche'
  const of = async (kinds: string) => {
    const query = `{ alerts(first: 100, filter: { kind: [${kinds}], isOpen: true }) { edges { node { id kind steps { step by role reason } } } } }`
    const { alerts } = await asked<{ alerts: { edges: { node: Stepped }[] } }>(federal, query)
    return alerts.edges.map(({ node }) => node)
  }
  const answered = async () =>
    (await of('HELD_WITHOUT_LEGAL_BASIS, CASE_NOT_PROCESSED, NO_HUMANITARIAN_STATUS, HANDOVER_NOT_PROVEN')).filter(
      ({ steps }) => steps.some(({ reason }) => reason === text),
    )
  const sent = [
    await world.act(inm, 'answerByNumber', { number: world.actaOf(37).toLowerCase(), text }),
    await world.act(anActor('inm-officer', { states: ['30'] }), 'answerByNumber', { number: world.actaOf(25), text }),
    await world.act(inm, 'answerByNumber', { number: 'nada de nadie', text }),
  ]
  expect(sent.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
  expect(
    new Set(sent.map(({ data }) => Object.keys((data as Record<string, object>)['answerByNumber'] ?? {}).join())),
  ).toEqual(new Set(['number,at']))

  for (let n = 0; n < 5; n += 1) await world.judgedAt(new Date())
  const once = await answered()
  // A round looks for one answer.
  for (let n = 0; n < 15; n += 1) await world.judgedAt(inHours(Math.floor(n / 3) * 5))

  // All that INM owes of that child, and nothing that the Procuraduría does; nor of another child, nor by an office of another state.
  expect(once.map(({ kind }) => kind).toSorted()).toEqual([
    ...['HANDOVER_NOT_PROVEN', 'HELD_WITHOUT_LEGAL_BASIS', 'NO_HUMANITARIAN_STATUS'],
  ])
  expect(once[0]?.steps.at(-1)).toMatchObject({
    ...{ step: 'ANSWERED', by: 'inm-officer of a test', role: 'inm-officer', reason: text },
  })
  const steps = (await answered()).flatMap((alert) => alert.steps)
  expect(steps.filter(({ reason }) => reason === text)).toHaveLength(3)
  const [streamed] = await world.database.query<{ n: number }>(
    `select count(*)::int as n from stream.alert_step s join oversight.alert_history h on h.id = s.step_id
     where s.step = 'ANSWERED' and h.words = $1`,
    [text],
  )
  expect(streamed?.n).toBe(3)
  expect(await world.database.query('select from oversight.answer_waiting where next_at < $1', [inHours(20)])).toEqual(
    [],
  )
})

test('the federal secretary tells of a vacant secretariat, a secretariat keeps the log of breaches, and both raise alerts of the state', async () => {
  const told = await world.act(federal, 'recordSecretariat', {
    ...{ state: '07', condition: 'VACANT', since: addDays(today, -40), reason: REASON },
  })
  const found = await world.act(secretary, 'recordBreach', {
    ...{ authority: 'DIF', states: ['07'], foundAt: inHours(-2), words: 'Se perdió un equipo con listas del centro' },
  })
  await world.judgedAt(new Date())
  const open = async (kind: string) =>
    (
      await asked<{ alerts: { edges: { node: object }[] } }>(
        federal,
        `{ alerts(filter: { kind: [${kind}], isOpen: true }) { edges { node { severity number state { code } dutyHolders overseers } } } }`,
      )
    ).alerts.edges.map(({ node }) => node)
  expect(told.errors ?? found.errors).toBeUndefined()
  expect(await open('SECRETARIAT_VACANT')).toEqual([
    {
      severity: 'RED',
      number: 'A36',
      state: { code: '07' },
      dutyHolders: ['SIPINNA_STATE'],
      overseers: ['SIPINNA', 'CEDH'],
    },
  ])
  expect(await open('SECURITY_BREACH')).toMatchObject([{ severity: 'RED', number: 'A38', dutyHolders: ['DIF'] }])

  const { breach } = (found.data as { recordBreach: { breach: { id: string } } }).recordBreach
  const words = 'Se avisó a las familias y a la autoridad garante'
  const refused = [
    await world.act(secretary, 'recordSecretariat', { state: '07', condition: 'HELD', since: today, reason: REASON }),
    await world.act(federal, 'recordSecretariat', { state: '00', condition: 'HELD', since: today, reason: REASON }),
    await world.act(anActor('federal-secretary', { states: ['30'] }), 'recordSecretariat', {
      ...{ state: '07', condition: 'HELD', since: today, reason: REASON },
    }),
    await world.act(federal, 'recordSecretariat', {
      state: '07',
      condition: 'HELD',
      since: addDays(today, 1),
      reason: REASON,
    }),
    await world.act(secretary, 'recordBreach', { authority: 'DIF', states: ['07', '30'], foundAt: inHours(-2), words }),
    await world.act(ombuds, 'recordBreach', { authority: 'DIF', states: ['07'], foundAt: inHours(-2), words }),
    await world.act(anActor('state-secretary', { states: ['30'] }), 'recordBreachNotice', {
      ...{ id: breach.id, toldAt: inHours(-1), words },
    }),
    await world.act(secretary, 'recordBreachNotice', { id: breach.id, toldAt: inHours(-3), words }),
  ]
  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...[
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'BAD_USER_INPUT',
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
      'BAD_USER_INPUT',
    ],
  ])

  await world.act(federal, 'recordSecretariat', { state: '07', condition: 'HELD', since: today, reason: REASON })
  await world.act(secretary, 'recordBreachNotice', { id: breach.id, toldAt: inHours(-1), words })
  await world.judgedAt(new Date())
  expect([await open('SECRETARIAT_VACANT'), await open('SECURITY_BREACH')]).toEqual([[], []])
  const log =
    '{ secretariats { state { code } condition since } breaches { edges { node { authority toldAt notice states { code } } } } }'
  expect(await asked(secretary, log)).toMatchObject({
    secretariats: [{ state: { code: '07' }, condition: 'HELD', since: today }],
    breaches: { edges: [{ node: { authority: 'DIF', notice: words, states: [{ code: '07' }] } }] },
  })
  expect(await asked(anActor('state-secretary', { states: ['30'] }), log)).toEqual({
    ...{ secretariats: [], breaches: { edges: [] } },
  })
})
