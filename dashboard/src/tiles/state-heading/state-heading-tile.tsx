/** Which state this is, how many children it detected, its share of the country, the way to another one, and the one beside it. */
import { addressOf } from '../../api/address.ts'
import { graphql } from '../../api/graphql.ts'
import { useScope } from '../../api/scope.ts'
import { useGo, useSearch } from '../../api/search.ts'
import { useSight } from '../../api/sight.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { StateOptions } from '../../ui/state-choice.tsx'
import { STATE_CODES, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'

const StateHeading = graphql(`
  query StateHeading($code: ID!, $period: PeriodInput!, $filter: CountFilter) {
    state(code: $code) {
      code
      detection(period: $period, filter: $filter) {
        persons
      }
    }
    nation {
      code
      detection(period: $period, filter: $filter) {
        persons
      }
    }
  }
`)

export function StateHeadingTile() {
  const { t, language } = useWords()
  const { cell, share } = useFormat()
  const { code, cohort, filter } = useScope()
  const { search, narrow } = useSearch()
  const go = useGo()
  const { sees } = useSight()
  const others = STATE_CODES.filter((each) => each !== code && sees(each))
  const period = { from: cohort.from, to: cohort.to }
  const { data, isLoading, failure } = useLiveQuery({ query: StateHeading, variables: { code, period, filter } })
  const here = data?.state?.detection?.persons
  const all = data?.nation?.detection?.persons
  const unknown = failure ? 'status.missing' : 'status.untold'

  /** What is beside it comes further down, where whoever listens is not. */
  function compareWith(other: string) {
    narrow({ con: other || undefined })
    const there = stateName(other, language)
    if (other) tell(`${t('comparison.title', { here: stateName(code, language), there })}.`)
  }

  return (
    <p className="state-name">
      <a href={addressOf('/panorama', search)}>{t('state.country')}</a> <b>{stateName(code, language)}</b>
      <span>
        {here != null && t('state.detected', { count: here, n: cell(here) })}
        {here != null && !isSmall(here) && all ? `, ${t('state.ofCountry', { share: share(here / all) })}` : null}
        {here == null && !isLoading && t(sees(code) ? unknown : 'status.beyond')}
      </span>
      <span className="state-choices">
        <select
          aria-label={t('state.another')}
          value={code}
          onChange={(event) => go(addressOf(`/estado/${event.currentTarget.value}`, search))}
        >
          <StateOptions states={STATE_CODES.filter((each) => each === code || sees(each))} />
        </select>
        {others.length > 0 && sees(code) && (
          <select
            aria-label={t('comparison.with')}
            value={search.con === code ? '' : (search.con ?? '')}
            onChange={(event) => compareWith(event.currentTarget.value)}
          >
            <option value="">{t('comparison.nobody')}</option>
            <StateOptions states={others} />
          </select>
        )}
      </span>
    </p>
  )
}
