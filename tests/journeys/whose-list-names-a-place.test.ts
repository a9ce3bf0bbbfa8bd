/**
 * The CNDH lists a place that it visited, and a child is there: nobody answers for it (A32) until the list of its authority comes, be it of an
 * earlier day, and again once that is withdrawn.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const ALERTS = `{ alerts(first: 9, filter: { kind: [UNLISTED_PLACE] }) { edges { node {
  number severity resolvedAt resolvedBy { fact } place { name lifecycle } } } } }`

interface Answer {
  alerts: { edges: { node: Record<string, unknown> }[] }
}

const NAME = 'Casa visitada'
const place = { NOMBRE: NAME, TIPO: 'Albergue', ENTIDAD: 'Chiapas' }
const another = { NOMBRE: 'Casa vecina', TIPO: 'Albergue', ENTIDAD: 'Chiapas' }
const ofDay = (days: number) => ({ cutoff: localDay(daysAgo(days)) })

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
    const detection = aDetection()
    await world.takeIn('children/detections', [detection])
    await world.takeIn('placements/facilities', [place], { source: 'CNDH', ...ofDay(5) })
    await world.settle()
    const stay = aStay(detection.ACTA, { 'NOMBRE DEL LUGAR': NAME, 'TIPO DE LUGAR': 'Albergue' })
    await world.takeIn('placements/stays', [stay], { source: 'DIF' })
    await world.settle()
  })
  afterAll(() => world.stop())

  async function alerts() {
    await world.settle()
    const { data, errors } = await world.ask<Answer>(ALERTS)
    expect(errors).toBeUndefined()
    return (data?.alerts.edges ?? []).map(({ node }) => node)
  }

  test('the alert ends by the list of its authority, whenever it comes, and stands again without it', async () => {
    const open = { number: 'A32', severity: 'RED', resolvedAt: null, resolvedBy: null }
    expect(await alerts()).toEqual([{ ...open, place: { name: NAME, lifecycle: 'CORROBORATED' } }])

    const { batchId } = await world.takeIn('placements/facilities', [place, another], { source: 'DIF', ...ofDay(30) })

    const over = await alerts()
    expect(over).toEqual([
      {
        ...{ ...open, resolvedAt: expect.any(String), resolvedBy: { fact: 'facility' } },
        place: { name: NAME, lifecycle: 'ACKNOWLEDGED' },
      },
    ])
    await world.rebuild('placements')
    await world.rebuild('oversight')
    expect(await alerts()).toEqual(over)

    await world.withdraw('placements/facilities', batchId)

    expect(await alerts()).toContainEqual({ ...open, place: { name: NAME, lifecycle: 'CORROBORATED' } })
  })
})
