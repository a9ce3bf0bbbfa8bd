/** A list says that a centre with children is not in the national registry: from the file to the alert, and until one says that it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const ALERTS = `{ alerts(first: 9, filter: { kind: [UNREGISTERED_CENTRE] }) { edges { node {
  number severity citation severityRestsOn { kind article } state { code } place { name } dutyHolders
  since openedAt resolvedAt resolvedBy { fact } } } } }`

interface Answer {
  alerts: { edges: { node: Record<string, unknown> }[] }
}

const aCentre = (town: string, registration: string) => ({
  ...{ CLAVE: `CAS-${town}`, NOMBRE: `CAS ${town}`, TIPO: 'CAS privado', ENTIDAD: 'Chiapas' },
  'SITUACIÓN DE REGISTRO': registration,
})

/** Once: it would be another minute when it is asked for. */
const FIRST_ENTRY = written(hoursAgo(50))

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
    // Given two children in each of four centres, which no list has named yet
    const towns = ['Arriaga', 'Comitán', 'Huixtla', 'Palenque'].flatMap((town) => [town, town])
    const children = towns.map(() => aDetection())
    await world.takeIn('children/detections', children)
    const of = (town: string) => ({ 'NOMBRE DEL LUGAR': `CAS ${town}`, 'TIPO DE LUGAR': 'CAS privado' })
    const stays = towns.map((town, at) => {
      const entered = { INGRESO: at % 2 === 0 ? FIRST_ENTRY : written(hoursAgo(40)) }
      return aStay(children[at]?.ACTA ?? '', { ...of(town), ...entered })
    })
    await world.takeIn('placements/stays', stays, { source: 'DIF' })
    await world.settle()
  })
  afterAll(() => world.stop())

  async function alerts() {
    const { data, errors } = await world.ask<Answer>(ALERTS)
    expect(errors).toBeUndefined()
    return (data?.alerts.edges ?? []).map(({ node }) => node).sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
  }
  const nameOf = ({ place }: Record<string, unknown>) => (place as { name: string }).name

  test('only what a list says raises it, a rebuild ends the same, and a list that says otherwise ends it', async () => {
    expect(await alerts()).toEqual([])

    // When a list names them, and says of three how they stand
    const towns = { Arriaga: 'Sin registro', Comitán: 'Vencido', Huixtla: 'Registrado', Palenque: '' }
    const listed = Object.entries(towns).map(([town, registration]) => aCentre(town, registration))
    await world.takeIn('placements/facilities', listed, { source: 'DIF' })
    await world.settle()

    // Then those two are red by the law, since the first child entered, and it is the duty of DIF
    const raised = await alerts()
    expect(raised.map(nameOf)).toEqual(['CAS Arriaga', 'CAS Comitán'])
    for (const alert of raised) {
      expect(alert).toMatchObject({
        ...{ number: 'A31', severity: 'RED', state: { code: '07' }, dutyHolders: ['DIF'], resolvedAt: null },
        ...{ citation: 'LGDNNA art. 111 I', severityRestsOn: { kind: 'LAW', article: '111 I' } },
      })
    }
    const clocks = await world.database.query<{ since: Date }>(
      "select since from oversight.alert where kind = 'UNREGISTERED_CENTRE'",
    )
    expect(clocks.map(({ since }) => written(since))).toEqual([FIRST_ENTRY, FIRST_ENTRY])

    // When oversight is derived again, nothing changes
    await world.rebuild('oversight')
    await world.settle()
    expect(await alerts()).toEqual(raised)

    // When a list tells that one was certified, and says nothing of the other
    const later = [aCentre('Arriaga', 'Certificado'), aCentre('Comitán', '')]
    await world.takeIn('placements/facilities', later, { source: 'DIF' })
    await world.settle()

    // Then the one is over by that, and the other stands
    expect(await alerts()).toEqual([
      { ...raised[0], resolvedAt: expect.any(String), resolvedBy: { fact: 'facility' } },
      raised[1],
    ])
  })
})
