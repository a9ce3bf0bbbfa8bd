/** Waits until a run that is no longer broken is at rest: nothing to hear or judge, everybody told, everything sent. What is still missing then is a breach. */
import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { type Step, stepsFor } from './checker.ts'
import type { FallingDatabase } from './database.ts'
import { hurryMessages, leftIn } from './evidence.ts'
import type { Receiver } from './receivers.ts'
import type { Subscriber } from './subscriber.ts'

const REST_WITHIN_MS = 300_000
/** Whoever is told of nothing new for so long is told of nothing more. */
const TOLD_WITHIN_MS = 45_000

/** Until nothing is left to hear, to judge or to number, twice in a row. */
export async function quiet(database: FallingDatabase): Promise<void> {
  let looks = 0
  await eventually(
    async () => {
      const left = await leftIn(database).catch((error: unknown) => [String(error)])
      looks = left.length === 0 ? looks + 1 : 0
      await pause(250)
      return { left, looks }
    },
    (found) => found.looks >= 3,
    REST_WITHIN_MS,
  )
}

/** Until all are told of what is due, or nobody is told of anything new. */
export async function allTold(subscribers: readonly Subscriber[], steps: readonly Step[]): Promise<void> {
  const told = () => subscribers.reduce((sum, { received }) => sum + received.length, 0)
  const isTold = ({ received, states, steps: asked }: Subscriber) =>
    received.length >= stepsFor(states, steps, asked).length
  let last = { told: told(), at: Date.now() }
  while (!subscribers.every(isTold)) {
    if (told() > last.told) last = { told: told(), at: Date.now() }
    if (Date.now() - last.at > TOLD_WITHIN_MS) return
    await pause(100)
  }
}

/** All take what they are sent from now on; who was given up is enabled, and asks for what it missed; the hours between tries are passed over. */
export async function allSent(database: FallingDatabase, receivers: readonly Receiver[]): Promise<void> {
  for (const one of receivers) one.mend()
  for (const { owner } of receivers) {
    await eventually(() => slowly(owner.enable()), Boolean, 60_000).catch(() => {})
    await eventually(() => slowly(owner.redeliver()), Boolean, 60_000).catch(() => {})
  }
  await eventually(
    () => slowly(hurryMessages(database)),
    (waiting) => waiting === 0,
    REST_WITHIN_MS,
  ).catch(() => {})
}

async function slowly<Found>(look: Promise<Found>): Promise<Found> {
  const found = await look
  await pause(500)
  return found
}
