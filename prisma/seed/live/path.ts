/** What is still to come for one child, soonest first. A fact is made when it is due, by the minute at which it happens. */
import type { Minute } from '../calendar.ts'
import type { Fact } from '../scenario/facts.ts'

export interface Path {
  readonly acta: string
  readonly pending: Step[]
}

export interface Step {
  readonly at: Minute
  readonly tell: (now: Minute) => Fact
}

export function pathOf(acta: string, steps: readonly Step[]): Path {
  return { acta, pending: steps.toSorted((a, b) => a.at - b.at) }
}

/** The facts that are due, in their order. */
export function stepsOf(path: Path, now: Minute): Fact[] {
  const facts: Fact[] = []
  while ((path.pending[0]?.at ?? Number.POSITIVE_INFINITY) <= now) {
    const step = path.pending.shift()
    if (step) facts.push(step.tell(now))
  }
  return facts
}
