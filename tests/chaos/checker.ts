/**
 * Holds what subscribers were told against what was written. Of three things each against the others: what senders know, what the
 * law asks for of it (stories.ts), and the registry's own stream.
 */
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import type { SeesAs } from './sees-as.ts'
import type { Expected } from './stories.ts'
import type { Received } from './subscriber.ts'

/** A step as the registry has it. */
export interface Step {
  seq: number
  /** In the history of alerts. */
  stepId: number
  alertId: string
  kind: string
  step: string
  severity: string
  state: string
  at: Date
  /** Null for an alert that is of no child. */
  acta: string | null
  folio: string | null
  childId: string | null
}

/** A file, with what is found of it when all is over. */
export interface Outcome {
  name: string
  actas: readonly string[]
  rows: number
  found: number
  isAcknowledged: boolean
  expects: readonly Expected[]
  never: readonly Expected[]
}

interface Told {
  name: string
  states: readonly string[] | null
  /** Which steps it asked for. */
  steps: readonly string[]
  /** Null for whoever reads the ids themselves. */
  seesAs: SeesAs | null
  received: readonly Received[]
}

export interface Evidence {
  steps: readonly Step[]
  /** Steps in the history of alerts. */
  history: number
  outcomes: readonly Outcome[]
  told: readonly Told[]
}

/** Every breach of the guarantee, in a sentence; none where it holds. */
export function breaches({ steps, history, outcomes, told }: Evidence): string[] {
  return [
    ...ofTheStream(steps, history),
    ...outcomes.flatMap(ofOneFile),
    ...outcomes.filter(({ found }) => found > 0).flatMap((outcome) => ofExpectations(outcome, steps)),
    ...told.flatMap((one) => ofOneSubscriber(one, steps)),
  ]
}

function ofTheStream(steps: readonly Step[], history: number): string[] {
  const gap = steps.findIndex(({ seq }, index) => seq !== index + 1)
  return [
    ...(gap >= 0 ? [`the stream has a gap at ${gap + 1}`] : []),
    ...(history === steps.length ? [] : [`the history has ${history} steps, the stream ${steps.length}`]),
  ]
}

function ofOneFile({ name, rows, found, isAcknowledged }: Outcome): string[] {
  if (found !== 0 && found !== rows) return [`${name}: ${found} of its ${rows} rows are there`]
  return isAcknowledged && found === 0 ? [`${name} was acknowledged, and is not there`] : []
}

/** What a file asks for is in the registry, once, and not before its time; what it forbids is not. */
function ofExpectations({ name, actas, expects, never }: Outcome, steps: readonly Step[]): string[] {
  return actas.flatMap((acta) => {
    const ofChild = steps.filter((step) => step.acta === acta)
    const having = ({ kind, step }: Expected) => ofChild.filter((one) => one.kind === kind && one.step === step)
    return [
      ...expects.flatMap((expected) => {
        const times = having(expected).length
        const what = `${expected.kind} ${expected.step} of ${acta} (${name})`
        if (times !== 1) return [`${what}: ${times === 0 ? 'lost' : `${times} times`}`]
        return isTimely(expected, ofChild) ? [] : [`${what}: never that grave, or too early`]
      }),
      ...never.filter((one) => having(one).length > 0).map((one) => `${one.kind} of ${acta} (${name}): invented`),
    ]
  })
}

function isTimely({ kind, gravest }: Expected, ofChild: readonly Step[]): boolean {
  if (!gravest) return true
  const reached = ofChild.filter((one) => one.kind === kind && one.severity === gravest.severity)
  return reached.length > 0 && reached.every(({ at }) => at.getTime() >= gravest.at.getTime() - 1)
}

/** Every step that is the subscriber's, no other, each in its place; of which child, where that could be told. */
function ofOneSubscriber(told: Told, steps: readonly Step[]): string[] {
  const { name, states, received, seesAs } = told
  const isIn = (state: string) => states === null || states.includes(state)
  const foreign = received.filter(({ state }) => !isIn(state.code))
  const wanted = stepsFor(states, steps, told.steps)
  const first = received.findIndex((event, index) => !isOf(event, wanted[index], seesAs))
  const breach = first >= 0 ? differenceAt(first, received, wanted) : null
  return [
    ...foreign.slice(0, 1).map(({ kind, state }) => `${name} was told of ${kind} in ${state.code}, which is not his`),
    ...(breach ? [`${name}: ${breach}`] : []),
    ...(received.length < wanted.length ? [`${name} was never told of ${wanted.length - received.length} steps`] : []),
  ]
}

/** What whoever follows is told, in its order. */
export function stepsFor(
  states: readonly string[] | null,
  steps: readonly Step[],
  asked: readonly string[] = TOLD_UNASKED,
): Step[] {
  return steps.filter(({ step, state }) => asked.includes(step) && (states === null || states.includes(state)))
}

/** A partner knows neither the place nor the alert and the child by their ids. */
function isOf(event: Received, wanted: Step | undefined, seesAs: SeesAs | null): boolean {
  if (!wanted || event.kind !== wanted.kind || event.step !== wanted.step || event.state.code !== wanted.state)
    return false
  return seesAs ? isSeenAs(event, wanted, seesAs) : isSeen(event, wanted)
}

function isSeen({ seq, id, child, isPartial }: Received, wanted: Step): boolean {
  const isItsChild = isPartial || !child || child.folio === wanted.folio
  return seq === wanted.seq && id === wanted.alertId && isItsChild
}

/** Some kinds would tell a partner what it may not know of a child: those it reads without one. */
function isSeenAs({ id, childRef }: Received, wanted: Step, seesAs: SeesAs): boolean {
  const isItsChild = !childRef || (wanted.childId !== null && childRef === seesAs.child(wanted.childId))
  return id === seesAs.alert(wanted.alertId) && isItsChild
}

function differenceAt(index: number, received: readonly Received[], wanted: readonly Step[]): string {
  const [got, due] = [received[index], wanted[index]]
  const said = ({ kind, step, seq }: { kind: string; step: string; seq?: number }) => `${seq ?? ''} ${kind} ${step}`
  return `his event ${index + 1} is ${got ? said(got) : 'nothing'} where it must be ${due ? said(due) : 'nothing'}`
}
