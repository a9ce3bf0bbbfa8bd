/** An alert is told as it is raised: to whom it concerns, within a second, with what other services know, and again after a break. */
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode, isLive: true })
    await world.settle()
  })
  afterAll(() => world.stop())

  test('a subscriber of ten lines sees the detention of a child in a referral centre of Chiapas within a second', async () => {
    const detection = aDetection()
    await world.takeIn('children/detections', [detection])
    await world.settle()
    const client = createClient({ url: `${world.url.replace('http', 'ws')}/graphql`, connectionParams: world.headers })
    const alerts = client.iterate<{ alertRaised: { kind: string; child: { folio: string } } }>({
      query: `subscription { alertRaised(filter: { state: "07", kind: [HELD_WITHOUT_LEGAL_BASIS] }) {
        seq cursor step at kind severity article { article } state { code } child { folio } } }`,
    })
    const next = alerts.next()
    await new Promise((resolve) => setTimeout(resolve, 300))

    await world.takeIn('placements/stays', [aStay(detection.ACTA, { INGRESO: written(hoursAgo(37)) })])
    const { value } = await next

    expect(value?.data?.alertRaised).toMatchObject({ kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL' })
    await alerts.return?.()
    await client.dispose()
  })
})
