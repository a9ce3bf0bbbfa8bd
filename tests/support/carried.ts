/** A gateway as far as it is told of steps of alerts: what brings them, in which order they come, and what it says of that. */
import { urlOfRole } from '@vigia/db/roles'
import { readNats } from '../../gateway/src/carriers/nats-settings.ts'
import { alertsIn } from '../../gateway/src/subscriptions/alerts-in.ts'
import { eventually } from './eventually.ts'

export interface Carried {
  /** In the order in which they came: the place, of when the step is, and when it came. */
  told: { seq: number; at: number; cameAt: number }[]
  /** Behind which places it was said that what had been told is no more; that is not in `told` any more. */
  parted: number[]
  said: string[]
  /** Whether what should bring them does. */
  isKept: () => Promise<boolean>
  stop: () => Promise<void>
}

const AT_ONCE = 10_000

/** `nats`: the variables of its environment that are about NATS; without any, PostgreSQL brings them. */
export async function carriedBy(databaseUrl: string, nats: NodeJS.ProcessEnv): Promise<Carried> {
  const [said, told, parted]: [string[], Carried['told'], number[]] = [[], [], []]
  const { feed, check, stop } = alertsIn({
    databaseUrl: urlOfRole(databaseUrl, 'vigia_gateway'),
    nats: readNats(nats),
    log: (sentence) => said.push(sentence),
  })
  const begun = await eventually(
    async () => feed.top(),
    (top) => top !== null,
  )
  let [reading, after] = [Promise.resolve(), begun ?? 0]
  feed.onSteps(() => {
    reading = reading.then(async () => {
      const steps = await feed.after(after, AT_ONCE)
      after = steps.at(-1)?.seq ?? after
      told.push(...steps.map(({ seq, at }) => ({ seq, at: at.getTime(), cameAt: Date.now() })))
    })
  })
  feed.onParted(() => {
    const from = feed.top() ?? 0
    reading = reading.then(() => {
      parted.push(from)
      after = Math.min(after, from)
      told.splice(0, told.length, ...told.filter(({ seq }) => seq <= from))
    })
  })
  const isKept = async () =>
    (await check?.().then(
      () => true,
      () => false,
    )) ?? true
  return { told, parted, said, isKept, stop }
}
