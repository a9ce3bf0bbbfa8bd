/** Who owes the duty that the alerts of a list are about, as it stands in the address. */
import { DUTY_HOLDERS, type DutyHolderKey } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { Choice } from '../../ui/choice.tsx'
import { officeName } from '../../words/alert-offices.ts'
import { useWords } from '../../words/words.ts'

const KEYS = Object.keys(DUTY_HOLDERS) as DutyHolderKey[]

export function DutyNarrowing() {
  const { t, language } = useWords()
  const { search, narrow } = useSearch()
  const holders = KEYS.map((key) => ({
    value: key,
    label: t('alerts.filters.dutyOf', { office: officeName(DUTY_HOLDERS[key], language) }),
  }))
  return (
    <Choice
      label={t('alerts.filters.duty')}
      options={[{ value: undefined, label: t('alerts.filters.anyDuty') }, ...holders]}
      value={search.deber}
      onChoose={(deber) => narrow({ deber })}
    />
  )
}
