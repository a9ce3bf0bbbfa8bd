/**
 * How alerts stood at an instant, after all that time, facts and persons do to them: at every instant at which something happened, and right
 * before it, they are told as their steps, gone through one by one, have them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, inHours, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { feedsOf } from '../support/feeds.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const REASON = 'El DIF de Tapachula viene por ella esta tarde'
const FILTERS = ['AMBER', 'RED', 'CRITICAL'].map((severity) => `severity: [${severity}]`)
const ALL = ['', ...FILTERS, 'isAcknowledged: true', 'isAcknowledged: false', 'assignedTo: { office: PPNNA }']

interface Stood {
  alert_id: string
  at: Date
  step: string
  severity: string
  acknowledged_until: Date | null
  assigned_office: string | null
  is_closed: boolean
}

const stepsOfAll = () =>
  world.database.query<Stood>(
    `select h.* from oversight.alert_history h join oversight.alert a on a.id = h.alert_id where a.state = '07' order by h.id`,
  )

/** The same from the steps alone. */
function openThen(steps: readonly Stood[], at: Date, filter: string): string[] {
  const last = new Map(steps.filter((step) => step.at <= at).map((step) => [step.alert_id, step]))
  const open = [...last.values()].filter(({ step, is_closed }) => step !== 'RESOLVED' && !is_closed)
  const passes = ({ severity, acknowledged_until, assigned_office }: Stood) =>
    [
      filter === '' || filter === `severity: [${severity}]`,
      filter === `isAcknowledged: ${acknowledged_until !== null}`,
      filter.startsWith('assignedTo') && assigned_office === 'PPNNA',
    ].some(Boolean)
  return open.filter(passes).map(({ alert_id, severity }) => `${alert_id} ${severity}`)
}

async function toldOf(at: Date, filter: string) {
  const query = `{ alertsAsOf(first: 100, at: "${at.toISOString()}", filter: { ${filter} }) { totalCount edges { node { id severity } } } }`
  const { data, errors } = await world.graph.ask(secretary, query)
  expect(errors).toBeUndefined()
  const { alertsAsOf: page } = data as {
    alertsAsOf: { totalCount: number; edges: { node: { id: string; severity: string } }[] }
  }
  expect(page.totalCount).toBe(page.edges.length)
  return page.edges.map(({ node }) => `${node.id} ${node.severity}`)
}

test('at every instant of a life with graver terms, people who see to it and facts that end it, what stood open is told as it stood', async () => {
  const [amber] = await world.listed('{ kind: [HELD_WITHOUT_LEGAL_BASIS], severity: [AMBER] }')
  const [unseen] = await world.listed('{ kind: [CASE_NOT_PROCESSED] }')
  if (!amber || !unseen) throw new Error('The world has no such alerts.')
  const seeing = { id: amber.id, version: amber.version, reason: REASON, until: inHours(2) }
  await world.act(secretary, 'acknowledgeAlert', seeing)
  await world.judgedAt(new Date(Date.now() + 3 * 3_600_000))
  await world.act(secretary, 'assignAlert', { id: unseen.id, version: unseen.version, office: 'PPNNA' })
  await world.act(anActor('ppnna-officer'), 'answerAlert', { id: unseen.id, text: 'El expediente se abre el lunes' })
  await world.act(secretary, 'closeAlert', { id: amber.id, version: amber.version + 2, reason: REASON })
  await world.judgedAt(new Date(Date.now() + 21 * 3_600_000))
  await world.judgedAt(new Date(Date.now() + 34 * 3_600_000))
  const feeds = feedsOf(world.database.url)
  await feeds.takeIn('representation/protection-cases', [aCase(world.actaOf(37))], { state: '07' })
  await feeds.stop()
  // At the hour of the story: a clock that went back would make what a midnight made graver less grave again.
  for (let round = 0; round < 4; round += 1)
    for (const service of world.graph.services.values()) await service.round(inHours(34.5), round === 0)
  await world.judgedAt(new Date(Date.now() + 35 * 3_600_000))
  // Nothing happens to this one after it.
  const [last] = await world.listed('{ kind: [CASE_NOT_PROCESSED], severity: [CRITICAL], isOpen: true }')
  const seeingLast = { id: last?.id, version: last?.version, reason: REASON, until: inHours(50) }
  expect((await world.act(secretary, 'acknowledgeAlert', seeingLast)).errors).toBeUndefined()

  const steps = await stepsOfAll()
  const instants = [...new Set(steps.flatMap(({ at }) => [at.getTime() - 1, at.getTime()]))].map((ms) => new Date(ms))
  const kinds = new Set(steps.map(({ step }) => step))
  for (const kind of [
    'ACKNOWLEDGED',
    'ACKNOWLEDGEMENT_ENDED',
    'ASSIGNED',
    'ANSWERED',
    'CLOSED',
    'ESCALATED',
    'RESOLVED',
  ])
    expect(kinds).toContain(kind)
  for (const at of instants)
    for (const filter of ALL)
      expect([at, filter, (await toldOf(at, filter)).sort()]).toEqual([at, filter, openThen(steps, at, filter).sort()])
})

test('of a day before the first alert it is not known how many there were; of today and of a day to come it is', async () => {
  const countAt = async (at: string) => {
    const { data } = await world.graph.ask(secretary, `{ alertsAsOf(at: "${at}") { totalCount edges { cursor } } }`)
    return (data as { alertsAsOf: { totalCount: number | null; edges: unknown[] } }).alertsAsOf
  }

  expect(await countAt(inHours(-24 * 30).toISOString())).toEqual({ totalCount: null, edges: [] })
  expect((await countAt(inHours(0).toISOString())).totalCount).not.toBeNull()
  expect((await countAt(inHours(24 * 30).toISOString())).totalCount).not.toBeNull()
})
