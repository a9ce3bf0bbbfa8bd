/**
 * The split of ombudspersons (security.md 3.2): of each act of bodies that another oversees there are its existence and its days, by every
 * door, and all else of it is FORBIDDEN and never "none". A decision for each field of each act, made from the table of the law.
 */
import type { Actor } from '@vigia/kit/actor'
import { ACTS, type ActName, toldOfOthers } from '@vigia/law/competence'
import { getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API, isOther, nodesIn, wayTo } from '../support/acts-in-answers.ts'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'
import { argumentsOf, leafOf } from '../support/questions.ts'
import { writeDown } from '../support/written-openings.ts'

const CNDH = anActor('ombudsperson-federal')
const CEDH = anActor('ombudsperson-state')
const SECRETARY = anActor('state-secretary')

/** Acts of the child that each of the two reads whole, and those of others. */
const COUNTED: Readonly<Record<ActName, { federal: [number, number]; state: [number, number] }>> = {
  Detection: { federal: [1, 2], state: [1, 2] },
  MigrationDocument: { federal: [1, 0], state: [0, 1] },
  AsylumClaim: { federal: [1, 0], state: [0, 1] },
  Placement: { federal: [2, 4], state: [2, 4] },
  UrgentMeasure: { federal: [1, 2], state: [1, 2] },
  ProtectionCase: { federal: [0, 1], state: [1, 0] },
  Determination: { federal: [0, 1], state: [1, 0] },
  RestitutionPlan: { federal: [0, 1], state: [1, 0] },
  Representation: { federal: [0, 1], state: [1, 0] },
  CounselRequest: { federal: [0, 1], state: [1, 0] },
  ExecutedReturn: { federal: [1, 0], state: [0, 1] },
  ReturnPlan: { federal: [1, 0], state: [0, 1] },
}
const OVERSEERS = [
  ['federal', CNDH],
  ['state', CEDH],
] as const

let world: BothSides
beforeAll(async () => {
  world = await openBothSides()
})
afterAll(() => world.stop())

const ask = (actor: Actor, set: string) => world.graph.ask(actor, `{ child(id: "${world.child}") { ${set} } }`)

const acts = Object.keys(ACTS) as ActName[]

describe.each(OVERSEERS)('%s ombudsperson', (side, actor) => {
  test.each(acts)('%s: all are there, those of others by their existence', async (act) => {
    const { data, errors } = await ask(actor, wayTo(act, '__typename id competence { side state }'))
    const nodes = nodesIn(data, act)

    expect(errors).toBeUndefined()
    expect([nodes.filter((one) => !isOther(one)).length, nodes.filter(isOther).length]).toEqual(COUNTED[act][side])
  })

  test.each(acts)('%s: each field is told of an act of others, or FORBIDDEN, as the law’s table says', async (act) => {
    const type = API.getType(act)
    const fields = isObjectType(type) ? Object.values(type.getFields()) : []
    for (const field of fields) {
      if (field.name === 'competence') continue
      const asked = `${field.name}${argumentsOf(field)}${leafOf(getNamedType(field.type))}`
      const { data, errors = [] } = await ask(actor, wayTo(act, `__typename competence { side } ${asked}`))
      for (const one of nodesIn(data, act)) {
        const at = JSON.stringify([...one.path, field.name])
        const codes = errors
          .filter(({ path }) => JSON.stringify(path) === at)
          .map((error) => error.extensions?.['code'])
        const isTold = !isOther(one) || toldOfOthers(act)?.has(field.name) === true
        expect([act, field.name, codes]).toEqual([act, field.name, isTold ? [] : ['FORBIDDEN']])
        if (!isTold) expect(one.node[field.name]).toBeNull()
      }
    }
  })
})

test('who oversees nobody reads every act whole', async () => {
  for (const act of acts) {
    const { data, errors } = await ask(SECRETARY, wayTo(act, '__typename id competence { side }'))
    expect([act, errors, nodesIn(data, act).filter(isOther)]).toEqual([act, undefined, []])
  }
})

test('of an act of others it is said whose it is; of one of nobody known, that nobody knows', async () => {
  const set = 'placements { edges { node { competence { side state } custody } } }'
  const told = async (actor: Actor) => {
    const { data } = await ask(actor, set)
    type Edge = { node: { competence: unknown; custody: string } }
    return (data as { child: { placements: { edges: Edge[] } } }).child.placements.edges.map(({ node }) => node)
  }

  // The latest first: in the centre of Chiapas, COMAR's, the hospital, of Veracruz, of Chiapas, of INM.
  const [chiapas, veracruz] = ['07', '30'].map((state) => ({ side: 'STATE', state }))
  const [federal, nobody] = ['FEDERAL', 'UNKNOWN'].map((side) => ({ side, state: null }))
  const competences = async (actor: Actor) => (await told(actor)).map(({ competence }) => competence)
  expect(await competences(CNDH)).toEqual([chiapas, null, nobody, veracruz, chiapas, null])
  expect(await competences(CEDH)).toEqual([null, federal, nobody, veracruz, null, federal])
  for (const actor of [CNDH, CEDH]) {
    expect((await told(actor)).map(({ custody }) => custody)).toEqual(
      (await told(SECRETARY)).map(({ custody }) => custody),
    )
  }
})

test('an act of a federal body that stands in the file of a state is read whole by who oversees it', async () => {
  const set =
    'ppnnaCase { determinations { totalCount edges { node { authority outcome competence { side state } } } } }'
  const { data, errors } = await ask(CNDH, set)
  expect(data).toMatchObject({
    child: {
      ppnnaCase: {
        determinations: {
          totalCount: 2,
          edges: [
            { node: { authority: 'PPNNA', outcome: null, competence: { side: 'STATE', state: '07' } } },
            { node: { authority: 'INM', outcome: 'RETURN_PERMITTED', competence: null } },
          ],
        },
      },
    },
  })
  expect(errors).toHaveLength(1)
})

test('a refusal takes no neighbour with it, and no text of an act of others is in any byte', async () => {
  const placements = 'placements { edges { node { bed facility { name } measures { number } } } }'
  const file = 'ppnnaCase { folio status followUps plan { folio measures } determination { factors number } }'
  const more = 'identifiers(first: 50) { edges { node { type value } } } detailedAgeGroup'
  const [{ acta } = { acta: '' }] = await world.database.query<{ acta: string }>(
    "select acta from children.detection where authority = 'INM_AFM'",
  )
  const [federal, state] = await Promise.all([CNDH, CEDH].map((actor) => ask(actor, `${placements} ${file} ${more}`)))

  expect(JSON.stringify(federal?.data)).toContain('Centro Federal')
  expect(JSON.stringify(federal)).not.toMatch(
    /Casa Estatal|Casa Ajena|Hospital|cama 7|M-EST|M-JUZ|PPNNA-07|PLAN-1|Palabras/,
  )
  expect(JSON.stringify(state?.data)).toMatch(/Casa Estatal.*cama 7|cama 7.*Casa Estatal/)
  expect(JSON.stringify(state)).not.toMatch(/Centro Federal|Casa Ajena|Hospital|Casa de COMAR|M-FED|M-JUZ/)
  expect(acta).toMatch(/^INM/)
  expect(JSON.stringify(federal?.data)).toContain(acta)
  expect(JSON.stringify(state)).not.toContain(acta)
  const path = ['child', 'detailedAgeGroup']
  expect(state?.errors).toContainEqual(expect.objectContaining({ path, extensions: { code: 'FORBIDDEN' } }))
  expect(federal?.data).toMatchObject({ child: { detailedAgeGroup: expect.any(String) } })
})

test('no list of stays tells of those of others, by no filter, in no place', async () => {
  const stays = async (actor: Actor, filter = '') => {
    const { data, errors } = await world.graph.ask(
      actor,
      `{ placements(first: 50, filter: { ${filter} }) { edges { node { facility { name } } } } }`,
    )
    expect(errors).toBeUndefined()
    const { edges } = (data as { placements: { edges: { node: { facility: { name: string } } }[] } }).placements
    return edges.map(({ node }) => node.facility.name)
  }

  expect(await stays(CNDH)).toEqual(['Casa de COMAR', 'Centro Federal'])
  expect(await stays(CEDH)).toEqual(['Casa Estatal', 'Casa Estatal'])
  expect(await stays(CNDH, 'facilityType: [CASE]')).toEqual([])
  expect(await stays(CEDH, 'facilityType: [CCAN, HOSP, ALB]')).toEqual([])
  expect(await stays(CNDH, 'isOpen: true')).toEqual([])
  const [place] = await world.database.query<{ id: string }>(
    "select id from placements.facility where name = 'Casa Estatal'",
  )
  const within = (actor: Actor) =>
    world.graph.ask(actor, `{ facility(id: "${place?.id}") { placements { edges { node { enteredAt } } } } }`)
  expect((await within(CNDH)).data).toEqual({ facility: { placements: { edges: [] } } })
  expect(JSON.stringify((await within(CEDH)).data).match(/enteredAt/g)).toHaveLength(2)
})

test('nor is such a plan taken where it is kept for statements that are asked often', async () => {
  const secretary = anActor('federal-secretary')
  const set = wayTo('Detection', '__typename id competence { side }')
  for (let times = 0; times < 5; times += 1)
    expect(nodesIn((await ask(secretary, set)).data, 'Detection')).toHaveLength(3)

  const nodes = nodesIn((await ask(CNDH, set)).data, 'Detection')
  expect([nodes.filter((one) => !isOther(one)).length, nodes.filter(isOther).length]).toEqual([1, 2])
})

test('what an emergency opens is told whoever’s act it stands in, and nothing beside', async () => {
  const until = Date.now() + 60_000
  const opened = [{ child: world.child, by: 'EMERGENCY', isOutside: false, until }] as const
  const actor = anActor('ombudsperson-federal', { sub: 'in an emergency', opened })
  await writeDown(world.database, actor)

  const set = 'placements(first: 1) { edges { node { bed exitType competence { side } facility { name } } } }'
  const { data, errors } = await ask(actor, set)
  const node = { bed: null, exitType: null, competence: { side: 'STATE' }, facility: { name: 'Casa Estatal' } }
  expect(data).toMatchObject({ child: { placements: { edges: [{ node }] } } })
  expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.['code']])).toEqual([
    ['exitType', 'FORBIDDEN'],
  ])
})
