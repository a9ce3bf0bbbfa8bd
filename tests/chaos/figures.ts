/** What a run was like, in figures: how much was written, told, told again and broken, and how long it took. */
import { type Outcome, type Step, stepsFor } from './checker.ts'
import type { Faults } from './faults.ts'
import type { Receiver } from './receivers.ts'
import type { Subscriber } from './subscriber.ts'
import type { Sent } from './writers.ts'

interface Run {
  steps: readonly Step[]
  outcomes: readonly Outcome[]
  faults: Faults
  log: readonly Sent[]
  subscribers: readonly Subscriber[]
  receivers: readonly Receiver[]
}

export function figuresOf({ steps, outcomes, faults, log, subscribers, receivers }: Run): string[] {
  const unknown = outcomes.filter(({ isAcknowledged }) => !isAcknowledged)
  const there = unknown.filter(({ found }) => found > 0).length
  const kills = Object.entries(faults.kills).sort()
  const expected = outcomes
    .filter(({ found }) => found > 0)
    .flatMap(({ actas, expects }) => actas.flatMap(() => expects))
  return [
    `faults: ${kills.reduce((sum, [, n]) => sum + n, 0)} kills (${kills.map((pair) => pair.join(' ')).join(', ')}), ${faults.freezes} freezes, ${faults.falls} falls of the database`,
    `files: ${log.length}, ${outcomes.length - unknown.length} acknowledged (${log.filter(({ tries }) => tries > 1).length} after more than one try), ${unknown.length} of unknown outcome: ${there} wholly there, ${unknown.length - there} wholly absent`,
    `alerts: ${steps.length} steps in the stream, ${stepsFor(null, steps).length} of those that are told, ${expected.length} expected by the stories`,
    ...subscribers.map(lineOf),
    ...receivers.map(lineOfReceiver),
    `from an acknowledged file to the first subscriber told: ${delays(log, steps, subscribers)}`,
  ]
}

function lineOf({ name, received, repeats, resumes, ends }: Subscriber): string {
  const partial = received.filter(({ isPartial }) => isPartial).length
  const why = Object.entries(ends)
    .sort()
    .map((pair) => pair.join(' '))
    .join(', ')
  return `${name}: ${received.length} told, ${partial} with a part missing, ${repeats.byResume} again by resuming, ${repeats.other} again otherwise, ${resumes} connections (${why})`
}

const lineOfReceiver = ({ name, taken, tries, repeats }: Receiver): string =>
  `${name}: ${taken.length} taken in ${tries} tries, ${repeats.byReset} again by resetting, ${repeats.other} again otherwise`

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
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b)
  const at = (share: number) => `${Math.round(Math.max(0, sorted[Math.floor((sorted.length - 1) * share)] ?? 0))} ms`
  return sorted.length === 0 ? 'nothing' : `half within ${at(0.5)}, 99 % within ${at(0.99)}, all within ${at(1)}`
}
