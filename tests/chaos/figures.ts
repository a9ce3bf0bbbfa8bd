/** What a run was like, in figures: how much was written, told, told again and broken, and how long it took. */
import { type Outcome, type Step, stepsFor } from './checker.ts'
import type { Act } from './officials.ts'
import type { Receiver } from './receivers.ts'
import type { Subscriber } from './subscriber.ts'
import type { Done } from './taking-part.ts'
import type { Sent } from './writers.ts'

interface Run extends Pick<Done, 'faults' | 'network' | 'subscribers' | 'receivers' | 'writers' | 'vitals'> {
  steps: readonly Step[]
  outcomes: readonly Outcome[]
  acts: readonly Act[]
}

export function figuresOf(run: Run): string[] {
  const { steps, outcomes, faults, subscribers, receivers, acts } = run
  const { log } = run.writers
  const unknown = outcomes.filter(({ isAcknowledged }) => !isAcknowledged)
  const there = unknown.filter(({ found }) => found > 0).length
  const expected = outcomes
    .filter(({ found }) => found > 0)
    .flatMap(({ actas, expects }) => actas.flatMap(() => expects))
  return [
    `faults: ${counted(faults.kills)} kills, ${faults.freezes} freezes, ${faults.falls} falls of the database, ${faults.fills} full disks, ${counted(run.network.troubles)} troubles of hops`,
    `files: ${log.length}, ${outcomes.length - unknown.length} acknowledged (${log.filter(({ tries }) => tries > 1).length} after more than one try), ${unknown.length} of unknown outcome: ${there} wholly there, ${unknown.length - there} wholly absent`,
    `acts of persons: ${counted(outcomesOfActs(acts))}, ${acts.filter(({ tries }) => tries > 1).length} sent again`,
    `alerts: ${steps.length} steps in the stream, ${stepsFor(null, steps).length} of those that are told, ${expected.length} expected by the stories`,
    ...subscribers.map(lineOf),
    ...receivers.map(lineOfReceiver),
    `from an acknowledged file to the first subscriber told: ${delays(log, steps, subscribers)}`,
    `from a step to each subscriber told: ${spread(subscribers.flatMap((one) => lags(one, steps)))}`,
    ...run.vitals.lines(),
  ]
}

function counted(kinds: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(kinds).sort()
  const sum = sorted.reduce((total, [, n]) => total + n, 0)
  return `${sum} (${sorted.map((pair) => pair.join(' ')).join(', ')})`
}

function outcomesOfActs(acts: readonly Act[]): Record<string, number> {
  const kinds = Map.groupBy(acts, ({ outcome }) => outcome)
  return Object.fromEntries([...kinds].map(([kind, some]) => [kind, some.length]))
}

function lineOf({ name, received, repeats, resumes, ends }: Subscriber): string {
  const partial = received.filter(({ isPartial }) => isPartial).length
  const why = Object.entries(ends)
    .sort()
    .map((pair) => pair.join(' '))
    .join(', ')
  return `${name}: ${received.length} told, ${partial} with a part missing, ${repeats.byResume} again by resuming, ${repeats.other} again otherwise, ${resumes} connections (${why})`
}

const lineOfReceiver = ({ name, taken, tries, repeats, owner }: Receiver): string =>
  `${name}: ${taken.length} taken in ${tries} tries, ${repeats.byReset} again by resetting, ${repeats.other} again otherwise; ${owner.turns.learned} of ${owner.turns.asked} secrets turned that were to be, enabled again ${owner.enabledAgain} times`

/** How long after the alert changed somebody was told of it; the faults of the run are in it. */
function lags({ received }: Subscriber, steps: readonly Step[]): number[] {
  const at = new Map(steps.map((step) => [step.seq, step.at.getTime()]))
  return received.flatMap(({ seq, receivedAt }) => {
    const happened = seq === undefined ? undefined : at.get(seq)
    return happened === undefined ? [] : [receivedAt - happened]
  })
}

/** Of the alerts that a file asks for when it is taken in; the faults of the run are in it. */
function delays(log: readonly Sent[], steps: readonly Step[], subscribers: readonly Subscriber[]): string {
  const firstTold = new Map<string, number>()
  for (const { received } of subscribers)
    for (const { id, step, receivedAt } of received) {
      const key = `${id} ${step}`
      firstTold.set(key, Math.min(firstTold.get(key) ?? Number.POSITIVE_INFINITY, receivedAt))
    }
  const times = log.flatMap(({ acknowledgedAt, write: { actas, expects } }) => {
    const last = expects.at(-1)
    if (acknowledgedAt === null || !last) return []
    return steps
      .filter(
        ({ acta, kind, step }) => acta !== null && actas.includes(acta) && kind === last.kind && step === last.step,
      )
      .map(({ alertId, step }) => (firstTold.get(`${alertId} ${step}`) ?? Number.NaN) - acknowledgedAt)
  })
  return spread(times)
}

function spread(times: readonly number[]): string {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b)
  const at = (share: number) => `${Math.round(Math.max(0, sorted[Math.floor((sorted.length - 1) * share)] ?? 0))} ms`
  return sorted.length === 0 ? 'nothing' : `half within ${at(0.5)}, 99 % within ${at(0.99)}, all within ${at(1)}`
}
