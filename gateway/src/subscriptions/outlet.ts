/** What is on its way to one subscriber: written at once while he takes it, kept for a while when he is slow, and never too much. */
import { MOST_WAITING } from '@vigia/law/terms-of-partners'
import type { EndOfAccess } from '../sign-in/keeper.ts'
import type { Bundle } from './bundle.ts'

/** Why a stream ends that its subscriber did not end. */
export interface StreamEnd {
  code: 'SLOW_CONSUMER' | 'SUBGRAPH_UNAVAILABLE' | 'DATABASE_PUT_BACK' | 'SIGN_IN_UNAVAILABLE' | EndOfAccess
  message: string
}

export interface Pipe {
  /** Whether what was written before has not gone yet. */
  isClogged: () => boolean
  /** False where nobody is there any more to write to. */
  write: (bundle: Bundle) => boolean
  /** Ends it from our side. */
  end: (why: StreamEnd) => void
}

const SLOW: StreamEnd = {
  code: 'SLOW_CONSUMER',
  message: 'Too much waits for you to read it: come back with the last cursor, and nothing is lost.',
}

export class Outlet {
  readonly #pipe: Pipe
  #waiting: Bundle[] = []
  /** How many things wait. */
  #count = 0
  #emptied: (() => void)[] = []
  #isOver = false
  #written: (bundle: Bundle) => void = () => {}

  constructor(pipe: Pipe) {
    this.#pipe = pipe
  }

  /** Calls back with whatever was written. */
  onWritten(written: (bundle: Bundle) => void): void {
    this.#written = written
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Whether everything that was given is written: then he is as far as he was told. */
  get isUpToDate(): boolean {
    return this.#waiting.length === 0
  }

  give(bundle: Bundle): void {
    if (this.#isOver) return
    if (this.#waiting.length === 0 && !this.#pipe.isClogged()) this.#write(bundle)
    else if (this.#count + bundle.tolds.length > MOST_WAITING) this.end(SLOW)
    else this.#wait(bundle)
  }

  /** Takes the place of whatever else waits. */
  giveNewest(bundle: Bundle): void {
    this.#empty()
    this.give(bundle)
  }

  /** The pipe takes more. */
  flush(): void {
    for (let next = this.#waiting[0]; next && !this.#isOver && !this.#pipe.isClogged(); next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#count -= next.tolds.length
      this.#write(next)
    }
    if (this.#waiting.length === 0 || this.#isOver) for (const resolve of this.#emptied.splice(0)) resolve()
  }

  /** Resolves when nothing waits: whoever is told of what he missed is told as fast as he reads. */
  async room(): Promise<void> {
    if (this.#isOver || (this.#waiting.length === 0 && !this.#pipe.isClogged())) return
    await new Promise<void>((resolve) => this.#emptied.push(resolve))
  }

  end(why: StreamEnd): void {
    if (this.#isOver) return
    this.close()
    this.#pipe.end(why)
  }

  /** The subscriber has left, or the pipe is gone. */
  close(): void {
    this.#isOver = true
    this.#empty()
    this.flush()
  }

  #write(bundle: Bundle): void {
    if (this.#pipe.write(bundle)) this.#written(bundle)
  }

  #wait(bundle: Bundle): void {
    this.#waiting.push(bundle)
    this.#count += bundle.tolds.length
  }

  #empty(): void {
    this.#waiting = []
    this.#count = 0
  }
}
