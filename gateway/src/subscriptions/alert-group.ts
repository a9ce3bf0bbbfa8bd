/**
 * Subscribers who asked for the same with the same rights: each step is asked for once and told to all of them (performance.md 4.7).
 * Who comes back is told what he missed by himself, and joins the others where they are.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Step } from '../carriers/step.ts'
import type { Feed } from './alert-feed.ts'
import { Bundle } from './bundle.ts'
import type { Follower } from './follower.ts'
import type { StreamEnd } from './outlet.ts'
import { type AnswersParts, type OwnTurns, type Passed, StepAnswers } from './step-answers.ts'
import type { Told } from './told.ts'

export interface AlertGroupParts extends AnswersParts {
  feed: Pick<Feed, 'after'>
}

const AT_ONCE = 200
/** Whoever else waits for this process waits no longer than so many writes take. */
const TOLD_IN_A_TURN = 500

const AWAY: StreamEnd = {
  code: 'SUBGRAPH_UNAVAILABLE',
  message: 'Alerts cannot be read now: come back with the last cursor, and nothing is lost.',
}

export class AlertGroup {
  readonly #feed: AlertGroupParts['feed']
  readonly #answers: StepAnswers
  readonly #live = new Set<Follower>()
  /** Whoever follows, or catches up, with the turns of his account. */
  readonly #members = new Map<Follower, OwnTurns>()
  #seq: number
  #isRunning = false
  #isCalled = false

  /** Begins at a place that all who join have to come to. */
  constructor(parts: AlertGroupParts, seq: number) {
    this.#feed = parts.feed
    this.#answers = new StepAnswers(parts)
    this.#seq = seq
  }

  /** There are more steps. */
  call(): void {
    this.#isCalled = true
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#run()
  }

  /** Tells the follower what he missed, in turns of his own, then everything that comes. */
  async join(follower: Follower, own: OwnTurns): Promise<void> {
    this.#members.set(follower, own)
    try {
      while (follower.seq < this.#seq && !follower.outlet.isOver) await this.#catchUp(follower, own)
    } catch {
      follower.outlet.end(AWAY)
    }
    // Nothing lies between the last look and this: the group moves only with those who are in it.
    if (follower.outlet.isOver) return
    this.#live.add(follower)
    // The others may have been let go meanwhile, before a step that could not be read: whoever comes has it asked for again.
    this.call()
  }

  leave(follower: Follower): void {
    this.#live.delete(follower)
    this.#members.delete(follower)
  }

  /** What one account alone follows is asked for in its turns; what several do, in nobody’s. */
  #turns(): OwnTurns {
    const [first = null] = this.#members.values()
    for (const own of this.#members.values()) if (own !== first) return null
    return first
  }

  async #catchUp(follower: Follower, own: OwnTurns): Promise<void> {
    const upTo = this.#seq
    const missed = (await this.#feed.after(follower.seq, AT_ONCE)).filter(({ seq }) => seq <= upTo)
    for await (const passed of this.#inOrder(missed, own)) {
      await follower.outlet.room()
      if (follower.outlet.isOver) return
      follower.take(lastOf(passed), bundleOf(passed))
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
    // At once with the last look: whoever calls in between would be heard by nobody.
    this.#isRunning = false
  }

  /** False when there was nothing more. */
  async #goOn(): Promise<boolean> {
    const steps = await this.#feed.after(this.#seq, AT_ONCE)
    for await (const passed of this.#inOrder(steps, this.#turns())) await this.#tell(lastOf(passed), bundleOf(passed))
    return steps.length > 0
  }

  /** A few at a time; the next few are asked for while these are told. */
  async *#inOrder(steps: readonly Step[], own: OwnTurns): AsyncGenerator<readonly Passed[]> {
    for (let at = 0; at < steps.length; ) {
      const passed = await this.#answers.next(steps, at, own)
      at += passed.length
      this.#answers.prepare(steps, at, own)
      yield passed
    }
  }

  async #tell(upTo: number, bundle: Bundle | null): Promise<void> {
    // Before anybody is told: whoever joins meanwhile has come to where all will be.
    this.#seq = upTo
    let told = 0
    for (const follower of this.#live) {
      follower.take(upTo, bundle)
      told += 1
      if (told % TOLD_IN_A_TURN === 0) await nextTurn()
    }
  }
}

const lastOf = (passed: readonly Passed[]): number => passed.at(-1)?.seq ?? 0

/** Null where nothing of it is for those who follow. */
function bundleOf(passed: readonly Passed[]): Bundle | null {
  const [first, ...rest] = passed.flatMap(({ told }): Told[] => (told ? [told] : []))
  return first ? new Bundle([first, ...rest]) : null
}
