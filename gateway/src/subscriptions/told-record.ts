/**
 * Who was told which step, once it is written to his connection and not before: the gateway's part of dutyToKnow. That it was read nobody
 * knows here. Those who are told together are one row, and what was told within a second is written at once; a gateway that is killed
 * leaves out its last moments, and never says of somebody that he was told who was not.
 */
import { log } from '@vigia/kit/log'
import { type Cohort, type Telling, type ToldRows, ToldTo } from './told-to.ts'

const EVERY_MS = 1_000
/** While the database is away they wait for it; of those beyond it is not said that they were told. A default of Vigía. */
const MOST_WAITING = 20_000
const HERE = { service: 'gateway' }

export class ToldRecord {
  readonly #write: (rows: ToldRows) => Promise<void>
  readonly #told = new Set<ToldTo>()
  #waiting: { cohorts: Cohort[]; tellings: Telling[] } = { cohorts: [], tellings: [] }
  #isLate = false
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  /** `write` takes the same rows twice, where it is not known whether they were written. */
  constructor(write: (rows: ToldRows) => Promise<void>) {
    this.#write = write
  }

  /** Of one stream. */
  of(): ToldTo {
    return new ToldTo((told) => {
      this.#told.add(told)
      this.#later()
    })
  }

  /** Writes what there is; a fault is in the log, and the same is tried again. */
  async flush(): Promise<void> {
    await this.#writing
    for (const told of this.#told) this.#keep(told)
    this.#told.clear()
    const rows = this.#waiting
    if (rows.tellings.length === 0) return
    this.#waiting = { cohorts: [], tellings: [] }
    this.#writing = this.#write(rows).then(
      () => this.#wentOn(),
      (fault: unknown) => this.#failed(rows, fault),
    )
    await this.#writing
  }

  /** Told once for all tries of an outage. */
  #failed({ cohorts, tellings }: ToldRows, fault: unknown): void {
    if (!this.#isLate) log.error({ ...HERE, fault }, 'who is told by streams is kept until it can be written down')
    this.#isLate = true
    this.#waiting = {
      cohorts: [...cohorts, ...this.#waiting.cohorts],
      tellings: [...tellings, ...this.#waiting.tellings],
    }
    this.#later()
  }

  #wentOn(): void {
    if (this.#isLate) log.warn(HERE, 'who was told by streams is written down again')
    this.#isLate = false
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.flush()
    clearTimeout(this.#timer)
    const left = this.#waiting.tellings.length
    if (left > 0) log.error({ ...HERE, left }, 'who was told is not written down: it stopped before it could be')
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.flush()
    }, EVERY_MS).unref()
  }

  /** Of cohorts those alone of which what is kept speaks: what is left out may have brought one that is then to be told anew. */
  #keep(told: ToldTo): void {
    const { cohorts, tellings } = told.take()
    const kept = tellings.slice(0, Math.max(0, MOST_WAITING - this.#waiting.tellings.length))
    if (kept.length < tellings.length) {
      log.error({ ...HERE, left: tellings.length - kept.length }, 'of too many who were told it is not written down')
      told.forget()
    }
    const spokenOf = new Set(kept.map(({ cohort }) => cohort))
    this.#waiting.cohorts.push(...cohorts.filter(({ id }) => spokenOf.has(id)))
    this.#waiting.tellings.push(...kept)
  }
}
