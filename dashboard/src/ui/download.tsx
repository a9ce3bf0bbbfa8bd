/** The button that takes the figures of a part out as a file: counts, and never rows. */
import { useState } from 'react'
import { type Outcome, takeOut } from '../api/exports.ts'
import { mayExport, useSession } from '../api/session.ts'
import { useFormat } from '../format/use-format.ts'
import { useWords } from '../words/words.ts'
import { outcomeIn } from './export-outcome.ts'
import { useIsPaper } from './paper.ts'

export type File = { list: string; from?: string; to?: string }

export function Download({ file, name }: { file: File; name: string }) {
  const { t, language } = useWords()
  const session = useSession()
  const format = useFormat()
  const isPaper = useIsPaper()
  const [outcome, setOutcome] = useState<Outcome | 'gathering' | null>(null)
  if (isPaper || session.state !== 'in' || !mayExport(session.person)) return null
  const take = async () => {
    if (outcome === 'gathering') return
    setOutcome('gathering')
    setOutcome(await takeOut({ ...file, language, purpose: t('exports.fromBoard', { name }) }))
  }
  return (
    <span className="download no-print">
      <button
        className="quiet"
        type="button"
        aria-label={t('exports.figuresOf', { name })}
        aria-disabled={outcome === 'gathering'}
        onClick={() => void take()}
      >
        {t('exports.figures')}
      </button>{' '}
      <span role="status">
        {outcome === 'gathering' ? t('exports.gathering') : outcome && outcomeIn(outcome, t, format)}
      </span>
    </span>
  )
}
