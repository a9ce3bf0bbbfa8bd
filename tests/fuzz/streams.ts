/**
 * Subscriptions by chance, as each role: begun at a place of the past, told what has happened since, ended. Who may not follow is turned
 * away before anything is told, and nobody is told what is not his.
 */
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { ROLES, scopesOf } from '@vigia/law/access-matrix'
import { buildSchema } from 'graphql'
import { refuseWhatIsClosed } from '../../gateway/src/graph/access.ts'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { Refused } from '../../gateway/src/request/refused.ts'
import { AlertStream } from '../../gateway/src/subscriptions/alert-stream.ts'
import { alertsIn } from '../../gateway/src/subscriptions/alerts-in.ts'
import { rootFieldOf } from '../../gateway/src/subscriptions/as-query.ts'
import { BoardStream } from '../../gateway/src/subscriptions/board-stream.ts'
import type { Bundle } from '../../gateway/src/subscriptions/bundle.ts'
import { Outlet } from '../../gateway/src/subscriptions/outlet.ts'
import { cursorsFor } from '../../gateway/src/subscriptions/stream-cursors.ts'
import { eventually } from '../support/eventually.ts'
import { read } from '../support/source-files.ts'
import { type Chance, chanceOf } from './chance.ts'
import { actorsOf, mayReadAs, type Plan, variableOf } from './fuzz.ts'
import { type Question, streamQuestion } from './questions.ts'
import type { CanaryWorld } from './world-of-canaries.ts'

export interface Followed {
  asked: number
  /** Streams in which at least one thing was told. */
  told: number
  turnedAway: number
  leaks: { actor: Actor; query: string; found: string[]; text: string }[]
}

const HOUR_IN_MS = 3_600_000
const AT_ONCE = 4
/** On a busy machine; what is waited for is that all was told. */
const TOLD_WITHIN_MS = 60_000
const DOCUMENTS_A_ROLE = 4

export async function follow(world: CanaryWorld, { queries, seed }: Plan): Promise<Followed> {
  const chance = chanceOf(seed)
  const doors = await doorsOf(world)
  const followed: Followed = { asked: 0, told: 0, turnedAway: 0, leaks: [] }
  const asks = questionsOf(chance)
  const next = async () => {
    while (followed.asked < queries) {
      followed.asked += 1
      await followOnce(world, doors, chance, chance.pick(asks), followed)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next)).finally(doors.stop)
  return followed
}

interface Asked extends Question {
  actor: Actor
}

function questionsOf(chance: Chance): Asked[] {
  const map = accessMapOf(read('gateway/supergraph.graphql'))
  const api = buildSchema(read('gateway/api.graphql'))
  return ROLES.flatMap((role) => {
    const asking = { chance, mayRead: mayReadAs(role, map), deepest: 3 }
    return Array.from({ length: DOCUMENTS_A_ROLE }, () => {
      const actor = { ...chance.pick(actorsOf(role, scopesOf(role))), sub: `${role} who follows` }
      return { ...streamQuestion(api, asking), actor }
    })
  })
}

type Doors = Awaited<ReturnType<typeof doorsOf>>

/** What the gateway follows alerts by, over the database of the world. */
async function doorsOf({ graph, database }: CanaryWorld) {
  const { gateway, admission } = graph
  const found = alertsIn({ databaseUrl: urlOfRole(database.url, 'vigia_gateway'), nats: null, log: () => {} })
  const schema = buildSchema(read('gateway/api.graphql'))
  const versions = { current: () => ({ version: '1', asOf: new Date().toISOString() }), onChange: () => () => {} }
  const common = { schema, isSynthetic: () => true }
  const alerts = new AlertStream({ ...common, ...found, gateway, requestInMs: 60_000 })
  const board = new BoardStream({ ...common, versions })
  const top = await eventually(
    async () => found.feed.top(),
    (place) => place !== null,
  )
  return {
    ...{ gateway, admission, alerts, board, top: top ?? 0 },
    cursors: (sub: string) => cursorsFor(found.cursorKey, 'alerts', sub, () => 0),
    async stop() {
      alerts.stop()
      await found.stop()
    },
  }
}

async function followOnce(world: CanaryWorld, doors: Doors, chance: Chance, asked: Asked, followed: Followed) {
  const { query, variables: names, actor } = asked
  const after = doors.cursors(actor.sub).at(chance.below(doors.top + 1))
  const values = names.map((name) => [name, name === 'after' ? after : variableOf(world, chance, name)])
  const variables = Object.fromEntries(values) as Record<string, unknown>
  const told: string[] = []
  const write = ({ tolds }: Bundle) => told.push(...tolds.map(({ json }) => json.join(''))) > 0
  const outlet = new Outlet({ isClogged: () => false, write, end: ({ code }) => told.push(`ended ${code}`) })
  try {
    const admitted = doors.admission.admit({ query, operationName: null, variables }, 'stream')
    refuseWhatIsClosed({ faultOf: doors.gateway.closedTo }, admitted, actor)
    if (rootFieldOf(admitted) === 'alertRaised') await untilTheTop(doors, admitted, actor, outlet)
    else doors.board.follow(admitted, outlet)()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.status >= 500) throw error
    followed.turnedAway += 1
  }
  if (told.length > 0) followed.told += 1
  const text = told.join('\n')
  const found = world.foreignIn(text, actor, { given: JSON.stringify(variables), query })
  if (found.length > 0) followed.leaks.push({ actor, query, found, text })
}

async function untilTheTop(
  doors: Doors,
  admitted: ReturnType<Doors['admission']['admit']>,
  actor: Actor,
  outlet: Outlet,
) {
  const endsAt = Date.now() + HOUR_IN_MS
  const caller = {
    actor,
    name: actor.sub,
    by: 'session',
    key: 'a test',
    epoch: 0,
    givenAt: Date.now(),
    endsAt,
  } as const
  const following = await doors.alerts.follow(admitted, caller, outlet, null)
  await eventually(async () => outlet.isOver || following.seq() >= doors.top, Boolean, TOLD_WITHIN_MS)
  following.stop()
}
