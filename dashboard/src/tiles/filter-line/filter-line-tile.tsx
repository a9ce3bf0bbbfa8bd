/** The filters as one sentence of native selects; on a phone the sentence is a button that opens them. */
import { useState } from 'react'
import { AGES, COMPANIES, type Search } from '../../api/filters.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { Choice, type Option } from '../../ui/choice.tsx'
import { UnreadFilters } from '../../ui/unread-filters.tsx'
import { cohortName } from '../../words/cohort-name.ts'
import { filterWords } from '../../words/filter-words.ts'
import { countryName, NATIONALITIES } from '../../words/nationalities.ts'
import { useWords } from '../../words/words.ts'
import { CohortChoice } from './cohort-choice.tsx'

const NOT_NARROWED = { periodo: undefined, nacionalidad: undefined, edad: undefined, compania: undefined }
const AGE_KEYS = ['0-11', '12-17', 'desconocida'] as const satisfies readonly (keyof typeof AGES)[]
const COMPANY_KEYS = [
  'acompanados',
  'separados',
  'no-acompanados',
  'por-determinar',
] as const satisfies readonly (keyof typeof COMPANIES)[]

export function FilterLineTile() {
  const { t, language } = useWords()
  const { cohort, filter } = useScope()
  const { search, narrow } = useSearch()
  const [isOpen, setOpen] = useState(false)
  const chosen = [cohortName(cohort, t), ...filterWords(filter, t, language)].join(', ')
  return (
    <>
      <form
        className="filter-line"
        aria-label={t('filters.label')}
        data-open={isOpen || undefined}
        onSubmit={(event) => event.preventDefault()}
      >
        <button className="filter-toggle" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <b>{isOpen ? t('filters.close') : t('filters.open')}</b> {chosen}
        </button>
        <div className="filter-fields">
          <span aria-hidden="true">{t('filters.lead')}</span>
          <CohortChoice />
          <WhoChoices />
          {isNarrowed(search) && (
            <button className="quiet" type="button" onClick={() => narrow(NOT_NARROWED)}>
              {t('filters.reset')}
            </button>
          )}
        </div>
      </form>
      <UnreadFilters also={search.periodo && search.periodo !== cohort.id ? ['periodo'] : []} />
    </>
  )
}

const isNarrowed = ({ periodo, nacionalidad, edad, compania }: Search) =>
  [periodo, nacionalidad, edad, compania].some((each) => each !== undefined)

function WhoChoices() {
  const { t, language } = useWords()
  const { search, narrow } = useSearch()
  const nationalities: Option<string>[] = NATIONALITIES.map((code) => ({
    value: code,
    label: countryName(code, language),
  }))
  const ages = AGE_KEYS.map((key) => ({ value: key, label: t(`filters.ages.${AGES[key]}`) }))
  const companies = COMPANY_KEYS.map((key) => ({ value: key, label: t(`filters.companies.${COMPANIES[key]}`) }))
  const all = (label: string) => ({ value: undefined, label })
  return (
    <>
      <Choice
        label={t('filters.nationality')}
        options={[all(t('filters.allNationalities')), ...nationalities]}
        value={search.nacionalidad}
        onChoose={(nacionalidad) => narrow({ nacionalidad })}
      />
      <Choice
        label={t('filters.age')}
        options={[all(t('filters.ages.all')), ...ages]}
        value={search.edad}
        onChoose={(edad) => narrow({ edad })}
      />
      <Choice
        label={t('filters.company')}
        options={[all(t('filters.companies.all')), ...companies]}
        value={search.compania}
        onChoose={(compania) => narrow({ compania })}
      />
    </>
  )
}
