/** Who was told of an alert is told that it is over, also where the act by which he knew of the child went with it; and nobody else is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { nextNumber } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { settle } from '../support/settled.ts'
import { type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const HELD = 'HELD_WITHOUT_LEGAL_BASIS'
const commissionOf = (state: string) =>
  anActor('ombudsperson-state', { sub: `client:commission-${state}`, kind: 'machine', states: [state] })

let registry: WebhookRegistry
let feeds: Feeds
let chiapas: Listening
let tabasco: Listening
beforeAll(async () => {
  registry = await webhookRegistry()
  feeds = feedsOf(registry.database.url)
  chiapas = await registry.listening(commissionOf('07'), { kinds: [HELD] })
  tabasco = await registry.listening(commissionOf('27'), { kinds: [HELD] })
})
afterAll(async () => {
  await feeds.stop()
  await registry.stop()
})

/** What came since it was last asked. */
async function told({ messages }: Listening): Promise<string[]> {
  await settle(registry.graph.services.values(), registry.database)
  await registry.deliver()
  return messages.splice(0).map(({ type, data }) => `${type} ${data['state']} ${data['alertId']}`)
}

interface Seen {
  alert: { resolvedAt: string | null; child: object | null } | null
  alerts: { edges: { node: { id: string } }[] }
}

const LISTED = '{ alerts(filter: { kind: [HANDOVER_NOT_PROVEN], isOpen: true }) { edges { node { id } } } }'

async function seen({ owner }: Listening, id: string | undefined) {
  const query = `query ($id: ID!) { alert(id: $id) { resolvedAt child { folio } }
    alerts(filter: { isOpen: false }) { edges { node { id } } } }`
  const { alert, alerts } = await registry.asked<Seen>(owner, query, { id })
  return { alert, isListed: alerts.edges.some(({ node }) => node.id === id) }
}

/** Found a week ago, told to the Procuraduría of the state, held for two days in a centre of Chiapas. */
async function held(state: string, place = {}) {
  const week = written(daysAgo(7))
  const found = aDetection({ ENTIDAD: state, 'FECHA Y HORA': week, 'AVISO A PPNNA': week })
  const { batchId } = await feeds.takeIn('children/detections', [found])
  const stay = aStay(found.ACTA, { INGRESO: written(hoursAgo(50)), ...place })
  const { batchId: stays } = await feeds.takeIn('placements/stays', [stay])
  const [opened] = await told(chiapas)
  return { found, batchId, stays, opened, id: opened?.split(' ')[2] }
}

/** All that was told of a child. */
async function takenBack({ batchId, stays }: Pick<Awaited<ReturnType<typeof held>>, 'batchId' | 'stays'>) {
  await feeds.withdraw('placements/stays', stays)
  await feeds.withdraw('children/detections', batchId)
}

test('of a child whose files were withdrawn, the commission that was told of the alert is told that it ended', async () => {
  const { opened, id, ...files } = await held('Chiapas')
  expect(opened).toMatch(/^alert.opened 07 /)

  await takenBack(files)

  expect(await told(chiapas)).toEqual([`alert.resolved 07 ${id}`])
  expect(await seen(chiapas, id)).toEqual({
    alert: { resolvedAt: expect.any(String), child: null },
    isListed: true,
  })
  expect([await told(tabasco), await seen(tabasco, id)]).toEqual([[], { alert: null, isListed: false }])
})

test('of a child found to be another, that of the one it was taken for ended, and that of the other is open', async () => {
  const NUE = `N${nextNumber() + 500_000_000}`
  const week = written(daysAgo(6))
  await feeds.takeIn('children/detections', [{ ...aDetection({ 'FECHA Y HORA': week, 'AVISO A PPNNA': week }), NUE }])
  const { found, batchId, id } = await held('Chiapas')

  await feeds.withdraw('children/detections', batchId)
  await feeds.takeIn('children/detections', [{ ...found, NUE }])

  const [opened, ended, ...more] = (await told(chiapas)).toSorted()
  expect([opened, ended, more]).toEqual([expect.stringMatching(/^alert.opened 07 /), `alert.resolved 07 ${id}`, []])
})

test('of a place that is in another state, the commission of the one is told the end, and that of the other nothing of before', async () => {
  const centre = { CLAVE: 'CC-9', NOMBRE: 'Centro Nueve', TIPO: 'Centro de canalización', CAPACIDAD: '30' }
  await feeds.takeIn('placements/facilities', [{ ...centre, ENTIDAD: 'Chiapas' }], { source: 'DIF' })
  const { id } = await held('Veracruz', { 'CLAVE DEL LUGAR': 'CC-9', 'NOMBRE DEL LUGAR': 'Centro Nueve' })

  await feeds.takeIn('placements/facilities', [{ ...centre, ENTIDAD: 'Tabasco' }], { source: 'DIF', isConfirmed: true })

  expect(await told(chiapas)).toEqual([`alert.resolved 07 ${id}`])
  const [opened, ...more] = await told(tabasco)
  expect([opened, more]).toEqual([expect.stringMatching(/^alert.opened 27 /), []])
  expect(opened).not.toContain(id)
})

test('as long as a cursor is good, and no longer; of an alert that stands nothing is told without an act', async () => {
  const { id, ...files } = await held('Chiapas')
  await takenBack(files)
  await told(chiapas)
  const then = (resolved: string) =>
    registry.database.query(
      `update oversight.alert set opened_at = now() - interval '99 days', resolved_at = ${resolved} where id = $1`,
      [id],
    )

  await then("now() - interval '89 days'")
  expect((await seen(chiapas, id)).alert).not.toBeNull()
  await then("now() - interval '91 days'")
  expect(await seen(chiapas, id)).toEqual({ alert: null, isListed: false })
  await then('null')
  expect(await seen(chiapas, id)).toEqual({ alert: null, isListed: false })
})

test.each([
  ['alone', {}],
  [
    'with another day of the find, by which the same alerts are other than they were',
    { 'FECHA Y HORA': written(daysAgo(6)) },
  ],
])(
  'who comes to know of a child by a notice that comes late, %s, is told what stands by then, and nobody else is',
  async (_how, corrected) => {
    const kinds = ['HANDOVER_NOT_PROVEN', 'PPNNA_NOT_NOTIFIED']
    const [own, other] = [
      await registry.listening(commissionOf('07'), { kinds }),
      await registry.listening(commissionOf('27'), { kinds }),
    ]
    const found = aDetection({ 'FECHA Y HORA': written(daysAgo(7)), 'AVISO A PPNNA': '' })
    await feeds.takeIn('children/detections', [found])
    expect(await told(own)).toEqual([])

    await feeds.takeIn('children/detections', [{ ...found, ...corrected, 'AVISO A PPNNA': written(hoursAgo(2)) }])

    const [opened, ...more] = (await told(own)).filter((message) => message.startsWith('alert.opened'))
    const { edges } = (await registry.asked<Seen>(own.owner, LISTED)).alerts
    expect(edges.map(({ node }) => `alert.opened 07 ${node.id}`)).toContain(opened)
    expect([more, await told(other)]).toEqual([[], []])
  },
)
