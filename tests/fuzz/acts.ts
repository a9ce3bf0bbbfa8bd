/**
 * Mutations by chance, as each role, one after the other through the gateway and without it. What is not the role's is refused with the
 * code that is told of, what is refused has changed nothing in any table, and no answer holds what is not its author's.
 */
import type { Actor } from '@vigia/kit/actor'
import { ROLES, type Role, scopesOf } from '@vigia/law/access-matrix'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { read } from '../support/source-files.ts'
import { wordsBy } from './canaries-of-acts.ts'
import { type Chance, chanceOf } from './chance.ts'
import { actorsOf, EVERY_SCOPE, mayReadAs, type Plan, variableOf } from './fuzz.ts'
import { actQuestion, type Question } from './questions.ts'
import { stateOf } from './state-of-tables.ts'
import type { CanaryWorld } from './world-of-canaries.ts'

export interface Acted {
  asked: number
  /** That went through. */
  done: number
  codes: Record<string, number>
  faults: { role: Role; door: string; query: string; variables: object; why: string; answer: string }[]
}

/** Whatever an act may be refused with (gateway/src/request/answer.ts, services/_kit/src/errors.ts). */
const TOLD_OF: ReadonlySet<string> = new Set([
  ...[
    'FORBIDDEN',
    'AGREEMENT_ENDED',
    'NOT_FOUND',
    'BAD_USER_INPUT',
    'CONFLICT',
    'IDEMPOTENCY_MISMATCH',
    'URL_NOT_ALLOWED',
  ],
])

/** What is said of an act that is not the role's. */
const NOT_ALLOWED: ReadonlySet<string> = new Set(['FORBIDDEN', 'AGREEMENT_ENDED'])
/** Each is planned once, and done as often, with other ids. */
const TIMES_EACH = 4

interface Act extends Question {
  name: string
  role: Role
  door: string
  actor: Actor
  /** Whether the role may do such a thing at all. */
  isOfRole: boolean
  ask: (variables: Record<string, unknown>) => Promise<unknown>
}

/** So many acts; and others in their place, up to so often as many, until the least of them were done: of few, chance may have all refused. */
const MOST_TIMES = 6

export async function act(
  world: CanaryWorld,
  { queries, seed, leastDone }: Plan & { leastDone: number },
): Promise<Acted> {
  const chance = chanceOf(seed)
  const acted: Acted = { asked: 0, done: 0, codes: {}, faults: [] }
  const planned = () => Array.from({ length: Math.ceil(queries / TIMES_EACH) }, actsOf(world, chance))
  let acts = planned()
  let before = await stateOf(world.database)
  const goesOn = () => acted.asked < queries || (acted.done < leastDone && acted.asked < MOST_TIMES * queries)
  for (; goesOn(); acted.asked += 1) {
    if (acted.asked > 0 && acted.asked % queries === 0) acts = planned()
    const one = chance.pick(acts)
    const known = await idsIn(world)
    const variables = Object.fromEntries(
      one.variables.map((name) => [name, givenAs(name, one, known, chance) ?? variableOf(world, chance, name)]),
    )
    const steps = await stepsOf(world, variables['alert'])
    const answer = JSON.stringify(await one.ask(variables))
    const after = await stateOf(world.database)
    const hasChanged = after !== before
    // Of several at once each is refused by itself, and the act is remembered by its key.
    const isDone = one.name === 'acknowledgeAlerts' ? (await stepsOf(world, variables['alert'])) !== steps : hasChanged
    const [, code = 'none'] = /"code":"([A-Z_]+)"/.exec(answer) ?? []
    acted.codes[code] = (acted.codes[code] ?? 0) + 1
    if (code === 'none') acted.done += 1
    await world.refreshUses()
    for (const why of faultsOf(world, one, { answer, code, variables, hasChanged, isDone }))
      acted.faults.push({ role: one.role, door: one.door, query: one.query, variables, why, answer })
    before = after
  }
  return acted
}

interface Outcome {
  answer: string
  code: string
  variables: Record<string, unknown>
  hasChanged: boolean
  /** Whether the row that it names has something more in its history. */
  isDone: boolean
}

async function stepsOf({ database }: CanaryWorld, alert: unknown): Promise<number> {
  if (alert === undefined) return 0
  const sql = 'select count(*)::int as n from oversight.alert_history where alert_id = $1'
  return (await database.query<{ n: number }>(sql, [alert]))[0]?.n ?? 0
}

interface Answer {
  data?: Record<string, unknown> | null
  errors?: { path?: unknown[] }[]
}

/** Whether the act itself was refused: a field of what it gives may be closed although it was done. */
function isRefused(answer: string, name: string): boolean {
  const { data, errors = [] } = JSON.parse(answer) as Answer
  return (data?.[name] ?? null) === null && !errors.some(({ path = [] }) => path.length > 1 && data !== undefined)
}

function faultsOf(world: CanaryWorld, one: Act, { answer, code, variables, hasChanged, isDone }: Outcome): string[] {
  const isTurnedAway = isRefused(answer, one.name)
  const named = String(variables['alert'] ?? (one.name === 'openRecord' ? variables['child'] : ''))
  const found = world.foreignIn(answer, one.actor, { given: JSON.stringify(variables), query: one.query })
  return [
    ...(code === 'none' || TOLD_OF.has(code) ? [] : [`${code} is told of nowhere`]),
    ...(one.isOfRole || (isTurnedAway && NOT_ALLOWED.has(code)) ? [] : ['it is not the role’s, and was not refused']),
    ...(isTurnedAway && hasChanged ? ['it was refused, and something has changed'] : []),
    ...(!isTurnedAway && isDone && named && world.isForeign(named, one.actor)
      ? ['it was done to a row of others']
      : []),
    ...found.map((word) => `it tells ${word}`),
  ]
}

/** Gives one act after the other: a role, one of its actors, a door, and any mutation of that door. */
function actsOf({ graph }: CanaryWorld, chance: Chance): () => Act {
  const map = accessMapOf(read('gateway/supergraph.graphql'))
  const api = buildSchema(read('gateway/api.graphql'))
  const behind = [...graph.services.values()].filter(({ schema }) => schema.getMutationType())
  const doors: { door: string; schema: GraphQLSchema }[] = [
    { door: 'gateway', schema: api },
    ...behind.map(({ name, schema }) => ({ door: name, schema })),
  ]
  return () => {
    const role = chance.pick(ROLES)
    const own = new Set<string>(scopesOf(role))
    const { door, schema } = chance.of(0.6) ? { door: 'gateway', schema: api } : chance.pick(doors)
    const field = chance.pick(Object.values(schema.getMutationType()?.getFields() ?? {}))
    const question = actQuestion(field, { chance, mayRead: mayReadAs(role, map), deepest: 2 })
    // Behind the first layer an actor may claim whatever it likes.
    const scopes = door !== 'gateway' && chance.of(0.5) ? EVERY_SCOPE : scopesOf(role)
    const actor = { ...chance.pick(actorsOf(role, scopes)), sub: `${role} who acts` }
    const isOfRole =
      map
        .field('Mutation', field.name)
        ?.flat(2)
        .every((scope) => own.has(scope)) === true
    const ask: Act['ask'] = (variables) =>
      door === 'gateway'
        ? graph.ask(actor, question.query, variables, 'an act')
        : graph.askService(door as 'oversight', actor, question.query, variables, 'an act')
    return { ...question, name: field.name, role, door, actor, isOfRole, ask }
  }
}

type Ids = Readonly<Record<'alert' | 'use' | 'breach' | 'silence' | 'endpoint', readonly string[]>>

/** What there is to act on by now: acts make more of it. */
async function idsIn({ database }: CanaryWorld): Promise<Ids> {
  const [row] = await database.query<Record<keyof Ids, string[]>>(`select
    array(select id::text from oversight.alert order by id) as alert,
    array(select id::text from openings.opening where by = 'EMERGENCY' order by at, id) as use,
    array(select breach_id::text from oversight.breach_told where entry = 'FOUND' order by id) as breach,
    array(select id::text from oversight.alert_silence order by id) as silence,
    array(select id::text from oversight.webhook_endpoint order by id) as endpoint`)
  if (!row) throw new Error('The registry gives no rows.')
  return row
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
const DAY_IN_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_IN_MS)

/** Undefined for what questions have too. */
function givenAs(name: string, { actor, name: act }: Act, ids: Ids, chance: Chance): unknown {
  switch (name) {
    case 'alert':
    case 'use':
    case 'breach':
    case 'silence':
    case 'endpoint':
      return ids[name].length === 0 ? NOBODY : chance.pick(ids[name])
    case 'words':
      return wordsBy(actor, act)
    case 'version':
      return 1 + chance.below(3)
    case 'soon':
      return inDays(2).toISOString()
    case 'before':
      return inDays(-2).toISOString()
    case 'today':
      return inDays(1).toISOString().slice(0, 10)
    case 'key':
      return `clave ${chance.below(1_000_000)}`
    default:
      return undefined
  }
}
