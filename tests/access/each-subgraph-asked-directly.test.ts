/**
 * Who may learn anything of one child. Each subgraph is asked directly, as the gateway asks it: a refusal in one subgraph
 * must not be what hides a leak in another. One row a door, and a reader who lacks one scope.
 */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import type { Scope } from '@vigia/law/access-groups'
import { scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { lastYear } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'

const PERIOD = lastYear()

/** A field of an entity that a service answers for, and the scope without which it is closed. */
const DOORS: readonly [ServiceName, string, string, Scope][] = [
  ['children', 'Child', 'folio', 'child:read'],
  ['children', 'Child', 'detections { totalCount }', 'detection:read'],
  ['placements', 'Child', 'placements { totalCount }', 'child:read'],
  ['representation', 'Child', 'ppnnaCase { openedAt }', 'representation:read'],
  ['representation', 'Child', 'representations { quality }', 'representation:read'],
  ['returns', 'Child', 'returns { standing }', 'return:read'],
  ['oversight', 'Child', 'alerts { totalCount edges { node { id } } }', 'oversight:read'],
  ['placements', 'State', 'detention { heldNow }', 'stats:read'],
  ['representation', 'State', 'casework { unprocessed }', 'stats:read'],
  ['returns', 'State', `returns(${PERIOD}) { total }`, 'stats:read'],
  ['oversight', 'State', `funnel(${PERIOD}) { detected }`, 'stats:read'],
]

const ADDRESS = 'Calle de la Puerta 1, Tapachula'
const HOME = {
  ...{
    CLAVE: 'FAM-07-001',
    NOMBRE: 'Familia Pérez',
    TIPO: 'Familia de acogida',
    ENTIDAD: 'Chiapas',
    MUNICIPIO: 'Tapachula',
  },
  ...{ OPERADOR: 'Juana Pérez', DOMICILIO: 'Calle Secreta 3', TITULAR: 'Juana Pérez', CONTACTO: '962 000 0000' },
  ...{ 'NÚMERO DE REGISTRO': 'RN-77', CAPACIDAD: '2', 'PLAZAS NIÑAS': '1' },
}

let database: ScratchDatabase
let services: Map<ServiceName, Service>
let child: string
let secretary: Actor
beforeAll(async () => {
  database = await scratchDatabase()
  services = await loadServices(database.url)
  const feeds = feedsOf(database.url)
  const detection = aDetection()
  await feeds.takeIn('children/detections', [detection])
  await feeds.takeIn('placements/stays', [aStay(detection.ACTA)])
  await feeds.takeIn('placements/facilities', [
    { CLAVE: 'CAS-07-001', NOMBRE: 'CAS Uno', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', DOMICILIO: ADDRESS },
  ])
  await feeds.takeIn('placements/facilities', [HOME], { source: 'DIF', state: '07' })
  await feeds.takeIn('representation/protection-cases', [aCase(detection.ACTA)], { state: '07' })
  await feeds.takeIn('returns/executed-returns', [aReturn(detection.ACTA)])
  await feeds.stop()
  await settle(services.values(), database)
  const [row] = await database.query<{ id: string }>('select id from children.child')
  child = row?.id ?? ''
  secretary = await secretaryWhoOpened(database, child)
})
afterAll(async () => {
  for (const service of services.values()) await service.close()
  await database.drop()
})

async function knock([name, type, selection]: readonly [ServiceName, string, string, ...unknown[]], actor: Actor) {
  const service = services.get(name)
  if (!service) throw new Error(`No service ${name}`)
  const key = type === 'Child' ? { __typename: type, id: child } : { __typename: type, code: '07' }
  return askDirectly(
    service,
    actor,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${selection} } } }`,
    { keys: [key] },
  )
}

const without = (scope: Scope): Actor => ({
  ...PSEUDONYMOUS_FEDERAL_SECRETARY,
  scopes: PSEUDONYMOUS_FEDERAL_SECRETARY.scopes.filter((held) => held !== scope),
})

describe.each(DOORS)('%s: %s { %s }', (...door) => {
  const scope = door[3]

  test('is open to the federal secretary who has opened the record', async () => {
    const { data, errors } = await knock(door, secretary)

    expect(errors).toBeUndefined()
    expect(JSON.stringify(data)).not.toMatch(/null/)
  })

  test(`is closed without ${scope}, and tells nothing`, async () => {
    const { data, errors } = await knock(door, without(scope))

    expect(errors?.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN')
    expect(JSON.stringify(data)).not.toMatch(/NNA-|\d{4}-\d\d|[1-9]/)
  })

  test('is closed to an actor with no scope at all', async () => {
    const { errors } = await knock(door, { ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: [] })

    expect(errors?.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN')
  })
})

test('the door of a place is for who may identify a child, and not for the federal secretary', async () => {
  const service = services.get('placements')
  const [place] = await database.query<{ id: string }>("select id from placements.facility where name = 'CAS Uno'")
  const source = `{ facility(id: "${place?.id}") { name record { address } } }`
  const ask = (actor: Actor) => service && askDirectly(service, actor, source)

  const refused = await ask(PSEUDONYMOUS_FEDERAL_SECRETARY)
  const told = await ask({
    ...PSEUDONYMOUS_FEDERAL_SECRETARY,
    role: 'ombudsperson-federal',
    scopes: scopesOf('ombudsperson-federal'),
  })

  expect(refused?.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  expect(JSON.stringify(refused?.data)).not.toContain(ADDRESS)
  expect(told?.data).toEqual({ facility: { name: 'CAS Uno', record: { address: ADDRESS } } })
})

test('of a home nobody is told the door, its number, the family, or how it is called', async () => {
  const told = `{ facilities(filter: { type: [FAM_A] }) { edges { node { name municipality operator capacity
    record { registryNumber legalFigure address director contact placesGirlsUnder12 } } } } }`
  const service = services.get('placements')
  const everything = { scopes: [...scopesOf('ombudsperson-federal'), 'oversight:read'] as Scope[] }
  const answer =
    service &&
    (await askDirectly(
      service,
      { ...PSEUDONYMOUS_FEDERAL_SECRETARY, role: 'ombudsperson-federal', ...everything },
      told,
    ))

  expect(answer?.errors).toBeUndefined()
  expect(answer?.data).toMatchObject({
    facilities: { edges: [{ node: { name: 'Familia de acogida', capacity: 2, record: { placesGirlsUnder12: 1 } } }] },
  })
  expect(JSON.stringify(answer?.data)).not.toMatch(/Secreta|Pérez|962|RN-77|Tapachula/)
})

test('no subgraph shows a name, a CURP or coordinates to anybody', async () => {
  for (const { schema } of services.values()) {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()) : [],
    )
    expect(
      fields.filter((field) =>
        /^(givenNames|firstSurname|surname|curp|acta|nue|latitude|longitude|bornOn)$/i.test(field),
      ),
    ).toEqual([])
  }
})
