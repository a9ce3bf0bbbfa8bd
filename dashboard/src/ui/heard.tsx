/** A count that may be withheld: the dash of "1–4" is not heard, and "1 4" would be another number. */
import type { ReactNode } from 'react'
import { isSmall } from '../format/small.ts'
import { useWords } from '../words/words.ts'
import { forEyesOnly } from './for-eyes.ts'

/** `children` is how `count` is written. */
export function Heard({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useWords()
  if (!isSmall(count)) return children
  return (
    <>
      <span {...forEyesOnly}>{children}</span>
      <span className="unseen">{t('where.few')}</span>
    </>
  )
}
