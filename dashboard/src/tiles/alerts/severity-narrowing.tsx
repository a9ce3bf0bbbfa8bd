/** How grave the alerts are that a list shows, as it stands in the address. */
import { SEVERITIES } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { Choice } from '../../ui/choice.tsx'
import { SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'

const KEYS = ['critica', 'roja', 'ambar'] as const

export function SeverityNarrowing() {
  const { t } = useWords()
  const { search, narrow } = useSearch()
  const severities = KEYS.map((key) => ({
    value: key,
    label: t(`alerts.filters.severities.${SEVERITY_MARKS[SEVERITIES[key]]}`),
  }))
  return (
    <Choice
      label={t('alerts.filters.severity')}
      options={[{ value: undefined, label: t('alerts.filters.allSeverities') }, ...severities]}
      value={search.gravedad}
      onChoose={(gravedad) => narrow({ gravedad })}
    />
  )
}
