/** Of an alert about a return, whether it is a plan, which can still be prevented, or was carried out. */
import { useFormat } from '../../format/use-format.ts'
import { clockWords } from '../../words/clock-words.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'

export function OfReturn({ alert }: { alert: Pick<AlertInList, 'isPlanned' | 'plannedOn'> }) {
  const { language } = useWords()
  const { day } = useFormat()
  const { isPlanned, plannedOn } = alert
  if (isPlanned == null) return null
  const words = clockWords(language)
  return <small>{isPlanned ? words.planned(plannedOn && day(plannedOn)) : words.carriedOut}</small>
}
