/** Of which state a list is shown, as it stands in the address. An office of one state has no state to choose. */
import { useSearch } from '../api/search.ts'
import { useSight } from '../api/sight.ts'
import { STATE_CODES, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { Choice } from './choice.tsx'

export function StateNarrowing() {
  const { t, language } = useWords()
  const { sees } = useSight()
  const { search, narrow } = useSearch()
  const states = STATE_CODES.filter(sees).map((code) => ({ value: code, label: stateName(code, language) }))
  if (states.length < 2) return null
  return (
    <Choice
      label={t('alerts.filters.state')}
      options={[{ value: undefined, label: t('alerts.filters.allStates') }, ...states]}
      value={search.entidad}
      onChoose={(entidad) => narrow({ entidad })}
    />
  )
}

/** As a line of its own above a list. `lead`: what is listed, of which the state follows. */
export function StateNarrowingLine({ lead }: { lead: string }) {
  return (
    <form className="list-filter" onSubmit={(event) => event.preventDefault()}>
      <span aria-hidden="true">{lead}</span> <StateNarrowing />
    </form>
  )
}
