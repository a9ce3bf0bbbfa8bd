/** What `npm run twin` is asked: how large, which children, until when, where to. */
import { parseArgs } from 'node:util'
import { localDateOf } from '@vigia/law/mexican-time'
import { DEFAULT_SCALE, DEFAULT_SEED, FIRST_END, LARGEST_SCALE } from '@vigia/law/synthetic-twin'
import { minuteOf, untilOf } from './calendar.ts'
import type { TwinOptions } from './scenario.ts'

export const USAGE = `Usage: npm run twin -- --out FOLDER
      --scale ${DEFAULT_SCALE}           1 is the size of the published totals: 428,041 detections, half a minute; at most ${LARGEST_SCALE}
      --seed ${DEFAULT_SEED}               a whole number; the same scale, seed and end give the same bytes
      --until yyyy-mm-dd     the day on which the files end, or a minute of it (2026-11-25T10:30); today when left out
      --out FOLDER           an empty folder, a new one, or one that a twin was written to before
      --quiet                tells nothing on the way

Writes the files that the authorities would send, about invented children. Take them in with: npm run intake -- FOLDER
Ends with 0 when all is written, 1 when it could not be, 2 when it was asked wrongly.`

/** Asked wrongly: the sentence goes above the usage. */
export class UsageError extends Error {}

export interface Asked extends TwinOptions {
  readonly out: string
  readonly isQuiet: boolean
}

const OPTIONS = {
  scale: { type: 'string', default: String(DEFAULT_SCALE) },
  seed: { type: 'string', default: String(DEFAULT_SEED) },
  until: { type: 'string' },
  out: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Null where help is asked for. Throws UsageError. */
export function askedOf(argv: readonly string[], now: Date): Asked | null {
  const { help, quiet: isQuiet, out, ...values } = parsed(argv)
  if (help) return null
  if (!out) throw new UsageError('Say in which folder to write: --out FOLDER.')
  const scale = numberOf('--scale', values.scale)
  if (scale <= 0 || scale > LARGEST_SCALE)
    throw new UsageError(`--scale is above 0 and at most ${LARGEST_SCALE}, not ${values.scale}.`)
  const seed = numberOf('--seed', values.seed)
  if (!Number.isInteger(seed)) throw new UsageError(`--seed is a whole number, not ${values.seed}.`)
  return { scale, seed, until: endOf(values.until ?? localDateOf(now)), out, isQuiet }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values
  } catch (error) {
    // The first sentence says what is wrong; the rest tells how Node's own arguments may be written.
    throw new UsageError(
      error instanceof Error ? (error.message.split('. ')[0] ?? '').replace(/\.?$/, '.') : String(error),
    )
  }
}

function numberOf(option: string, text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) throw new UsageError(`${option} is a number, not «${text}».`)
  return number
}

function endOf(text: string): number {
  try {
    const until = untilOf(text)
    const [year = 0, month = 0, day = 0] = FIRST_END.split('-').map(Number)
    if (until < minuteOf(year, month, day))
      throw new RangeError(`The twin begins in January 2021: --until is ${FIRST_END} or later, not ${text}.`)
    return until
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
}
