/** About whom an alert is, as far as the reader may know: a child by its folio, a place by its name, or a file, a post, a list; and where. */
import { use } from 'react'
import { alertSubject } from '../../words/alert-subjects.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { PartlyContext } from './partly.tsx'
import { useOfOthers } from './use-of-others.ts'

type About = Pick<AlertInList, 'child' | 'place' | 'facility' | 'competence' | 'kind' | 'state'> &
  Partial<Pick<AlertInList, 'subject'>>

export function useWhom() {
  const { t, language } = useWords()
  const isPartly = use(PartlyContext)
  const nameOf = ({ name, type }: NonNullable<About['place']>) => name ?? t(`state.facilities.types.${type}`)
  const ofOthers = useOfOthers()
  return (alert: About) => {
    const { child, place, facility, competence } = alert
    const where = facility ? nameOf(facility) : competence ? ofOthers(competence) : null
    if (child) return { whom: child.folio, place: where }
    if (place) return { whom: nameOf(place), place: null }
    const subject = alertSubject(alert, t, language)
    if (subject) return { whom: subject, place: null }
    return { whom: t(isPartly ? 'status.failed' : 'alerts.unnamed'), place: where }
  }
}
