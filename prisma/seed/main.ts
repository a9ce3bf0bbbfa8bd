/**
 * Writes the synthetic twin's files: node prisma/seed/main.ts --scale 1 --seed 7 --until 2026-11-25 --out DIR
 *
 * The same scale, seed and end give the same bytes. Every child in them is invented.
 */
import { parseArgs } from 'node:util'
import { untilOf } from './calendar.ts'
import { writeTwin } from './twin.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '0.03' },
    seed: { type: 'string', default: '7' },
    until: { type: 'string' },
    out: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
})

try {
  const { until, out, quiet } = values
  if (!until || !out) throw new RangeError('--until (a day) and --out (a folder) are needed')
  const options = {
    scale: numberOf('--scale', values.scale),
    seed: numberOf('--seed', values.seed),
    until: untilOf(until),
  }
  if (options.scale <= 0 || options.scale > 20) throw new RangeError('--scale is above 0 and at most 20')
  const { files, rows, seconds } = writeTwin(options, out, quiet ? () => {} : progress)
  console.log(
    `${files} files with ${rows.toLocaleString('en')} rows in ${out}, ${seconds.toFixed(1)} s. Synthetic: every child is invented.`,
  )
} catch (error) {
  if (!(error instanceof RangeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** One line that rewrites itself on a terminal; one line a year elsewhere. */
function progress(month: string, events: number, share: number): void {
  const line = `${month}  ${events.toLocaleString('en')} detections  ${Math.round(share * 100)} %`
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${share === 1 ? '\n' : ''}`)
  else if (month.endsWith('-12') || share === 1) console.error(line)
}

function numberOf(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number)) throw new RangeError(`${option} is a number, not "${text}"`)
  return number
}
