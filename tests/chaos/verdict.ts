/** What a run came to: every breach of the guarantee in a sentence, and its figures. */
import { breaches, type Step } from './checker.ts'
import type { FallingDatabase } from './database.ts'
import { breachesOfActs, unendedIn } from './deeds.ts'
import { happenedTo, historyOf, outcomesOf, sentTo, stepsOf, writtenBy } from './evidence.ts'
import { figuresOf } from './figures.ts'
import type { Journal } from './journal.ts'
import { breachesOf, unsignedIn, wordOf } from './receipts.ts'
import type { Receiver } from './receivers.ts'
import { seenByPartner } from './sees-as.ts'
import type { Done } from './taking-part.ts'

export interface Verdict {
  /** Empty where the guarantee holds. */
  breaches: string[]
  figures: string[]
}

export async function verdictOn(done: Done): Promise<Verdict> {
  const { database, fleet, writers, subscribers, receivers, journal } = done
  const [steps, history] = [await stepsOf(database), await historyOf(database)]
  const outcomes = await outcomesOf(database, writers.log)
  const acts = done.officials.flatMap(({ log }) => log)
  const written = await writtenBy(database, [...new Set(acts.map(({ author }) => author))])
  const found = [
    ...breaches({ steps, history, outcomes, told: subscribers }),
    ...(await Promise.all(receivers.map((one) => breachesAt(database, one, steps)))).flat(),
    ...receivers.flatMap(({ faults }) => faults),
    ...breachesOfActs(acts, written),
    ...unendedIn(await happenedTo(database), new Date()),
    ...writers.refused.map((why) => `a sound file was refused: ${why}`),
    ...subscribers.flatMap(({ faults }) => faults),
    ...fleet.crashes,
  ]
  const figures = figuresOf({ ...done, steps, outcomes, acts })
  if (found.length > 0) keep(journal, done, { steps, acts, written, outcomes, breaches: found, figures })
  return { breaches: found, figures }
}

function keep(journal: Journal, { subscribers, receivers, writers }: Done, evidence: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(evidence)) journal.keep(name, value)
  journal.keep('files', writers.log)
  for (const { name, received } of subscribers) journal.keep(`told-${name}`, received)
  for (const [index, { name, taken }] of receivers.entries()) journal.keep(`taken-${index}`, { name, taken })
}

const seenBy = ({ actor }: Receiver) => (actor.role === 'partner' ? seenByPartner(actor) : null)

/** What it took, and what it signed. */
async function breachesAt(database: FallingDatabase, receiver: Receiver, steps: readonly Step[]): Promise<string[]> {
  const { name, taken, actor, isOrdered, receiptKey, owner } = receiver
  const sent = await sentTo(database, owner.id)
  const [seesAs, marks] = [seenBy(receiver), new Map(sent.map(({ stepId, mark }) => [stepId, mark]))]
  const kept = sent.flatMap(({ stepId, wasTaken, receipt }) =>
    wasTaken ? [{ id: `msg_${wordOf({ stepId }, { seesAs, marks })}_${owner.id}`, receipt }] : [],
  )
  return [
    ...breachesOf({ name, taken, states: actor.states, seesAs, marks, isOrdered }, steps),
    ...unsignedIn(name, receiptKey, kept),
  ]
}
