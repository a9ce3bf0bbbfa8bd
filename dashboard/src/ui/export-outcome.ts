/** What became of an export, in words. */
import type { Outcome } from '../api/exports.ts'
import type { Format } from '../format/format.ts'
import type { Words } from '../words/words.ts'

export function outcomeIn(outcome: Outcome, t: Words, { date, time }: Pick<Format, 'date' | 'time'>): string {
  switch (outcome.state) {
    case 'saved':
      return t('exports.saved', { number: outcome.number })
    case 'waits':
      return t('exports.waits', { number: outcome.number })
    case 'too-many':
      return t('exports.tooMany', { when: `${date(outcome.again)}, ${time(outcome.again)}` })
    case 'too-much':
      return t('exports.tooMuch')
    case 'too-long':
      return t('exports.tooLong')
    default:
      return t(`exports.${outcome.state}`)
  }
}
