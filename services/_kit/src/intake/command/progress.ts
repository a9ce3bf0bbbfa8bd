/** Shows how long work goes: a bar with how much is done, rate and time left on a terminal, plain lines elsewhere. */
import { clearLine, cursorTo } from 'node:readline'
import bars, { type Options } from 'cli-progress'
import { grouped } from '../cells/counted.ts'
import type { Progress } from '../take-in.ts'

/** How many there are so far, and how much is done of the whole: bytes of a file, or what they were counted in themselves. */
export type Step = { count: number; done: number; all: number }

export const stepOf = ({ rows, bytesRead, bytes }: Progress): Step => ({ count: rows, done: bytesRead, all: bytes })

export type ProgressReport = {
  step: (step: Step) => void
  /** Prints what is to stay, above the bar. */
  tell: (text: string) => void
  /** Takes the bar away. */
  end: () => void
}

const LINE_EVERY_MS = 5_000

type Words = { rows: string; changes: string; left: string; counting: string }
const IN_ENGLISH: Words = { rows: 'rows', changes: 'changes', left: 'left', counting: 'Counting' }
/** For senders; whoever starts Vigía reads English. */
export const IN_SPANISH: Words = { rows: 'renglones', changes: 'cambios', left: 'faltan', counting: 'contando' }

/** Of files. */
export function progressOf(title: string, words = IN_ENGLISH): ProgressReport {
  return reportOn(title, words.rows, words)
}

/** Shows how far the services are that hear and count what was taken in, until they are done. */
export async function shownCounting(
  counting: (onStep: (step: Step) => void) => Promise<void>,
  words = IN_ENGLISH,
): Promise<void> {
  const report = reportOn(words.counting, words.changes, words)
  try {
    await counting(report.step)
  } finally {
    report.end()
  }
}

const reportOn = (title: string, unit: string, words: Words): ProgressReport =>
  process.stderr.isTTY ? barOf(title, unit, words) : linesOf(title, unit)

/** A screen of eighty columns has room for a bar of this length and the numbers; what is cut off on it is the end of the title. */
const BAR_LENGTH = 16

/** As the bar writes it, but for what is not known: while nothing moves, no time is left that could be told. */
const formatTime: Options['formatTime'] = (time, ...more) =>
  Number.isFinite(Number(time)) ? bars.Format.TimeFormat(time, ...more) : '?'

function barOf(title: string, unit: string, { left }: Words): ProgressReport {
  const began = performance.now()
  const format = `{bar} {percentage} %  {count} ${unit}  {rate}/s  ${left} {eta_formatted}  ${title}`
  const bar = new bars.SingleBar(
    {
      format,
      formatTime,
      barsize: BAR_LENGTH,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 50,
      forceRedraw: true,
    },
    bars.Presets.shades_classic,
  )
  bar.start(1, 0, { count: 0, rate: 0 })
  return {
    step({ count, done, all }) {
      bar.setTotal(Math.max(all, 1))
      bar.update(done, { count: grouped(count), rate: grouped(rateOf(count, began)) })
    },
    tell(text) {
      clearLine(process.stderr, 0)
      cursorTo(process.stderr, 0)
      console.log(text)
      bar.render()
    },
    end: () => bar.stop(),
  }
}

function linesOf(title: string, unit: string): ProgressReport {
  const began = performance.now()
  let told = began
  return {
    step({ count, done, all }) {
      const now = performance.now()
      if (now - told < LINE_EVERY_MS) return
      told = now
      const share = all > 0 ? `, ${Math.round((100 * done) / all)} %` : ''
      console.error(`${title}: ${grouped(count)} ${unit}${share}, ${grouped(rateOf(count, began))} ${unit}/s`)
    },
    tell: (text) => console.log(text),
    end: () => undefined,
  }
}

/** How many a second since an instant of performance.now(). */
export function rateOf(count: number, began: number): number {
  return Math.round(count / Math.max((performance.now() - began) / 1000, 0.001))
}
