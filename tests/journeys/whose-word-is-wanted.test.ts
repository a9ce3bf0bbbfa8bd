/** Who is held is INM's to tell, and who is in care the DIF's: the word of the one is none of the other's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const BOARD = `query ($code: ID!) { state(code: $code) {
  detention { heldNow } ofOneKind: detention(facilityType: [CCAN]) { heldNow } care { childrenNow centers capacity }
  facilities { edges { node { name occupancy { childrenNow } } } }
} }`

interface Board {
  state: Record<'detention' | 'ofOneKind', { heldNow: number } | null> & {
    care: { childrenNow: number; centers: number | null; capacity: number | null } | null
    facilities: { edges: { node: { name: string; occupancy: { childrenNow: number } | null } }[] }
  }
}

const AT_HOME = { 'NOMBRE DEL LUGAR': 'Casa hogar', 'TIPO DE LUGAR': 'CASM' }

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
    await world.settle()
  })
  afterAll(() => world.stop())

  const board = async (code: string) => {
    const { data, errors } = await world.ask<Board>(BOARD, { code })
    expect(errors).toBeUndefined()
    return data?.state
  }

  const placesOf = async (code: string) => (await board(code))?.facilities.edges.map(({ node }) => node)

  test('given the DIF of a state alone has told of stays, nobody knows who is held there', async () => {
    const found = aDetection()
    await world.takeIn('children/detections', [found])
    await world.settle()
    const stay = aStay(found.ACTA, { ...AT_HOME, INGRESO: written(hoursAgo(48)) })
    await world.takeIn('placements/stays', [stay], { source: 'DIF', state: '07' })
    await world.settle()

    for (const code of ['07', '00'])
      expect(await board(code)).toMatchObject({
        detention: null,
        ofOneKind: null,
        care: { childrenNow: 1, centers: 1 },
      })
    expect(await board('30')).toMatchObject({ detention: null, care: null })
  })

  test('once INM tells, that nobody is held there is a true zero', async () => {
    await world.takeIn('placements/stays', [aStay('INM/30/2026/7777777', { ENTIDAD: 'Veracruz' })])
    await world.settle()

    for (const code of ['07', '30', '00'])
      expect(await board(code)).toMatchObject({ detention: { heldNow: 0 }, ofOneKind: { heldNow: 0 } })
  })

  test('who is in a place that a list names, and where there is none, is not known before somebody tells', async () => {
    const listed = {
      ...{ NOMBRE: 'CAS Xalapa', TIPO: 'CASM', ENTIDAD: 'Veracruz', MUNICIPIO: 'Xalapa', CAPACIDAD: '40' },
    }
    await world.takeIn('placements/facilities', [listed], { source: 'DIF', state: '30' })
    await world.settle()
    const centre = { name: 'CAS Xalapa' }
    expect(await placesOf('30')).toContainEqual({ ...centre, occupancy: null })

    // A stay of a child that nobody knows yet is a word on stays
    for (const [state, ENTIDAD] of [
      ['30', 'Veracruz'],
      ['29', 'Tlaxcala'],
    ] as const) {
      const waiting = aStay(`INM/${state}/2026/6666666`, { ...AT_HOME, ENTIDAD })
      await world.takeIn('placements/stays', [waiting], { source: 'DIF', state })
    }
    await world.settle()

    expect(await placesOf('30')).toContainEqual({ ...centre, occupancy: { childrenNow: 0 } })
    expect(await board('30')).toMatchObject({ care: { childrenNow: 0, centers: 1, capacity: 40 } })
    expect(await board('29')).toMatchObject({ care: { childrenNow: 0, centers: null, capacity: null } })
  })
})
