/** A centre told by its key, and listed by its name: counted twice until a file says that they are one, and again once that is taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const SEEN = `{ state(code: "07") {
    care { childrenNow centers capacity }
    facilities(first: 9) { totalCount edges { node { id name occupancy { childrenNow } } } }
  }
  alerts(first: 9, filter: { kind: [UNLISTED_PLACE] }) { edges { node { resolvedAt place { id name } } } } }`

interface Seen {
  state: {
    care: { childrenNow: number; centers: number; capacity: number | null }
    facilities: {
      totalCount: number
      edges: { node: { id: string; name: string; occupancy: { childrenNow: number } } }[]
    }
  }
  alerts: { edges: { node: { resolvedAt: string | null; place: { name: string } } }[] }
}

const IS_ONE = { CLAVE: 'CAS-9', NOMBRE: 'CAS Frontera', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD: '30' }

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  async function seen() {
    await world.settle()
    const { data, errors } = await world.ask<Seen>(SEEN)
    expect(errors).toBeUndefined()
    if (!data) throw new Error('Nothing was answered')
    const { care, facilities } = data.state
    return {
      care,
      count: facilities.totalCount,
      places: facilities.edges.map(({ node }) => [node.name, node.occupancy.childrenNow]),
      unlisted: data.alerts.edges.filter(({ node }) => node.resolvedAt === null).map(({ node }) => node.place.name),
      ids: facilities.edges.map(({ node }) => node.id),
    }
  }

  test('its children, its places and its alerts are those of one', async () => {
    // Given two children in a centre of which the DIF tells the key, and a list that tells its name
    const children = [aDetection(), aDetection()]
    await world.takeIn('children/detections', children)
    await world.settle()
    const inCentre = { 'CLAVE DEL LUGAR': 'CAS-9', 'NOMBRE DEL LUGAR': '', 'TIPO DE LUGAR': 'CAS estatal' }
    await world.takeIn(
      'placements/stays',
      children.map(({ ACTA }) => aStay(ACTA, inCentre)),
      { source: 'DIF' },
    )
    await world.takeIn('placements/facilities', [{ ...IS_ONE, CLAVE: '' }], { source: 'DIF' })
    const two = await seen()
    expect(two).toMatchObject({
      care: { childrenNow: 2, centers: 2, capacity: 30 },
      count: 2,
      places: [
        ['CAS Frontera', 0],
        ['CAS-9', 2],
      ],
      unlisted: ['CAS-9'],
    })

    // When a list tells both, and its sender stands by it
    const joining = await world.takeIn('placements/facilities', [IS_ONE], { source: 'DIF', isConfirmed: true })

    // Then they are one, for whoever asks by either id
    const one = await seen()
    expect(one).toMatchObject({
      care: { childrenNow: 2, centers: 1, capacity: 30 },
      count: 1,
      places: [['CAS Frontera', 2]],
      unlisted: [],
    })
    const [, byKey] = two.ids
    const { data } = await world.ask<{ facility: { name: string } }>(`{ facility(id: "${byKey}") { name } }`)
    expect(data?.facility).toEqual({ name: 'CAS Frontera' })

    // When all is derived again, nothing changes
    for (const service of ['placements', 'oversight'] as const) {
      await world.settle()
      await world.rebuild(service)
    }
    expect(await seen()).toEqual(one)

    // When that list is taken back, each is what it was
    await world.withdraw('placements/facilities', joining.batchId)
    expect(await seen()).toEqual(two)
  })
})
