/** The cohort: half-years, years, and that of the alternative report. The default is the last half-year that is over. */
import { type Cohort, cohortOf, cohortsUntil } from '../../api/cohorts.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { cohortName } from '../../words/cohort-name.ts'
import { useWords } from '../../words/words.ts'

const GROUPS = [
  ['half', 'filters.groups.halves'],
  ['year', 'filters.groups.years'],
  ['report', 'filters.groups.report'],
] as const satisfies readonly (readonly [Cohort['kind'], string])[]

export function CohortChoice() {
  const { t } = useWords()
  const { cohort, today } = useScope()
  const { narrow } = useSearch()
  const usual = cohortOf(undefined, today).id
  const all = cohortsUntil(today)
  return (
    <label className="choice" data-changed={cohort.id !== usual || undefined}>
      <span className="choice-label">{t('filters.cohort')}</span>
      <select
        value={cohort.id}
        onChange={({ currentTarget: { value } }) => narrow({ periodo: value === usual ? undefined : value })}
      >
        {GROUPS.map(([kind, group]) => (
          <optgroup key={kind} label={t(group)}>
            {all
              .filter((each) => each.kind === kind)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {cohortName(each, t)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
