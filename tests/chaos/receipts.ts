/** Holds what receivers took against the registry's own history: every message once they are told apart, each child's in order, and what they signed. */
import { type Step, stepsFor } from './checker.ts'
import type { Message } from './receivers.ts'
import type { SeesAs } from './sees-as.ts'
import { KINDS } from './stories.ts'
import { isReceiptOf } from './verified.ts'

export interface Taken {
  name: string
  states: readonly string[] | null
  /** Null for whoever reads the numbers of steps themselves. */
  seesAs: SeesAs | null
  /** Of his messages, by the numbers of their steps. */
  marks: ReadonlyMap<number, string>
  /** Whether each child's have to come in their order. */
  isOrdered: boolean
  taken: readonly Message[]
}

/** Every breach, in a sentence. */
export function breachesOf(one: Taken, steps: readonly Step[]): string[] {
  const { name, states, taken, isOrdered } = one
  const wanted = stepsFor(states, steps)
    .filter(({ kind }) => KINDS.some((known) => known === kind))
    .sort((a, b) => a.stepId - b.stepId)
  const foreign = taken.find(({ data }) => states !== null && !states.includes(data.state))
  const byWord = new Map(wanted.map((step) => [wordOf(step, one), step]))
  return [
    ...(foreign ? [`${name} was sent ${foreign.data.kind} in ${foreign.data.state}, which is not his`] : []),
    ...(taken.length === wanted.length ? [] : [`${name} took ${taken.length} messages where ${wanted.length} are due`]),
    ...taken.flatMap((message) => ofOneMessage(one, message, byWord.get(wordIn(message)))),
    ...(isOrdered ? outOfOrder(one, byWord) : []),
  ]
}

/** As the id of a message names a step: by its number and the mark of the message, to a partner by a word of its own. */
export function wordOf({ stepId }: Pick<Step, 'stepId'>, { seesAs, marks }: Pick<Taken, 'seesAs' | 'marks'>): string {
  const step = `${stepId}-${marks.get(stepId)}`
  return seesAs ? seesAs.child(`step ${step}`).slice(0, 22) : step
}

/** Such a word may hold a low line; the id of the endpoint behind it holds none. */
const wordIn = ({ id }: Message): string => /^msg_(.*)_[^_]*$/.exec(id)?.[1] ?? ''

function ofOneMessage({ name, seesAs }: Taken, { id, type, data }: Message, step: Step | undefined): string[] {
  if (!step) return [`${name} took ${id}, which is no step of his`]
  const isAsItWas = data.kind === step.kind && type === `alert.${step.step.toLowerCase()}` && data.state === step.state
  const alert = seesAs ? seesAs.alert(step.alertId) : step.alertId
  const isItsChild = !seesAs || step.childId === null || data.childRef === seesAs.child(step.childId)
  return isAsItWas && data.alertId === alert && isItsChild ? [] : [`${name} took ${id} with the words of another step`]
}

/** Of one child in the order in which it happened. */
function outOfOrder({ name, taken }: Taken, byWord: ReadonlyMap<string, Step>): string[] {
  const last = new Map<string, number>()
  return taken.flatMap((message) => {
    const step = byWord.get(wordIn(message))
    if (!step) return []
    const owner = step.childId ?? step.alertId
    const before = last.get(owner) ?? 0
    last.set(owner, step.stepId)
    return before < step.stepId ? [] : [`${name} took step ${step.stepId} of ${step.acta} after ${before}`]
  })
}

/** What the registry keeps of one message that was taken. */
export interface Kept {
  /** As the message had it. */
  id: string
  receipt: string | null
}

/** Whoever took a message signed that it did, and the registry can show it; where an answer was lost it may not know. */
export function unsignedIn(name: string, publicKey: string, kept: readonly Kept[]): string[] {
  return kept
    .filter(({ id, receipt }) => receipt === null || !isReceiptOf(publicKey, id, receipt))
    .map(({ id }) => `${name}: the registry shows no receipt of ${id} that he signed`)
}
