/** What a class holds, in words: "menos de 50", "50 a 249", "5,000 y más". */
import type { MeasureId } from '../../api/filters.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'
import { CLASS_IDS, type ClassId, type Limits } from './measures.ts'

/** The least that two values of a measure differ by, as they are written. */
const STEP: Readonly<Record<MeasureId, number>> = { detected: 1, rate: 0.1, hours: 1 }

export function useRanges(measure: MeasureId, limits: Limits) {
  const { t } = useWords()
  const { count, upTo1 } = useFormat()
  const written = (value: number) => (measure === 'rate' ? upTo1(value) : count(value))
  const unit = measure === 'hours' ? t('where.hours') : ''
  return (rank: ClassId): string => {
    const i = CLASS_IDS.indexOf(rank)
    const [low, next] = [limits[i] ?? 0, limits[i + 1]]
    if (next === undefined) return t('where.ranges.from', { low: written(low), unit })
    if (low > 0) return t('where.ranges.between', { low: written(low), high: written(next - STEP[measure]), unit })
    if (next === STEP[measure]) return t('where.ranges.none')
    return t('where.ranges.under', { high: written(next), unit })
  }
}
