/** So many of a hundred children, in words where a number would say that it is none or all of them. */
import type { Words } from '../../words/words.ts'

export function of100(t: Words, count: number, of: number): string {
  const share = Math.round((count / of) * 100)
  if (count > 0 && share === 0) return t('cohort.underOne')
  if (count < of && share === 100) return t('cohort.overNinetyNine')
  return String(share)
}
