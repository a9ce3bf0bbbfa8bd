/** Asks the graph by chance, as each role, through the gateway and without it, and looks in every byte for what is not the asker's. */
import type { Actor } from '@vigia/kit/actor'
import { GROUPS, groupOf, type Scope } from '@vigia/law/access-groups'
import { MATRIX, ROLES, type Role, scopesOf } from '@vigia/law/access-matrix'
import { buildSchema } from 'graphql'
import { type AccessMap, accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { anActor } from '../support/asking.ts'
import { read, SERVICES } from '../support/source-files.ts'
import { STATES } from './canaries.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Asking, entityQuestion, type Question, rootQuestion } from './questions.ts'
import { type CanaryWorld, COUNSEL, COUNSEL_KEYS, FORGER } from './world-of-canaries.ts'

export interface Plan {
  queries: number
  seed: number
}

export interface Outcome {
  asked: number
  /** Answers that held at least one row or count. */
  told: number
  /** Answers by code, "none" for those without an error. */
  codes: Record<string, number>
  /** Children of whom an answer told and the audit does not. */
  unheard: { request: string; child: string; query: string }[]
  leaks: { role: string; door: string; query: string; variables: object; found: string[]; answer: string }[]
}

/** Each document is planned once and asked many times, with other ids and by other actors of its role. */
const DOCUMENTS_A_ROLE = 45
const AT_ONCE = 24

export async function fuzz(world: CanaryWorld, { queries, seed }: Plan): Promise<Outcome> {
  const chance = chanceOf(seed)
  const written: Actor[] = []
  const doors = doorsOf(world, chance, written)
  await world.writeDown(written)
  const outcome: Outcome = { asked: 0, told: 0, codes: {}, unheard: [], leaks: [] }
  let left = queries
  const ask = async () => {
    while (left > 0) {
      left -= 1
      await askOnce(world, chance, chance.pick(doors), outcome)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  const audited = await world.audited()
  outcome.unheard = outcome.unheard.filter(({ request, child }) => !audited.get(request)?.has(child))
  return outcome
}

interface Door {
  name: string
  actors: readonly Actor[]
  questions: readonly Question[]
  ask: (actor: Actor, query: string, variables: Record<string, unknown>, request: string) => Promise<unknown>
}

/** Whoever has opened records there is added to those to be written down. */
function doorsOf({ graph, children }: CanaryWorld, chance: Chance, written: Actor[]): Door[] {
  const api = buildSchema(read('gateway/api.graphql'))
  const map = accessMapOf(read('gateway/supergraph.graphql'))
  return ROLES.flatMap((role) => {
    const { withReason } = MATRIX[role]
    const asking = { chance, mayRead: mayReadAs(role, map), deepest: 3 }
    const many = <Item>(make: () => Item, n = DOCUMENTS_A_ROLE) => Array.from({ length: n }, make)
    // Claimed outright, and taken by nobody: what is read for a reason.
    const claimed = [...scopesOf(role), ...withReason.map((group) => GROUPS[group].scope)]
    const openers = openersOf(role, children, chance)
    written.push(...openers)
    const actors = [...actorsOf(role, claimed), ...openers, ...openers.map((actor) => ({ ...actor, sub: FORGER }))]
    return [
      { name: 'gateway', actors, questions: many(() => rootQuestion(api, asking)), ask: graph.ask },
      ...SERVICES.map((service): Door => {
        const schema = graph.services.get(service)?.schema
        if (!schema) throw new Error(`No service ${service}`)
        const make = () => (chance.of(0.6) ? entityQuestion(schema, asking) : rootQuestion(schema, asking))
        // Behind the first layer an actor may hold whatever it likes: the role's ceiling and its rows remain.
        const bold = actors.map((actor) => ({ ...actor, scopes: chance.of(0.3) ? EVERY_SCOPE : actor.scopes }))
        const ask: Door['ask'] = (actor, query, variables, request) =>
          graph.askService(service, actor, query, variables, request)
        return { name: service, actors: bold, questions: many(make, DOCUMENTS_A_ROLE / 3), ask }
      }),
    ]
  })
}

/** Whether a role may read a field, for a reason at least. */
export function mayReadAs(role: Role, map: AccessMap): Asking['mayRead'] {
  const { reads, withReason } = MATRIX[role]
  return (type, name) => {
    const group = groupOf((map.field(type, name) ?? []).flat(2)[0] ?? '')
    return group !== null && [...reads, ...withReason].some((one) => one === group)
  }
}

/** What an envelope may claim, whoever signed it. */
export const EVERY_SCOPE: Scope[] = scopesOf('independent-counsel').concat(
  scopesOf('state-secretary'),
  scopesOf('federal-secretary'),
)

export function actorsOf(role: Role, scopes: Scope[]): Actor[] {
  const of = (differences: Partial<Actor>) => anActor(role, { scopes, ...differences })
  if (MATRIX[role].byState) {
    const codes = Object.keys(STATES)
    const bound = [
      ...codes.map((code) => of({ states: [code] })),
      of({ states: codes.slice(0, 2) }),
      of({ states: null }),
    ]
    return [...bound, ...narrower(of({ states: codes }))]
  }
  if (role === 'independent-counsel') {
    const namesakes = COUNSEL_KEYS.map((key) => of({ org: COUNSEL, counsel: [key] }))
    return [...namesakes, of({ org: COUNSEL }), of({ counsel: ['1234567'] })]
  }
  return [of({}), of({ states: ['30'] })]
}

/** A partner whose agreement is on one kind of alert, and one whose agreement is over. */
function narrower(partner: Actor): Actor[] {
  const { agreement } = partner
  if (!agreement) return []
  return [
    { ...partner, agreement: { ...agreement, data: ['alerts'], kinds: ['CASE_NOT_PROCESSED'] } },
    { ...partner, agreement: { ...agreement, until: Date.now() } },
  ]
}

/** Those who hold what the role reads whenever it asks, and have opened some children, or had until an hour ago. */
function openersOf(role: Role, children: readonly string[], chance: Chance): Actor[] {
  const opening = (by: 'REASON' | 'EMERGENCY', hours: number) => ({
    child: chance.pick(children),
    by,
    isOutside: by === 'EMERGENCY',
    until: Date.now() + hours * 3_600_000,
  })
  // Accounts of their own: what others of their role are told of their uses is told for the office alone.
  return [
    anActor(role, { sub: `${role} who opens`, opened: [opening('REASON', 24), opening('EMERGENCY', 24)] }),
    anActor(role, { sub: `${role} who opened`, opened: [opening('REASON', -1), opening('EMERGENCY', -1)] }),
  ]
}

async function askOnce(world: CanaryWorld, chance: Chance, door: Door, outcome: Outcome): Promise<void> {
  const { query, variables: names } = chance.pick(door.questions)
  const actor = chance.pick(door.actors)
  const variables = Object.fromEntries(names.map((name) => [name, variableOf(world, chance, name)]))
  const [request, given] = [`question ${outcome.asked}`, JSON.stringify(variables)]
  outcome.asked += 1
  const answer = JSON.stringify(await door.ask(actor, query, variables, request))
  const found = world.foreignIn(answer, actor, { given, query })
  // The list of emergencies tells which records were opened, and opens none.
  const opened = query.includes('emergencyAccesses') ? [] : world.toldOfIn(answer, given)
  for (const child of opened) outcome.unheard.push({ request, child, query })
  if (found.length > 0) outcome.leaks.push({ role: actor.role, door: door.name, query, variables, found, answer })
  if (/":(?:\d|"(?!FORBIDDEN))/.test(answer.replace(/"status":\d+/, ''))) outcome.told += 1
  const code = /"extensions":{"code":"([A-Z_]+)"/.exec(answer)?.[1] ?? 'none'
  outcome.codes[code] = (outcome.codes[code] ?? 0) + 1
}

export function variableOf({ children, facilities, actas }: CanaryWorld, chance: Chance, name: string): unknown {
  const state = () => chance.pick([...Object.keys(STATES), '00'])
  const keys = (typename: string, key: string, make: () => string) =>
    Array.from({ length: 3 }, () => ({ __typename: typename, [key]: make() }))
  switch (name) {
    case 'child':
      return chance.pick(children)
    case 'facility':
      return chance.pick(facilities)
    case 'acta':
      return chance.pick(actas)
    case 'state':
      return state()
    case 'first':
      return 1 + chance.below(3)
    case 'keysOfChild':
      return keys('Child', 'id', () => chance.pick(children))
    case 'keysOfFacility':
      return keys('Facility', 'id', () => chance.pick(facilities))
    default:
      return keys('State', 'code', state)
  }
}
