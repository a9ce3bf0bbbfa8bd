/** How many are open of each severity; each count narrows the list to it. */
import { type AlertSeverity, SEVERITIES } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'

/** Of a list that is counted by the graph: beyond, it says null. */
const COUNTED_AT_MOST = 10_000
const IN_ADDRESS = ['critica', 'roja', 'ambar'] as const satisfies readonly (keyof typeof SEVERITIES)[]

/** Null for more than are counted one by one. */
export type Totals = Readonly<Record<AlertSeverity, number | null>>

/** Says a total: "11", or that it is more than are counted. */
export function useTotal(): (total: number | null) => string {
  const { t } = useWords()
  const { count } = useFormat()
  return (total) => (total === null ? t('alerts.over', { n: count(COUNTED_AT_MOST) }) : count(total))
}

type Props = {
  totals: Totals
  /** What makes them other counts: what the reader has narrowed them to is no change of the world. */
  scopeKey: string
}

export function SeverityCounts({ totals, scopeKey }: Props) {
  const { t } = useWords()
  const totalOf = useTotal()
  const { search, narrow } = useSearch()
  return (
    <ul className="severity-filter">
      {IN_ADDRESS.map((severity) => {
        const code = SEVERITIES[severity]
        const mark = SEVERITY_MARKS[code]
        const total = totals[code]
        const word = t(`alerts.many.${mark}`, { count: total ?? COUNTED_AT_MOST })
        const n = totalOf(total)
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
