/** What is told of each step: asked for once, in the name of all who are told, and again where it could not be read. */
import type { Actor } from '@vigia/kit/actor'
import { LRUCache } from 'lru-cache'
import type { LimitFunction } from 'p-limit'
import type { Step } from '../carriers/step.ts'
import type { Gateway } from '../graph/gateway.ts'
import type { Answer } from '../request/answer.ts'
import { newRequestId } from '../request/request-id.ts'
import type { Wanted } from './alert-feed.ts'
import type { OfTheStep, Plan } from './as-query.ts'
import { CURSOR_HERE, Told } from './told.ts'

export interface AnswersParts {
  plan: Plan
  wanted: Wanted
  /** In whose name all are told: with the rights that each of them has. */
  actor: Actor
  gateway: Pick<Gateway, 'execute'>
  isSynthetic: () => boolean
  requestInMs: number
  /** In which all who follow ask, a few at a time. */
  turns: LimitFunction
}

/** In which one account asks for what it missed, and for what it alone follows; null for what several follow, whom no one of them holds up. */
export type OwnTurns = LimitFunction | null

/** A step, and what is told of it; null where nothing is. */
export interface Passed {
  seq: number
  told: Told | null
}

interface Asked {
  /** Whose turn it waits for. */
  own: OwnTurns
  answer: Promise<Passed>
  /** Once it is there. */
  passed: Passed | null
}

/** Asked for before the one that comes first is answered, and told with it: what telling costs is a write for each subscriber. */
const TOGETHER = 8
/** So long the one that comes first waits for those after it. */
const WAITS_IN_MS = 50
const REMEMBERED = 1_000
/**
 * So long an answer is told to whoever comes: from then on it is asked for anew, and stands in the audit anew. Who followed within it is
 * among those to whom the audit says that it was told (audit.followers_of).
 */
const KEPT_FOR_MS = 60_000
const PAUSES_IN_MS = [100, 400, 1_500]
/** So long after a step that had to be told in part, nobody waits for what is away. */
const AWAY_FOR_MS = 5_000

/** Something that was asked for is away; `part`: what could be told without it. */
class Unavailable extends Error {
  readonly part: Told | null

  constructor(part: Told | null) {
    super('unavailable')
    this.part = part
  }
}

export class StepAnswers {
  readonly #parts: AnswersParts
  readonly #asked = new LRUCache<number, Asked>({ max: REMEMBERED, ttl: KEPT_FOR_MS })
  #toldInPartAt = Number.NEGATIVE_INFINITY

  constructor(parts: AnswersParts) {
    this.#parts = parts
  }

  /** Asks for some from there on. */
  prepare(steps: readonly Step[], at: number, own: OwnTurns = null): void {
    for (const step of steps.slice(at, at + TOGETHER)) this.#to(step, own)
  }

  /** What comes next, and as much of what comes after it as is known by then. Rejects where the next cannot be read. */
  async next(steps: readonly Step[], at: number, own: OwnTurns = null): Promise<readonly Passed[]> {
    const [first, ...others] = steps.slice(at, at + TOGETHER).map((step) => this.#to(step, own))
    if (!first) return []
    const known = [await first.answer]
    if (others.some(({ passed }) => passed === null)) await soon(Promise.allSettled(others.map(({ answer }) => answer)))
    for (const { passed } of others) {
      if (!passed) break
      known.push(passed)
    }
    return known
  }

  /** Nobody waits for what waits for another's turn. */
  #to(step: Step, own: OwnTurns): Asked {
    const known = this.#asked.get(step.seq)
    if (known && (known.passed || known.own === own)) return known
    const { seq } = step
    if (!isWanted(step, this.#parts.wanted)) return this.#keep(seq, own, Promise.resolve({ seq, told: null }))
    return this.#keep(
      seq,
      own,
      this.#ask(step, own).then((told) => ({ seq, told })),
    )
  }

  #keep(seq: number, own: OwnTurns, answer: Promise<Passed>): Asked {
    const asked: Asked = { own, answer, passed: null }
    this.#asked.set(seq, asked)
    answer.then(
      (passed) => {
        asked.passed = passed
      },
      () => {
        if (this.#asked.peek(seq) === asked) this.#asked.delete(seq)
      },
    )
    return asked
  }

  /**
   * Null for an alert that is not in the sight of those who follow. What cannot be read now is asked again, and is never passed over; an
   * alert of which a part stays away, as the child while the service of children is down, is told without it and says so.
   */
  async #ask(step: Step, own: OwnTurns): Promise<Told | null> {
    for (const pause of PAUSES_IN_MS) {
      try {
        return await this.#askOnce(step, own)
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        if (error.part && performance.now() - this.#toldInPartAt < AWAY_FOR_MS) return this.#inPart(error.part)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    return this.#askOnce(step, own).catch((error: unknown) => {
      if (error instanceof Unavailable && error.part) return this.#inPart(error.part)
      throw error
    })
  }

  #inPart(part: Told): Told {
    this.#toldInPartAt = performance.now()
    return part
  }

  async #askOnce(step: Step, own: OwnTurns): Promise<Told | null> {
    const { gateway, plan, actor, isSynthetic, requestInMs, turns } = this.#parts
    const ask = () =>
      turns(() => {
        const errand = { actor, requestId: newRequestId(), reason: null, deadline: Date.now() + requestInMs }
        return gateway.execute(plan.queryOf(step.alertId), errand)
      })
    const { answer } = await (own ? own(ask) : ask())
    const alert = (answer.data as Record<string, Record<string, unknown> | null> | null | undefined)?.[plan.key] ?? null
    if (alert === null && !answer.errors) return null
    if (alert === null && isAway(answer)) throw new Unavailable(null)
    const data = alert === null ? null : { [plan.key]: withStep(alert, step, plan.ofTheStep) }
    const told = new Told(step.seq, { ...answer, data }, isSynthetic())
    if (isAway(answer)) throw new Unavailable(told)
    return told
  }
}

/** Waits for it, and not for long. */
async function soon(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAITS_IN_MS)
  })
  await Promise.race([promise, late])
  clearTimeout(timer)
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
