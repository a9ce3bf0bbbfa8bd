/** How many are open of each severity; each count narrows the list to it. */
import { SEVERITIES } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import type { totalsOf } from './alert-lines.ts'

const IN_ADDRESS = ['critica', 'roja', 'ambar'] as const satisfies readonly (keyof typeof SEVERITIES)[]

type Props = {
  totals: ReturnType<typeof totalsOf>
  /** What makes them other counts: what the reader has narrowed them to is no change of the world. */
  scopeKey: string
}

export function SeverityCounts({ totals, scopeKey }: Props) {
  const { t } = useWords()
  const { count } = useFormat()
  const { search, narrow } = useSearch()
  return (
    <ul className="severity-filter">
      {IN_ADDRESS.map((severity) => {
        const code = SEVERITIES[severity]
        const mark = SEVERITY_MARKS[code]
        const word = t(`alerts.many.${mark}`, { count: totals[code] })
        const n = count(totals[code])
        return (
          <li key={severity}>
            <button
              type="button"
              aria-pressed={search.gravedad === severity}
              aria-label={t('alerts.only', { severity: word, n })}
              onClick={() => narrow({ gravedad: search.gravedad === severity ? undefined : severity })}
            >
              <b>
                <Changing key={scopeKey} name={word}>
                  {n}
                </Changing>
              </b>
              <SeverityMark severity={mark} word={word} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
