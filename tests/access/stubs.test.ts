/** What is left of a child who has left a place in a state, to the secretary of that state: that there is one, for 90 days. */
import { ANSWERING, readerUrl } from '@vigia/db/roles'
import { type RowContext, signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  type ChildrenOfEachKind,
  inOrder,
  type Name,
  openChildrenOfEachKind,
} from '../support/children-of-each-kind.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const FACT = '00000000-0000-4000-8000-000000000001'

let world: ChildrenOfEachKind
beforeAll(async () => {
  world = await openChildrenOfEachKind()
})
afterAll(() => world.stop())

/** What the reader of a service finds under a context that is signed for it. */
async function under(context: RowContext, service: string): Promise<readonly Name[]> {
  const login = readerUrl(service as 'children', world.database.url)
  const id = service === 'children' ? 'id' : 'child_id as id'
  const rows = await underContext(login, signedContext(keyOf(login), context), `select ${id} from ${service}.stub_here`)
  return inOrder((rows as { id: string }[]).map((row) => world.ids.get(row.id)))
}

/** Of every service that adds to a child. */
const BEYOND_A_STUB = [
  'detections { totalCount }',
  'asylumClaims { totalCount }',
  'familyTies { edges { node { tie } } }',
  'emergencyUsedAt',
  'custody { status }',
  'placements { totalCount }',
  'ppnnaCase { status }',
  'representations { quality }',
  'complaints { totalCount }',
  'returns { standing }',
  'returnPlans { totalCount }',
  'alerts { totalCount }',
]

test('a state secretary sees of a child who has left that there is one, until when, and nothing else', async () => {
  const [id = ''] = [...world.ids].find(([, name]) => name === 'passed through') ?? []
  const secretary = actorOf('state-secretary')
  const base = 'folio ageGroup sex nationality accompaniment firstDetectedAt stubUntil'
  const { data, errors } = await world.graph.ask(secretary, `{ child(id: "${id}") { ${base} } }`)
  const { stubUntil } = (data as { child: { stubUntil: string } }).child
  expect(errors).toBeUndefined()
  expect(Math.round((Date.parse(stubUntil) - Date.now()) / 86_400_000)).toBe(70)

  for (const field of BEYOND_A_STUB) {
    const refused = await world.graph.ask(secretary, `{ child(id: "${id}") { folio ${field} } }`)
    expect([field, refused.errors?.[0]?.extensions?.['code'], refused.errors?.[0]?.path?.[0]]).toEqual([
      field,
      'FORBIDDEN',
      'child',
    ])
    expect(JSON.stringify(refused.data).replace(/"folio":"[^"]+"/, '')).not.toMatch(/\d|\[\]/)
  }
  // Whoever is not of that state, or of no line with a stub, sees nobody there.
  for (const other of [
    anActor('state-secretary', { states: ['27'] }),
    anActor('ombudsperson-federal', { states: ['07'] }),
  ])
    expect((await world.graph.ask(other, `{ child(id: "${id}") { folio } }`)).data).toEqual({ child: null })
})

test('a child who left a place of the state is a stub to its secretary for 90 days, in every service', async () => {
  const stubs = (service: string, days: number, actor = anActor('state-secretary')) =>
    under(rowContextOf(actor, new Date(Date.now() + days * 86_400_000)), service)
  for (const service of ANSWERING) {
    // It left 20 days ago.
    const seen = [-21, 0, 69.9, 70.1].map((days) => stubs(service, days))
    expect([service, await Promise.all(seen)]).toEqual([service, [[], ['passed through'], ['passed through'], []]])
    for (const role of ['dif-officer', 'ppnna-officer', 'ombudsperson-state', 'federal-secretary'] as const)
      expect(await stubs(service, 0, anActor(role))).toEqual([])
    expect(await stubs(service, 0, anActor('ombudsperson-federal', { states: ['07'] }))).toEqual([])
    expect(await stubs(service, 0, anActor('state-secretary', { states: ['27'] }))).toEqual([])
  }
})

/** What shows a child to a state in a service, by the picture that it keeps: a sight that it was told of, or the facts of the child. */
const SHOWN: [(typeof ANSWERING)[number], string][] = [
  ...(['children', 'placements', 'representation', 'returns'] as const).map((service): [typeof service, string] => [
    service,
    `${service}.child_sight (child_id, states, parties) values ($1, '{07}', '{}')`,
  ]),
  ...[
    "'detection', now(), '07', null",
    "'stay', now(), '07', null",
    `'protection_case', now(), null, '{"state": "07"}'`,
  ].map((fact): ['oversight', string] => [
    'oversight',
    `oversight.path_fact (entity_id, child_id, entity, at, state, detail) values ('${FACT}', $1, ${fact})`,
  ]),
]

test.each(SHOWN)(
  'in %s, a child whom something else shows to the state is no stub to it: %s',
  async (service, shown) => {
    const [id = ''] = [...world.ids].find(([, name]) => name === 'passed through') ?? []
    const secretary = rowContextOf(anActor('state-secretary'))
    expect(await under(secretary, service)).toEqual(['passed through'])

    await world.database.query(`insert into ${shown}`, [id])
    try {
      expect(await under(secretary, service)).toEqual([])
    } finally {
      const from =
        service === 'oversight' ? 'oversight.path_fact where entity_id' : `${service}.child_sight where child_id`
      await world.database.query(`delete from ${from} = $1`, [service === 'oversight' ? FACT : id])
    }
  },
)
