/** How a value of the map is written on it and said aloud. */
import type { MeasureId } from '../../api/filters.ts'
import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { StateOnMap } from './state-map-query.ts'

export function useWritten(measure: MeasureId) {
  const { t, language } = useWords()
  const { cell, rate, count } = useFormat()

  function writtenOf(state: StateOnMap | undefined): string {
    const value = state?.[measure] ?? null
    if (value === null) return t('where.noValue')
    switch (measure) {
      case 'detected':
        return cell(value)
      case 'rate':
        return isSmall(state?.detected ?? 0) ? '–' : rate(value)
      case 'hours':
        return value > 0 ? count(Math.floor(value)) : '–'
    }
  }

  /** "Chiapas: 8,239 detectados", "Colima: Sin datos". */
  function saidOf(state: StateOnMap): string {
    const name = stateName(state.code, language)
    const value = state[measure]
    const late = state.isLate ? `, ${t('where.isLate')}` : ''
    if (value === null) return t('where.labelNone', { name, value: t('where.noData') }) + late
    if (measure === 'hours' && value === 0) return t('where.labelNone', { name, value: t('where.nobodyHeld') }) + late
    return t('where.label', { name, value: writtenOf(state), unit: t(`where.units.${measure}`) }) + late
  }

  return { writtenOf, saidOf }
}
