/** A threshold as it is written: "a las 24 horas"; of what bears on all steps of a kind, a sentence. */
import type { ThresholdClock, ThresholdUnit } from '@vigia/law/alert-thresholds'
import { useFormat } from '../format/use-format.ts'
import { useWords } from '../words/words.ts'

type Told = { value: number; unit: ThresholdUnit; runsFrom: ThresholdClock }

export function useThresholdWords(): (told: Told) => string {
  const { t } = useWords()
  const { count } = useFormat()
  return ({ value, unit, runsFrom }) => {
    const ofTime = value === 0 && unit === 'HOURS' ? 'AT_ONCE' : unit
    const measure = runsFrom === 'FEWEST' || runsFrom === 'SILENCE' ? runsFrom : ofTime
    return t(`alerts.terms.${measure}`, { count: value, n: count(value) })
  }
}
