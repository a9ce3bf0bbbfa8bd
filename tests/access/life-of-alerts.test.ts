/**
 * What persons do about alerts: who oversees a duty sees to it, gives it to somebody and closes it; who owes it answers and never
 * dismisses it; each is a step of the history, and no figure grows smaller for it.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import {
  type AlertWorld,
  alertAfter,
  faultIn,
  inHours,
  actorOfAlerts as secretary,
  worldOfAlerts,
} from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const listed: AlertWorld['listed'] = (...asked) => world.listed(...asked)
const one: AlertWorld['one'] = (...asked) => world.one(...asked)
const act: AlertWorld['act'] = (...asked) => world.act(...asked)
const judgedAt: AlertWorld['judgedAt'] = (now) => world.judgedAt(now)

const REASON = 'El DIF de Tapachula viene por ella esta tarde'
const ombuds = anActor('ombudsperson-federal')
const procuraduria = anActor('ppnna-officer')

test('somebody who oversees the duty sees to an alert until a time, which stands in the audit; from then on it is open again, by itself', async () => {
  const { id, version } = await one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  const until = inHours(5).toISOString()

  const seen = alertAfter(await act(secretary, 'acknowledgeAlert', { id, version, reason: REASON, until }))

  expect(seen).toMatchObject({ version: version + 1, acknowledgedUntil: until })
  expect(seen.steps.at(-1)).toMatchObject({
    ...{ step: 'ACKNOWLEDGED', by: 'state-secretary of a test', role: 'state-secretary', reason: REASON, until },
  })
  expect((await listed('{ isAcknowledged: true }')).map((alert) => alert.id)).toEqual([id])
  expect((await entriesOf(world.database)).findLast(({ act }) => act === 'WRITE')).toMatchObject({
    ...{ service: 'oversight', asked: ['acknowledgeAlert'], types: ['Alert'], reason: REASON, records: 1 },
  })

  await judgedAt(new Date(Date.parse(until) - 60_000))
  expect(await one('HELD_WITHOUT_LEGAL_BASIS', 'RED')).toMatchObject({ acknowledgedUntil: until })
  const [due] = await world.database.query<{ due: Date }>(
    'select due_at as due from oversight.alert_due d join oversight.alert a using (about, owner) where a.id = $1',
    [id],
  )
  expect(due?.due.toISOString()).toBe(until)

  await judgedAt(new Date(until))
  const open = await one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  expect(open.acknowledgedUntil).toBeNull()
  expect(open.steps.map(({ step }) => step)).toEqual(['OPENED', 'ACKNOWLEDGED', 'ACKNOWLEDGEMENT_ENDED'])
})

test('what makes an alert graver ends at once that somebody sees to it', async () => {
  const { id, version } = await one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  await act(secretary, 'acknowledgeAlert', { id, version, reason: REASON, until: inHours(40) })

  await judgedAt(new Date(Date.now() + 12 * 3_600_000)) // 37 hours after the entry

  const [alert] = (await listed('{ kind: [HELD_WITHOUT_LEGAL_BASIS] }')).filter((seen) => seen.id === id)
  expect(alert).toMatchObject({ severity: 'CRITICAL', acknowledgedUntil: null })
  expect(alert?.steps.slice(-3).map(({ step }) => step)).toEqual(['ACKNOWLEDGED', 'ESCALATED', 'ACKNOWLEDGEMENT_ENDED'])
})

test('two who act on what both saw: the second is told the version of now, and nothing of his is written', async () => {
  const { id, version } = await one('HELD_IN_PROHIBITED_PLACE', 'CRITICAL', ombuds)
  const wish = { id, version, reason: REASON, until: inHours(5) }

  const [first, second] = await Promise.all([
    act(ombuds, 'acknowledgeAlert', wish),
    act(anActor('federal-secretary'), 'acknowledgeAlert', wish),
  ])

  const refused = first.errors ? first : second
  expect([first, second].filter(({ errors }) => errors)).toHaveLength(1)
  expect(faultIn(refused)).toEqual({ code: 'CONFLICT', version: version + 1 })
  expect((await one('HELD_IN_PROHIBITED_PLACE', 'CRITICAL', ombuds)).steps.map(({ step }) => step)).toEqual([
    'OPENED',
    'ACKNOWLEDGED',
  ])
})

test('the same once more under one key does nothing again; something else under it is refused', async () => {
  const { id } = await one('HELD_IN_PROHIBITED_PLACE', 'CRITICAL', ombuds)
  const key = randomUUID()
  const text = 'La visitaduría fue al lugar y habló con ella'

  const [first, again] = [
    alertAfter(await act(ombuds, 'commentAlert', { id, text, key })),
    alertAfter(await act(ombuds, 'commentAlert', { id, text, key })),
  ]
  const another = await act(ombuds, 'commentAlert', { id, text: `${text} otra vez`, key })
  const ofAnother = await act(anActor('federal-secretary'), 'commentAlert', { id, text: `${text}, hoy`, key })

  expect(again.version).toBe(first.version)
  expect(again.steps.filter(({ step }) => step === 'COMMENTED')).toHaveLength(1)
  expect(faultIn(another)).toEqual({ code: 'IDEMPOTENCY_MISMATCH' })
  expect(ofAnother.errors).toBeUndefined()
})

test('who owes a duty answers, and neither sees to nor closes an alert about itself, nor one of another state', async () => {
  const { id, version } = await one('CASE_NOT_PROCESSED', 'AMBER, RED, CRITICAL', secretary)
  const text = 'El expediente se abre el lunes, con intérprete'

  const key = randomUUID()
  const answered = await act(procuraduria, 'answerAlert', { id, text, key })
  const again = await act(procuraduria, 'answerAlert', { id, text, key })
  const refusals = [
    await act(procuraduria, 'acknowledgeAlert', { id, version: version + 1, reason: REASON, until: inHours(2) }),
    await act(procuraduria, 'assignAlert', { id, version: version + 1, office: 'PPNNA' }),
    await act(procuraduria, 'closeAlert', { id, version: version + 1, reason: REASON }),
    await act(secretary, 'answerAlert', { id, text }),
    await act(anActor('dif-officer'), 'answerAlert', { id, text }),
    await act(anActor('inm-officer'), 'answerAlert', { id, text }),
    await act(anActor('state-secretary', { states: ['30'] }), 'commentAlert', { id, text }),
    await act(anActor('state-secretary', { kind: 'machine' }), 'commentAlert', { id, text }),
    await act(ombuds, 'closeAlert', { id, version: version + 1, reason: REASON }), // an act of a state
  ]

  expect(answered.data).toMatchObject({ answerAlert: { id, version: version + 1 } })
  expect(again.data).toEqual(answered.data)
  expect(refusals.map((refused) => faultIn(refused)?.['code'])).toEqual([
    ...[
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'FORBIDDEN',
      'FORBIDDEN',
    ],
  ])
  const [alert] = (await listed('{ kind: [CASE_NOT_PROCESSED] }')).filter((seen) => seen.id === id)
  expect(alert?.steps.map(({ step }) => step)).toEqual(['OPENED', 'ANSWERED'])
  expect((await entriesOf(world.database)).filter(({ act }) => act === 'REFUSED').length).toBeGreaterThan(4)
})

test('an alert that a person closes though its cause holds stays so and is counted as such; a graver fact raises it again', async () => {
  const { id, version } = await one('HELD_WITHOUT_LEGAL_BASIS', 'AMBER')
  const counts = async () => {
    const { data } = await world.graph.ask(
      secretary,
      '{ state(code: "07") { openAlerts { kind severity count closedByPerson } } }',
    )
    const { state } = data as {
      state: { openAlerts: { kind: string; severity: string; count: number; closedByPerson: number }[] }
    }
    return state.openAlerts.filter(({ kind, severity }) => `${kind} ${severity}` === 'HELD_WITHOUT_LEGAL_BASIS AMBER')
  }
  const all = (filter: string) => listed(`{ kind: [HELD_WITHOUT_LEGAL_BASIS], ${filter} }`)
  const [before] = await counts()
  const open = (await all('isOpen: true')).length

  const closing = { id, version, reason: REASON, key: randomUUID() }
  const closed = alertAfter(await act(secretary, 'closeAlert', closing))
  expect(alertAfter(await act(secretary, 'closeAlert', closing))).toEqual(closed) // the answer was lost
  const then = new Date().toISOString()
  await world.database.query('select oversight.ask_all_again()')
  await judgedAt(new Date())

  expect(closed.steps.at(-1)).toMatchObject({ step: 'CLOSED', by: 'state-secretary of a test', reason: REASON })
  expect(await counts()).toEqual([{ ...before, closedByPerson: 1 }])
  expect(await all('isOpen: true')).toHaveLength(open - 1)
  expect(await all('isClosed: true')).toMatchObject([{ id, version: version + 1 }])
  const again = { id, version: version + 1, reason: REASON }
  expect(faultIn(await act(secretary, 'closeAlert', again))?.['code']).toBe('CONFLICT')

  await judgedAt(new Date(Date.now() + 21 * 3_600_000)) // 25 hours after the entry
  const [raised] = await all('isOpen: true').then((alerts) => alerts.filter((alert) => alert.id === id))
  expect(raised).toMatchObject({ id, severity: 'RED', closedAt: null })
  expect(raised?.steps.map(({ step }) => step)).toEqual(['OPENED', 'CLOSED', 'ESCALATED'])
  const asOf = await world.graph.ask(
    secretary,
    `{ alertsAsOf(at: "${then}", filter: { kind: [HELD_WITHOUT_LEGAL_BASIS] }) { totalCount edges { node { id } } } }`,
  )
  expect(asOf.data).toMatchObject({ alertsAsOf: { totalCount: open - 1 } })
  expect(JSON.stringify(asOf.data)).not.toContain(id)
})

test('an alert is given to an office that sees it, or to an account of that office and state', async () => {
  const { id, version } = await one('PPNNA_NOT_NOTIFIED, HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL')
  await world.database.query(
    `insert into sessions.subject (sub, kind, name, actor) values
     ('ana', 'person', 'Ana', '{"role": "ppnna-officer", "states": ["07"]}'), ('eva', 'person', 'Eva', '{"role": "ppnna-officer", "states": ["30"]}')`,
  )
  const give = (to: object, seen = version) => act(secretary, 'assignAlert', { id, version: seen, ...to })

  const refused = [await give({ office: 'INM' }), await give({ office: 'PPNNA', account: 'eva' })]
  const given = alertAfter(await give({ office: 'PPNNA', account: 'ana' }))

  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT'])
  expect(given).toMatchObject({ assignedTo: { office: 'PPNNA', account: 'ana' } })
  expect(await listed('{ assignedTo: { account: "ana" } }', procuraduria)).toMatchObject([{ id }])
  expect(await listed('{ assignedTo: { office: CEDH } }')).toEqual([])
})

test('given a reason that says nothing, or an end too far away, nothing is written', async () => {
  const { id, version } = await one('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL')
  const see = (more: object) =>
    act(secretary, 'acknowledgeAlert', { id, version, reason: REASON, until: inHours(2), ...more })

  const refused = [
    await see({ reason: 'porque sí' }),
    await see({ until: inHours(-1) }),
    await see({ until: inHours(24 * 3 + 1) }), // it is critical
    await see({ key: 'short' }),
    await act(secretary, 'commentAlert', { id: 'nothing', text: 'Se habló con la oficina de Tapachula' }),
  ]

  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'NOT_FOUND'],
  ])
  expect(await one('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL')).toMatchObject({ version })
})

test('DIF is told of the alerts about itself, without what it may not read, and answers them', async () => {
  const dif = anActor('dif-officer')
  const { data } = await world.graph.ask(dif, '{ dutyAlerts { edges { node { id kind version child { folio } } } } }')
  const { edges } = (data as { dutyAlerts: { edges: { node: { id: string; kind: string; version: number } }[] } })
    .dutyAlerts
  const kinds = new Set(edges.map(({ node }) => node.kind))
  const [first] = edges

  const answered = await act(dif, 'answerAlert', {
    id: first?.node.id ?? '',
    text: 'La evaluación inicial se hace mañana',
  })

  expect(kinds).toEqual(new Set(['NO_INITIAL_EVALUATION']))
  expect(answered.data).toMatchObject({ answerAlert: { version: (first?.node.version ?? 0) + 1 } })
  expect((await world.graph.ask(anActor('inm-officer'), '{ dutyAlerts { edges { node { id } } } }')).status).toBe(403)
})
