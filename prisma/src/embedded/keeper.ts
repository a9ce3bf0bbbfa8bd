/** Starts the server again when it falls under its living owner: at the same address, where everybody finds it by themselves. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Ownership } from './ownership.ts'
import type { Running } from './server.ts'

export interface Held {
  server: Running
  ownership: Ownership
}

interface Keeping {
  /** Starts the server, or finds it started; owns it, or waits in line. */
  raise: (signal: AbortSignal) => Promise<Held>
  /** A line for the person at the terminal. */
  say: (line: string) => void
}

const BETWEEN_ATTEMPTS_IN_MS = 5_000

export class Keeper {
  readonly #keeping: Keeping
  readonly #stopping = new AbortController()
  readonly #running: Promise<void>
  #held: Held

  constructor(held: Held, keeping: Keeping) {
    this.#held = held
    this.#keeping = keeping
    this.#running = this.#keep()
  }

  /** Lets go; gives what is held at that moment. */
  async stop(): Promise<Held> {
    this.#stopping.abort()
    await this.#held.ownership.end()
    await this.#running
    return this.#held
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await this.#held.ownership.lost
      if (signal.aborted) return
      this.#keeping.say('The database ended; it is started again.')
      await this.#raise(signal)
    }
  }

  /** However long it takes: a disk may be given room, a port be set free. */
  async #raise(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        this.#held = await this.#keeping.raise(signal)
        this.#keeping.say('The database runs again.')
        return
      } catch (error) {
        if (signal.aborted) return
        this.#keeping.say(error instanceof Error ? error.message : String(error))
        await pause(BETWEEN_ATTEMPTS_IN_MS, undefined, { signal }).catch(() => {})
      }
    }
  }
}
