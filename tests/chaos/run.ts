/** A run of chaos: everything up and quiet, faults under load, everything up and quiet again; then what was told is held against what was written. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Chance, chanceOf } from '../fuzz/chance.ts'
import { eventually } from '../support/eventually.ts'
import { dataFolder } from '../support/program.ts'
import { allSent, allTold, quiet } from './at-rest.ts'
import type { Carrier } from './carrier.ts'
import { type FallingDatabase, startFallingDatabase } from './database.ts'
import { Disk } from './disk.ts'
import { foundOf, leftIn, stepsOf } from './evidence.ts'
import { type Breakable, type FaultPlan, Faults } from './faults.ts'
import { Fleet } from './fleet.ts'
import { Journal } from './journal.ts'
import { Network } from './network.ts'
import type { Official } from './officials.ts'
import { officialsOf, receiversOf, subscribersOf } from './people.ts'
import type { Done } from './taking-part.ts'
import { type Verdict, verdictOn } from './verdict.ts'
import { Vitals } from './vitals.ts'
import { type WriterPlan, Writers } from './writers.ts'

export interface ChaosPlan extends FaultPlan, WriterPlan {
  /** How long faults are caused. */
  faultsForMs: number
  seed: number
  /** Between two acts of one official, on average. */
  actEveryMs: number
  /** A line for whoever waits. */
  say: (line: string) => void
  /** By which the stream of alerts goes to each gateway. */
  carrier: Carrier
}

/** Between a threshold and its alert. */
const A_MOMENT_MS = 2_000
const BETWEEN_LOOKS_MS = 15_000

/** The folder of the journal is left where the guarantee was broken, or the run did not end: the verdict and the error name it. */
export async function runChaos(plan: ChaosPlan): Promise<Verdict & { journal: string }> {
  const folder = dataFolder()
  const journal = new Journal(plan.seed, plan.say)
  const network = new Network()
  let [database, fleet]: [FallingDatabase | null, Fleet | null] = [null, null]
  try {
    database = await startFallingDatabase(folder.path)
    const disk = await Disk.of(database)
    // Receivers stand on this machine.
    const settings = { WEBHOOKS_TO_LOOPBACK: 'yes' }
    const { carrier } = plan
    fleet = await Fleet.start({ databaseUrl: database.url, network, journal, folder: folder.path, carrier, settings })
    const verdict = await tried(plan, { database, fleet, network, disk }, journal)
    if (verdict.breaches.length === 0) journal.remove()
    return { ...verdict, journal: journal.folder }
  } catch (error) {
    journal.note(`the run did not end: ${error instanceof Error ? error.stack : error}`)
    throw new Error(`The run of seed ${plan.seed} did not end; see ${journal.folder}`, { cause: error })
  } finally {
    fleet?.stop()
    network.stop()
    await database?.stop()
    folder.remove()
  }
}

async function tried(plan: ChaosPlan, breakable: Breakable, journal: Journal): Promise<Verdict> {
  const { database, fleet, network } = breakable
  const chance = (name: string): Chance => chanceOf(plan.seed ^ hashOf(name))
  const parts = { database, fleet, network, chanceOf: chance }
  const subscribers = await subscribersOf(parts)
  const receivers = await receiversOf(parts)
  const officials = await officialsOf(parts, plan.actEveryMs)
  const writersReach = await network.toAddress('from writers to the database', database.url)
  const writers = new Writers(writersReach, plan, (write) => foundOf(database, write))
  const [faults, vitals] = [new Faults(breakable, journal), new Vitals()]
  const cast: Cast = { ...parts, subscribers, receivers, officials, writers, faults, vitals, journal }
  const following = new AbortController()
  const followed = Promise.all(subscribers.map((one) => one.run(following.signal)))
  const waiting = async () => subscribers.filter(({ hasBegun }) => !hasBegun).map(({ name, ends }) => ({ name, ends }))
  await eventually(waiting, ({ length }) => length === 0, 60_000)
  journal.say(
    `${fleet.members.length} processes run, ${subscribers.length} subscribers follow, ${receivers.length} receivers are sent; faults for ${plan.faultsForMs / 1_000} s`,
  )

  await broken(plan, cast)
  await mended(cast)
  await vitals.look(fleet, database)
  following.abort()
  await followed
  for (const one of receivers) one.stop()
  await writers.stop()
  return verdictOn(cast)
}

/** Everybody who takes part. */
interface Cast extends Done {
  officials: readonly Official[]
  chanceOf: (name: string) => Chance
}

/** Writes and breaks for as long as the plan says, until all is up again and nobody writes. */
async function broken(plan: ChaosPlan, cast: Cast): Promise<void> {
  const { database, fleet, subscribers, receivers, officials, writers, faults, vitals, journal, chanceOf } = cast
  const [writing, breaking] = [new AbortController(), new AbortController()]
  const written = Promise.all([
    writers.run(chanceOf, writing.signal),
    ...officials.map((one) => one.run(writing.signal)),
    ...receivers.map(({ owner }) => owner.run(writing.signal)),
  ])
  for (const one of subscribers) one.roam()
  const breakage = faults.run(plan, chanceOf, breaking.signal)
  await watching(plan.faultsForMs, async () => {
    await vitals.look(fleet, database)
    const left = await leftIn(database).catch(() => [['the database is away', 1]])
    const told = subscribers.map(({ received }) => received.length).join(' ')
    journal.say(
      `${writers.log.length} files sent, told ${told}; left: ${left.map((pair) => pair.join(' ')).join(', ')}`,
    )
  })
  breaking.abort()
  await breakage
  for (const one of subscribers) one.stay()
  await fleet.allUp()
  writing.abort()
  await written
}

/** Until all that is due has come, or does not come any more. */
async function mended({ database, subscribers, receivers, officials, writers, journal }: Cast): Promise<void> {
  journal.say('all is up again')
  await pause(Math.max(0, Math.max(writers.lastClock(), lastOf(officials)) + A_MOMENT_MS - Date.now()))
  await quiet(database)
  journal.say('nothing is left to judge')
  await allTold(subscribers, await stepsOf(database))
  journal.say('all are told')
  await allSent(database, receivers)
  journal.say('all is sent')
}

/** When the last acknowledgement ends; milliseconds since 1970, 0 for none. */
function lastOf(officials: readonly { log: readonly { until: Date | null }[] }[]): number {
  return Math.max(0, ...officials.flatMap(({ log }) => log.map(({ until }) => until?.getTime() ?? 0)))
}

async function watching(ms: number, look: () => Promise<void>): Promise<void> {
  const until = Date.now() + ms
  while (Date.now() < until) {
    await pause(Math.min(BETWEEN_LOOKS_MS, until - Date.now()))
    await look()
  }
}

function hashOf(name: string): number {
  return [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
}
