/** When it is by the clock of the database, which may be another than that of this machine, and by which it judges what it is shown. */
import type pg from 'pg'

const LOOK = 'select (extract(epoch from clock_timestamp()) * 1000)::double precision as at'

export class ServerClock {
  /** What is to be added to `performance.now()`: a clock of this machine that is set changes nothing. */
  #epoch: number | null = null

  /** Looks at each connection as it is made, before anything else is asked of it: those of a pool that forgets them stay in step. */
  constructor(pool: pg.Pool) {
    pool.on('connect', (client) => void this.#look(client).catch(() => {}))
  }

  /** Milliseconds since 1970. By the clock of this machine as long as nothing was looked at. */
  now(): number {
    return this.#epoch === null ? Date.now() : performance.now() + this.#epoch
  }

  async #look(client: pg.ClientBase): Promise<void> {
    const asked = performance.now()
    const { rows } = await client.query<{ at: number }>(LOOK)
    // Somewhere in between: by as much less is left of the half minute that is given.
    if (rows[0]) this.#epoch = rows[0].at - (asked + performance.now()) / 2
  }
}
