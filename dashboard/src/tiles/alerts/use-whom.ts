/** About whom an alert is, as far as the reader may know: a child by its folio, a place by its name, or the state; and where. */
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { useOfOthers } from './use-of-others.ts'

type About = Pick<AlertInList, 'child' | 'place' | 'facility' | 'competence' | 'kind' | 'state'>

/** Alerts of these kinds are about an office of a state, and about no child. */
const OF_STATES: readonly string[] = [
  ...['OFFICE_SILENT', 'BACKLOG_GROWS', 'REGISTRY_NOT_UPDATED', 'SECRETARIAT_VACANT', 'SECURITY_BREACH'],
]

export function useWhom() {
  const { t, language } = useWords()
  const nameOf = ({ name, type }: NonNullable<About['place']>) => name ?? t(`state.facilities.types.${type}`)
  const ofOthers = useOfOthers()
  return ({ child, place, facility, competence, kind, state }: About) => {
    const where = facility ? nameOf(facility) : competence ? ofOthers(competence) : null
    if (child) return { whom: child.folio, place: where }
    if (place) return { whom: nameOf(place), place: null }
    if (OF_STATES.includes(kind) && state) return { whom: stateName(state.code, language), place: null }
    return { whom: t('alerts.unnamed'), place: where }
  }
}
