/** Severity by shape and word, then by colour: hollow triangle, full triangle, full square. */
import { useWords } from '../words/words.ts'

export type Severity = 'critical' | 'red' | 'amber'

const SHAPES: Record<Severity, string> = {
  amber: 'M6 1.6 11 10.6H1Z',
  red: 'M6 1 11.6 11H.4Z',
  critical: 'M1 1H11V11H1Z',
}

/** `word` stands in the place of its own, as in a list of how many. */
export function SeverityMark({ severity, word }: { severity: Severity; word?: string }) {
  const { t } = useWords()
  return (
    <span className="severity" data-severity={severity}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={SHAPES[severity]} />
      </svg>
      {word ?? t(`figures.severities.${severity}`)}
    </span>
  )
}
