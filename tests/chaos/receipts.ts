/** Holds what receivers took against the registry's own history: every message once they are told apart, each child's in order. */
import { type Step, stepsFor } from './checker.ts'
import type { Message } from './receivers.ts'
import { KINDS } from './stories.ts'

export interface Taken {
  name: string
  states: readonly string[] | null
  /** A partner knows neither step nor alert by its number. */
  isPartner: boolean
  taken: readonly Message[]
}

/** Every breach, in a sentence. */
export function breachesOf({ name, states, isPartner, taken }: Taken, steps: readonly Step[]): string[] {
  const wanted = stepsFor(states, steps)
    .filter(({ kind }) => KINDS.some((one) => one === kind))
    .sort((a, b) => a.stepId - b.stepId)
  const foreign = taken.find(({ data }) => states !== null && !states.includes(data.state))
  return [
    ...(foreign ? [`${name} was sent ${foreign.data.kind} in ${foreign.data.state}, which is not his`] : []),
    ...(taken.length === wanted.length ? [] : [`${name} took ${taken.length} messages where ${wanted.length} are due`]),
    ...(isPartner ? ofPartner(name, taken, wanted) : ofEachChild(name, taken, wanted)),
  ]
}

/** By the number of the step in the id of the message: of one child in the order in which it happened. */
function ofEachChild(name: string, taken: readonly Message[], wanted: readonly Step[]): string[] {
  const steps = new Map(wanted.map((step) => [String(step.stepId), step]))
  const last = new Map<string, number>()
  return taken.flatMap(({ id }) => {
    const step = steps.get(id.split('_')[1] ?? '')
    if (!step) return [`${name} took ${id}, which is no step of his`]
    const before = last.get(step.acta ?? step.alertId) ?? 0
    last.set(step.acta ?? step.alertId, step.stepId)
    return before < step.stepId ? [] : [`${name} took step ${step.stepId} of ${step.acta} after ${before}`]
  })
}

/** By what happened to each alert, in its order: as many alerts of each course as there are. */
function ofPartner(name: string, taken: readonly Message[], wanted: readonly Step[]): string[] {
  const got = coursesOf(taken.map(({ type, data }) => [data.alertId, `${data.kind} ${type}`]))
  const due = coursesOf(wanted.map(({ alertId, kind, step }) => [alertId, `${kind} alert.${step.toLowerCase()}`]))
  const difference = due.find((course, index) => got[index] !== course)
  return difference === undefined ? [] : [`${name} was not told of an alert as it went: ${difference}`]
}

function coursesOf(events: readonly (readonly [alert: string, what: string])[]): string[] {
  const courses = new Map<string, string[]>()
  for (const [alert, what] of events) courses.set(alert, [...(courses.get(alert) ?? []), what])
  return [...courses.values()].map((course) => course.join(', ')).sort()
}
