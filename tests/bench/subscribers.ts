/** Subscribers in a process of their own: when the last of them was told. */
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Order, Report } from './subscriber-process.ts'

const LONGEST_IN_MS = 90_000

/** Milliseconds of the clock that all processes share. */
export const clock = (): number => performance.timeOrigin + performance.now()

export class Subscribers {
  readonly #child: ChildProcess
  #heard = (_report: Report): void => {}

  private constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', (report: Report) => this.#heard(report))
  }

  /** Resolves when all have been let in and follow. */
  static async open(port: number, count: number, tokens: readonly string[], question: string): Promise<Subscribers> {
    const all = new Subscribers(fork(path.join(import.meta.dirname, 'subscriber-process.ts')))
    await all.#does({ open: { port, count, tokens, question } }, (report) => report === 'opened')
    return all
  }

  /** Resolves with the promise of the instant at which everybody has been told so many more: raise them then. */
  async expect(alerts: number): Promise<{ toldAt: Promise<number> }> {
    await this.#does({ expect: alerts }, (report) => report === 'ready')
    const toldAt = this.#hears((report) => typeof report === 'object' && 'toldAt' in report).then((report) =>
      typeof report === 'object' && 'toldAt' in report ? report.toldAt : Number.NaN,
    )
    toldAt.catch(() => {}) // It may fail before it is waited for.
    return { toldAt }
  }

  close(): void {
    this.#heard = () => {}
    this.#child.kill('SIGKILL')
  }

  #does(order: Order, isDone: (report: Report) => boolean): Promise<Report> {
    const done = this.#hears(isDone)
    this.#child.send(order)
    return done
  }

  #hears(isIt: (report: Report) => boolean): Promise<Report> {
    const { promise, resolve, reject } = Promise.withResolvers<Report>()
    const late = setTimeout(() => reject(new Error('Not everybody was told in time.')), LONGEST_IN_MS)
    this.#heard = (report) => {
      if (typeof report === 'object' && 'failed' in report) reject(new Error(report.failed))
      else if (isIt(report)) resolve(report)
    }
    return promise.finally(() => clearTimeout(late))
  }
}
