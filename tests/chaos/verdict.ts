/** What a run came to: every breach of the guarantee in a sentence, and its figures. */
import { breaches, type Step } from './checker.ts'
import type { FallingDatabase } from './database.ts'
import { breachesOfActs, unendedIn } from './deeds.ts'
import { happenedTo, historyOf, outcomesOf, receiptsOf, stepsOf, writtenBy } from './evidence.ts'
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
    ...receivers.flatMap((one) => breachesOf(takenBy(one), steps)),
    ...(await unsigned(database, receivers)),
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

const takenBy = (receiver: Receiver) => ({
  ...{ name: receiver.name, taken: receiver.taken, states: receiver.actor.states },
  ...{ seesAs: seenBy(receiver), isOrdered: receiver.isOrdered },
})

async function unsigned(database: FallingDatabase, receivers: readonly Receiver[]): Promise<string[]> {
  const found: string[] = []
  for (const receiver of receivers) {
    const { name, receiptKey, owner } = receiver
    const idOf = ({ stepId }: Pick<Step, 'stepId'>) => `msg_${wordOf({ stepId }, seenBy(receiver))}_${owner.id}`
    const kept = (await receiptsOf(database, owner.id)).map(({ stepId, receipt }) => ({
      id: idOf({ stepId }),
      receipt,
    }))
    found.push(...unsignedIn(name, receiptKey, kept))
  }
  return found
}
