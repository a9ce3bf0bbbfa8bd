/** Of which state a list is shown, as it stands in the address. An office of one state has no state to choose. */
import { useSearch } from '../api/search.ts'
import { useSight } from '../api/sight.ts'
import { STATE_CODES, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { Choice } from './choice.tsx'

export function StateNarrowing() {
  const { t, language } = useWords()
  const { search, narrow } = useSearch()
  const codes = useStatesToChoose()
  const states = codes.map((code) => ({ value: code, label: stateName(code, language) }))
  if (codes.length === 0) return null
  return (
    <Choice
      label={t('alerts.filters.state')}
      options={[{ value: undefined, label: t('alerts.filters.allStates') }, ...states]}
      value={search.entidad}
      onChoose={(entidad) => narrow({ entidad })}
    />
  )
}

/** None where there is one alone. */
function useStatesToChoose(): readonly string[] {
  const { sees } = useSight()
  const seen = STATE_CODES.filter(sees)
  return seen.length < 2 ? [] : seen
}

/** As a line of its own above a list. `lead`: what is listed, of which the state follows. */
export function StateNarrowingLine({ lead }: { lead: string }) {
  const codes = useStatesToChoose()
  if (codes.length === 0) return null
  return (
    <form className="list-filter" onSubmit={(event) => event.preventDefault()}>
      <span aria-hidden="true">{lead}</span> <StateNarrowing />
    </form>
  )
}
