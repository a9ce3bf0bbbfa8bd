/**
 * Writes the synthetic twin's files: node prisma/seed/main.ts --scale 1 --seed 7 --until 2026-11-25 --out DIR
 *
 * The same scale, seed and end give the same bytes. Every child in them is invented.
 */
import { type Asked, askedOf, USAGE, UsageError } from './arguments.ts'
import { refusalOf } from './folder.ts'
import { localMinute } from './live/clock.ts'
import { writeTwin } from './twin.ts'

process.exitCode = run(process.argv.slice(2), new Date())

function run(argv: readonly string[], now: Date): number {
  let out = ''
  try {
    const asked = askedOf(argv, now)
    if (asked === null) {
      console.log(USAGE)
      return 0
    }
    out = asked.out
    if (asked.until > localMinute(now)) console.error('The files end in the future; the intake refuses days to come.')
    console.log(written(asked))
    return 0
  } catch (error) {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`)
    else {
      const refusal = refusalOf(error, out)
      if (!refusal) throw error
      console.error(refusal.message)
    }
    return error instanceof UsageError ? 2 : 1
  }
}

function written({ out, isQuiet, ...options }: Asked): string {
  const { files, rows, seconds } = writeTwin(options, out, isQuiet ? () => {} : progress)
  const size = `${files} files with ${rows.toLocaleString('en')} rows`
  return `${size} in ${out}, ${seconds.toFixed(1)} s. Synthetic: every child is invented.`
}

/** One line that rewrites itself on a terminal; one line a year elsewhere. */
function progress(month: string, events: number, share: number): void {
  const line = `${month}  ${events.toLocaleString('en')} detections  ${Math.round(share * 100)} %`
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${share === 1 ? '\n' : ''}`)
  else if (month.endsWith('-12') || share === 1) console.error(line)
}
