/** How a value of the map is written on it and said aloud. */
import type { MeasureId } from '../../api/filters.ts'
import { useSight } from '../../api/sight.ts'
import { isSmall, WITHHELD_SHARE } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { useUntil } from '../../ui/data-until.tsx'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { StateOnMap } from './state-map-query.ts'

export function useWritten(measure: MeasureId) {
  const { t, language } = useWords()
  const { cell, rate, count } = useFormat()
  const untilOf = useUntil()
  const { sees } = useSight()

  /** Nothing of a state that the reader may not see. */
  function writtenOf(state: StateOnMap | undefined, code: string): string {
    if (!sees(code)) return ''
    const value = state?.[measure] ?? null
    if (value === null) return t('where.noValue')
    switch (measure) {
      case 'detected':
        return cell(value)
      case 'rate':
        return isSmall(state?.detected ?? 0) ? WITHHELD_SHARE : rate(value)
      case 'hours':
        if (value === 0) return '–'
        return value < 1 ? '<1' : count(Math.floor(value))
    }
  }

  /** "Chiapas: 8,239 detectados", "Colima: Sin datos", "Sonora: Fuera de su ámbito". */
  function saidOf(state: StateOnMap | undefined, code: string): string {
    const name = stateName(code, language)
    if (!sees(code)) return t('where.labelNone', { name, value: t('status.beyond') })
    if (!state) return name
    const value = state[measure]
    const behind = state.late.map(untilOf).join('; ')
    const late = behind ? `, ${t('where.isLate', { late: behind })}` : ''
    if (value === null) return t('where.labelNone', { name, value: t('where.noData') }) + late
    if (measure === 'hours' && value === 0) return t('where.labelNone', { name, value: t('where.nobodyHeld') }) + late
    const isFew = isSmall(state.detected ?? 0)
    if (measure === 'rate' && isFew) return t('where.labelNone', { name, value: t('where.withheld') }) + late
    const unit = measure === 'hours' && value < 2 ? 'hour' : measure
    const said = measure === 'detected' && isFew ? t('where.few') : writtenOf(state, code)
    return t('where.label', { name, value: said, unit: t(`where.units.${unit}`) }) + late
  }

  return { writtenOf, saidOf }
}
