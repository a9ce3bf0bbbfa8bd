import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, inHours, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const asked: AlertWorld['asked'] = (...wanted) => world.asked(...wanted)
const _listed: AlertWorld['listed'] = (...wanted) => world.listed(...wanted)
const _one: AlertWorld['one'] = (...wanted) => world.one(...wanted)
const _act: AlertWorld['act'] = (...wanted) => world.act(...wanted)

const REASON = 'El DIF de Tapachula viene por ellas esta tarde'
const [federal, ombuds] = [anActor('federal-secretary'), anActor('ombudsperson-federal')]
const _procuraduria = anActor('ppnna-officer')
const today = localDateOf(new Date())

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
    await world.act(federal, 'recordBreach', { authority: 'DIF', states: ['07', '00'], foundAt: inHours(-2), words }),
  ]
  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'BAD_USER_INPUT', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT'],
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
