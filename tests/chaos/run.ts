/** A run of chaos: everything up and quiet, faults under load, everything up and quiet again; then what was told is held against what was written. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@vigia/kit/actor'
import { type Role, scopesOf } from '@vigia/law/access-matrix'
import { type Chance, chanceOf } from '../fuzz/chance.ts'
import { eventually } from '../support/eventually.ts'
import { dataFolder } from '../support/program.ts'
import { signedIn } from '../support/signed-in.ts'
import { breaches, stepsFor } from './checker.ts'
import { byServerSentEvents, byWebSocket } from './connection.ts'
import { type FallingDatabase, startFallingDatabase } from './database.ts'
import { foundOf, historyOf, hurryMessages, leftIn, outcomesOf, stepsOf } from './evidence.ts'
import { type FaultPlan, Faults } from './faults.ts'
import { figuresOf } from './figures.ts'
import { Fleet } from './fleet.ts'
import { breachesOf } from './receipts.ts'
import { MANNERS, Receiver } from './receivers.ts'
import { Subscriber } from './subscriber.ts'
import { type WriterPlan, Writers } from './writers.ts'

export interface ChaosPlan extends FaultPlan, WriterPlan {
  /** How long faults are caused. */
  faultsForMs: number
  seed: number
  /** A line for whoever waits. */
  say: (line: string) => void
}

export interface Verdict {
  /** Empty where the guarantee holds. */
  breaches: string[]
  figures: string[]
}

/** Between a threshold and its alert. */
const A_MOMENT_MS = 2_000
const REST_WITHIN_MS = 300_000
/** Whoever is told of nothing new for so long is told of nothing more. */
const TOLD_WITHIN_MS = 45_000

export async function runChaos(plan: ChaosPlan): Promise<Verdict> {
  const folder = dataFolder()
  const database = await startFallingDatabase(folder.path)
  let fleet: Fleet | null = null
  try {
    // Receivers stand on this machine.
    fleet = await Fleet.start(database.url, { WEBHOOKS_TO_LOOPBACK: 'yes' })
    return await tried(plan, database, fleet)
  } finally {
    fleet?.stop()
    await database.stop()
    folder.remove()
  }
}

async function tried(plan: ChaosPlan, database: FallingDatabase, fleet: Fleet): Promise<Verdict> {
  const { seed, say, faultsForMs } = plan
  // Each has a chance of its own: what one does must not change what another does.
  const chance = (name: string): Chance => chanceOf(seed ^ hashOf(name))
  const subscribers = await subscribersOf(database, fleet, chance)
  const receivers = await receiversOf(database, fleet, chance)
  const [writing, following, breaking] = [new AbortController(), new AbortController(), new AbortController()]
  const writers = new Writers(database.url, plan, (write) => foundOf(database, write))
  const followed = Promise.all(subscribers.map((one) => one.run(following.signal)))
  await eventually(async () => subscribers.every(({ hasBegun }) => hasBegun), Boolean, 30_000)
  say(
    `${fleet.members.length} processes run, ${subscribers.length} subscribers follow, ${receivers.length} receivers are sent; faults for ${faultsForMs / 1_000} s`,
  )

  const written = writers.run(chance, writing.signal)
  for (const one of subscribers) one.roam()
  const faults = new Faults(fleet, database, chance('faults'))
  const broken = faults.run(plan, breaking.signal)
  await waiting(faultsForMs, () =>
    say(`${writers.log.length} files sent, ${subscribers[0]?.received.length} steps told`),
  )

  breaking.abort()
  await broken
  for (const one of subscribers) one.stay()
  await fleet.allUp()
  writing.abort()
  await written
  await pause(Math.max(0, writers.lastClock() + A_MOMENT_MS - Date.now()))
  await rest(database)
  const steps = await stepsOf(database)
  await allTold(subscribers, (states) => stepsFor(states, steps).length)
  await allSent(database, receivers)
  following.abort()
  await followed
  for (const one of receivers) one.stop()
  await writers.stop()
  return verdictOn({ database, fleet, writers, subscribers, receivers, faults })
}

interface Done {
  database: FallingDatabase
  fleet: Fleet
  writers: Writers
  subscribers: readonly Subscriber[]
  receivers: readonly Receiver[]
  faults: Faults
}

async function verdictOn({ database, fleet, writers, subscribers, receivers, faults }: Done): Promise<Verdict> {
  const [steps, history] = [await stepsOf(database), await historyOf(database)]
  const outcomes = await outcomesOf(database, writers.log)
  return {
    breaches: [
      ...breaches({ steps, history, outcomes, told: subscribers }),
      ...receivers.flatMap((one) => breachesOf(takenBy(one), steps)),
      ...writers.refused.map((why) => `a sound file was refused: ${why}`),
      ...subscribers.flatMap(({ faults }) => faults),
      ...fleet.crashes,
    ],
    figures: figuresOf({ steps, outcomes, faults, log: writers.log, subscribers, receivers }),
  }
}

const anActor = (sub: string, role: Role, states: string[] | null): Actor => ({
  ...{ sub, kind: 'person', role, states, org: null },
  scopes: scopesOf(role),
})

async function subscribersOf(database: FallingDatabase, fleet: Fleet, chance: (name: string) => Chance) {
  const wanted = [
    { actor: anActor('federal-1', 'federal-secretary', null), connect: byWebSocket },
    { actor: anActor('federal-2', 'federal-secretary', null), connect: byServerSentEvents },
    { actor: anActor('cndh', 'ombudsperson-federal', null), connect: byWebSocket },
    { actor: anActor('chiapas-1', 'state-secretary', ['07']), connect: byWebSocket },
    { actor: anActor('chiapas-2', 'state-secretary', ['07']), connect: byServerSentEvents },
    { actor: anActor('tabasco', 'ombudsperson-state', ['27']), connect: byServerSentEvents },
  ]
  const subscribers: Subscriber[] = []
  for (const { actor, connect } of wanted) {
    const { headers } = await signedIn(database.url, actor)
    const name = actor.sub
    subscribers.push(
      new Subscriber({ name, actor, connect, headers: { ...headers }, gateways: fleet.gateways, chance: chance(name) }),
    )
  }
  return subscribers
}

/** Four of an ombudsperson's systems, whose messages name the steps, and the last of a partner's. */
async function receiversOf(database: FallingDatabase, fleet: Fleet, chance: (name: string) => Chance) {
  const [gateway] = fleet.gateways
  const receivers: Receiver[] = []
  for (const manner of MANNERS) {
    const isLast = receivers.length === MANNERS.length - 1
    const [role, states] = isLast ? (['partner', ['07', '27']] as const) : (['ombudsperson-federal', null] as const)
    const actor = { ...anActor(`receiver-${manner}`, role, states && [...states]), org: `receiver-${manner}` }
    const receiver = new Receiver(manner, actor, chance(manner))
    const { headers } = await signedIn(database.url, actor)
    await receiver.register({ headers: { ...headers }, url: gateway?.url ?? '' })
    receivers.push(receiver)
  }
  return receivers
}

const takenBy = ({ name, actor, taken }: Receiver) => ({
  ...{ name, taken, states: actor.states, isPartner: actor.role === 'partner' },
})

/** All take what they are sent from now on; the hours between tries are passed over. */
async function allSent(database: FallingDatabase, receivers: readonly Receiver[]): Promise<void> {
  for (const one of receivers) one.mend()
  await eventually(
    async () => {
      await pause(500)
      return hurryMessages(database)
    },
    (waiting) => waiting === 0,
    REST_WITHIN_MS,
  ).catch(() => {})
}

/** Until nothing is left to hear, to judge or to number, twice in a row. */
async function rest(database: FallingDatabase): Promise<void> {
  let quiet = 0
  await eventually(
    async () => {
      const left = await leftIn(database).catch((error: unknown) => [String(error)])
      quiet = left.length === 0 ? quiet + 1 : 0
      await pause(250)
      return { left, quiet }
    },
    (found) => found.quiet >= 3,
    REST_WITHIN_MS,
  )
}

/** Until all are told of what is due, or nobody is told of anything new: what is missing is a breach, which the checker names. */
async function allTold(
  subscribers: readonly Subscriber[],
  due: (states: readonly string[] | null) => number,
): Promise<void> {
  const told = () => subscribers.reduce((sum, { received }) => sum + received.length, 0)
  let last = { told: told(), at: Date.now() }
  while (!subscribers.every(({ received, states }) => received.length >= due(states))) {
    if (told() > last.told) last = { told: told(), at: Date.now() }
    if (Date.now() - last.at > TOLD_WITHIN_MS) return
    await pause(100)
  }
}

async function waiting(ms: number, tell: () => void): Promise<void> {
  const until = Date.now() + ms
  while (Date.now() < until) {
    await pause(Math.min(15_000, until - Date.now()))
    tell()
  }
}

function hashOf(name: string): number {
  return [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
}
