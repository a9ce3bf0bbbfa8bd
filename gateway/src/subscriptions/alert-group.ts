/**
 * Subscribers who asked for the same with the same rights: each step is asked for once and told to all of them (performance.md 4.7).
 * Who comes back is told what he missed by himself, and joins the others where they are.
 */
import type { Actor } from '@vigia/kit/actor'
import { LRUCache } from 'lru-cache'
import type { Answer } from '../answer.ts'
import type { Step } from '../carriers/step.ts'
import type { Gateway } from '../gateway.ts'
import { newRequestId } from '../request-id.ts'
import type { Feed, Wanted } from './alert-feed.ts'
import type { OfTheStep, Plan } from './as-query.ts'
import type { Follower } from './follower.ts'
import type { StreamEnd } from './outlet.ts'
import { CURSOR_HERE, Told } from './told.ts'

export interface AlertGroupParts {
  plan: Plan
  wanted: Wanted
  /** In whose name all are told: with the rights that each of them has. */
  actor: Actor
  feed: Feed
  gateway: Pick<Gateway, 'execute'>
  isSynthetic: () => boolean
  requestInMs: number
}

const AT_ONCE = 200
/** Asked for before the one that comes first is answered. */
const AHEAD = 8
const REMEMBERED = 1_000
const PAUSES_IN_MS = [100, 400, 1_500]

const AWAY: StreamEnd = {
  code: 'SUBGRAPH_UNAVAILABLE',
  message: 'Alerts cannot be read now: come back with the last cursor, and nothing is lost.',
}

class Unavailable extends Error {}

export class AlertGroup {
  readonly #parts: AlertGroupParts
  readonly #live = new Set<Follower>()
  readonly #answers = new LRUCache<number, Promise<Told | null>>({ max: REMEMBERED })
  #seq: number
  #isRunning = false
  #isCalled = false

  /** Begins at a place that all who join have to come to. */
  constructor(parts: AlertGroupParts, seq: number) {
    this.#parts = parts
    this.#seq = seq
  }

  /** There are more steps. */
  call(): void {
    this.#isCalled = true
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#run().finally(() => {
      this.#isRunning = false
    })
  }

  /** Tells the follower what he missed, then everything that comes. */
  async join(follower: Follower): Promise<void> {
    try {
      while (follower.seq < this.#seq && !follower.outlet.isOver) await this.#catchUp(follower)
    } catch {
      follower.outlet.end(AWAY)
    }
    // Nothing lies between the last look and this: the group moves only with those who are in it.
    if (!follower.outlet.isOver) this.#live.add(follower)
  }

  leave(follower: Follower): void {
    this.#live.delete(follower)
  }

  async #catchUp(follower: Follower): Promise<void> {
    const steps = await this.#parts.feed.after(follower.seq, AT_ONCE)
    for (const [index, step] of steps.entries()) {
      if (step.seq > this.#seq) return
      this.#prepare(steps, index)
      const told = await this.#answerTo(step)
      await follower.outlet.room()
      if (follower.outlet.isOver) return
      follower.take(step.seq, told)
    }
  }

  async #run(): Promise<void> {
    while (this.#isCalled) {
      this.#isCalled = false
      try {
        while (await this.#goOn());
      } catch {
        for (const { outlet } of this.#live) outlet.end(AWAY)
        this.#live.clear()
      }
    }
  }

  /** False when there was nothing more. */
  async #goOn(): Promise<boolean> {
    const steps = await this.#parts.feed.after(this.#seq, AT_ONCE)
    for (const [index, step] of steps.entries()) {
      this.#prepare(steps, index)
      const told = await this.#answerTo(step)
      this.#seq = step.seq
      for (const follower of this.#live) follower.take(step.seq, told)
    }
    return steps.length > 0
  }

  #prepare(steps: readonly Step[], index: number): void {
    for (const step of steps.slice(index, index + AHEAD)) void this.#answerTo(step).catch(() => {})
  }

  #answerTo(step: Step): Promise<Told | null> {
    const known = this.#answers.get(step.seq)
    if (known) return known
    const asked = isWanted(step, this.#parts.wanted) ? this.#ask(step) : Promise.resolve(null)
    this.#answers.set(step.seq, asked)
    asked.catch(() => this.#answers.delete(step.seq))
    return asked
  }

  /** Null for an alert that is not in the sight of those who follow. What cannot be read now is asked again, and is never passed over. */
  async #ask(step: Step): Promise<Told | null> {
    for (const pause of PAUSES_IN_MS) {
      try {
        return await this.#askOnce(step)
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    return this.#askOnce(step)
  }

  async #askOnce(step: Step): Promise<Told | null> {
    const { gateway, plan, actor, isSynthetic, requestInMs } = this.#parts
    const errand = { actor, requestId: newRequestId(), reason: null, deadline: Date.now() + requestInMs }
    const { answer } = await gateway.execute(plan.queryOf(step.alertId), errand)
    const alert = (answer.data as Record<string, Record<string, unknown> | null> | null | undefined)?.[plan.key] ?? null
    if (alert === null && !answer.errors) return null
    if (alert === null && isAway(answer)) throw new Unavailable()
    const data = alert === null ? null : { [plan.key]: withStep(alert, step, plan.ofTheStep) }
    return new Told(step.seq, { ...answer, data }, isSynthetic())
  }
}

const isAway = ({ errors }: Answer): boolean =>
  errors?.some(({ extensions }) => extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE') === true

function withStep(alert: object, step: Step, names: ReadonlyMap<string, OfTheStep>): object {
  if (names.size === 0) return alert
  const values = { seq: step.seq, cursor: CURSOR_HERE, step: step.step, at: step.at }
  return Object.fromEntries(
    Object.entries(alert).map(([key, value]) => {
      const own = names.get(key)
      return [key, own ? values[own] : value]
    }),
  )
}

function isWanted(step: Step, { states, kinds, severities, steps }: Wanted): boolean {
  const isIn = (list: readonly string[] | null, one: string) => list === null || list.includes(one)
  return isIn(steps, step.step) && isIn(states, step.state) && isIn(kinds, step.kind) && isIn(severities, step.severity)
}
