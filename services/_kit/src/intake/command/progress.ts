/** Shows how a file goes in: a bar with rows, rate and time left on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../take-in.ts'

export type ProgressReport = {
  step: (progress: Progress) => void
  /** Takes the bar away. */
  end: () => void
}

const LINE_EVERY_MS = 5_000

export const grouped = (count: number) => count.toLocaleString('en')

export function progressOf(title: string): ProgressReport {
  return process.stderr.isTTY ? barOf(title) : linesOf(title)
}

function barOf(title: string): ProgressReport {
  const began = performance.now()
  const format = `${title} {bar} {percentage} %  {rows} rows  {rate} rows/s  {eta_formatted} left`
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  bar.start(1, 0, { rows: 0, rate: 0 })
  return {
    step({ rows, bytesRead, bytes }) {
      bar.setTotal(Math.max(bytes, 1))
      bar.update(bytesRead, { rows: grouped(rows), rate: grouped(rateOf(rows, began)) })
    },
    end: () => bar.stop(),
  }
}

function linesOf(title: string): ProgressReport {
  const began = performance.now()
  let told = began
  return {
    step({ rows, bytesRead, bytes }) {
      const now = performance.now()
      if (now - told < LINE_EVERY_MS) return
      told = now
      const share = bytes > 0 ? `, ${Math.round((100 * bytesRead) / bytes)} %` : ''
      console.error(`${title}: ${grouped(rows)} rows${share}, ${grouped(rateOf(rows, began))} rows/s`)
    },
    end: () => undefined,
  }
}

/** Rows a second since an instant of performance.now(). */
export function rateOf(rows: number, began: number): number {
  return Math.round(rows / Math.max((performance.now() - began) / 1000, 0.001))
}
