/** Tells in words what became of a file. */
import type { Counts, Taken } from '../feed.ts'
import { grouped } from './progress.ts'

const HEAD: Record<Taken['outcome'], string> = {
  TAKEN: 'taken in',
  ALREADY_TAKEN: 'taken in before; nothing changed',
  REFUSED: 'REFUSED, nothing was written',
  DRY_RUN: 'tried only, nothing was written',
}

export function reportOf(name: string, taken: Taken, rate: number): string {
  const { outcome, batchId, counts, rejects, firstRejects, notices } = taken
  const head = `${name}: ${HEAD[outcome]}${batchId ? ` (batch ${batchId})` : ''}`
  const told = outcome === 'ALREADY_TAKEN' ? [] : [`  ${sumOf(counts)}  (${grouped(rate)} rows/s)`]
  const refused = firstRejects.map(
    ({ line, column, value, reason }) =>
      `  renglón ${line}${column && `, ${column}`}: ${reason.startsWith('«') ? '' : shown(value)}${reason}`,
  )
  const more = rejects ? [`  Every refused row: ${rejects}`] : []
  return [head, ...told, ...notices.map((notice) => `  ${notice}`), ...refused, ...more].join('\n')
}

const WORDS: readonly [keyof Counts, string][] = [
  ['recorded', 'new'],
  ['corrected', 'corrected'],
  ['unchanged', 'unchanged'],
  ['unmatched', 'not joined yet'],
  ['refused', 'refused'],
]

function sumOf(counts: Counts): string {
  const parts = WORDS.filter(([name]) => counts[name] > 0).map(([name, word]) => `${grouped(counts[name])} ${word}`)
  const skipped = counts.skipped > 0 ? `; ${grouped(counts.skipped)} lines are no records` : ''
  return `${grouped(counts.rows)} rows: ${parts.join(', ') || 'none'}${skipped}`
}

const MAX_VALUE = 60
const shown = (value: string) => (value === '' ? '' : `«${value.slice(0, MAX_VALUE)}» `)
