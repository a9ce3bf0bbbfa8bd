/** Shows how a file goes in: a bar with rows, rate and time left on a terminal, plain lines elsewhere. */
import { clearLine, cursorTo } from 'node:readline'
import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../take-in.ts'

export type ProgressReport = {
  step: (progress: Progress) => void
  /** Prints what is to stay, above the bar. */
  tell: (text: string) => void
  /** Takes the bar away. */
  end: () => void
}

const LINE_EVERY_MS = 5_000

export const grouped = (count: number) => count.toLocaleString('en')

type Words = { rows: string; left: string }
const IN_ENGLISH: Words = { rows: 'rows', left: 'left' }
/** For senders; whoever starts Vigía reads English. */
export const IN_SPANISH: Words = { rows: 'renglones', left: 'faltan' }

export function progressOf(title: string, words = IN_ENGLISH): ProgressReport {
  return process.stderr.isTTY ? barOf(title, words) : linesOf(title, words)
}

/** A screen of eighty columns has room for a bar of this length and the numbers; what is cut off on it is the end of the title. */
const BAR_LENGTH = 16

function barOf(title: string, words: Words): ProgressReport {
  const began = performance.now()
  const format = `{bar} {percentage} %  {rows} ${words.rows}  {rate}/s  ${words.left} {eta_formatted}  ${title}`
  const bar = new SingleBar(
    { format, barsize: BAR_LENGTH, clearOnComplete: true, hideCursor: true, etaBuffer: 50, forceRedraw: true },
    Presets.shades_classic,
  )
  bar.start(1, 0, { rows: 0, rate: 0 })
  return {
    step({ rows, bytesRead, bytes }) {
      bar.setTotal(Math.max(bytes, 1))
      bar.update(bytesRead, { rows: grouped(rows), rate: grouped(rateOf(rows, began)) })
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

function linesOf(title: string, words: Words): ProgressReport {
  const began = performance.now()
  let told = began
  return {
    step({ rows, bytesRead, bytes }) {
      const now = performance.now()
      if (now - told < LINE_EVERY_MS) return
      told = now
      const share = bytes > 0 ? `, ${Math.round((100 * bytesRead) / bytes)} %` : ''
      console.error(`${title}: ${grouped(rows)} ${words.rows}${share}, ${grouped(rateOf(rows, began))} ${words.rows}/s`)
    },
    tell: (text) => console.log(text),
    end: () => undefined,
  }
}

/** Rows a second since an instant of performance.now(). */
export function rateOf(rows: number, began: number): number {
  return Math.round(rows / Math.max((performance.now() - began) / 1000, 0.001))
}
