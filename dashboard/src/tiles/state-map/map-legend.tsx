/** The five classes and how many states are in each. On a screen a class is a filter; on paper it is only told. */
import type { MeasureId } from '../../api/filters.ts'
import { useSight } from '../../api/sight.ts'
import { Pause } from '../../ui/pause.tsx'
import { STATE_CODES } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { CLASS_IDS, type ClassId, classOf, type Limits } from './measures.ts'
import { useRanges } from './ranges.ts'
import type { StateOnMap } from './state-map-query.ts'

type Props = {
  states: readonly StateOnMap[]
  measure: MeasureId
  limits: Limits
  only?: ClassId | null
  onOnly?: (only: ClassId | null) => void
}

export function MapLegend({ states, measure, limits, only = null, onOnly }: Props) {
  const { t } = useWords()
  const { sees } = useSight()
  const beyond = STATE_CODES.filter((code) => !sees(code)).length
  const rangeOf = useRanges(measure, limits)
  const values = states.map((state) => state[measure])
  const countIn = (rank: ClassId) => values.filter((value) => value !== null && classOf(limits, value) === rank).length
  const unknown = values.filter((value) => value === null).length
  return (
    <ul className="legend" aria-label={t('where.legend')}>
      {CLASS_IDS.map((rank) => (
        <li key={rank}>
          {onOnly ? (
            <button type="button" aria-pressed={only === rank} onClick={() => onOnly(only === rank ? null : rank)}>
              <Entry rank={rank} range={rangeOf(rank)} count={countIn(rank)} />
            </button>
          ) : (
            <Entry rank={rank} range={rangeOf(rank)} count={countIn(rank)} />
          )}
        </li>
      ))}
      {(beyond === 0 || unknown > 0) && (
        <li className="legend-none">
          <Entry rank="none" range={t('where.noData')} count={unknown} />
        </li>
      )}
      {beyond > 0 && (
        <li className="legend-none">
          <Entry rank="beyond" range={t('status.beyond')} count={beyond} />
        </li>
      )}
      <li className="legend-none">
        <Entry rank="late" range={t('where.late')} count={states.filter(({ late }) => late.length > 0).length} />
      </li>
    </ul>
  )
}

function Entry({ rank, range, count }: { rank: ClassId | 'none' | 'beyond' | 'late'; range: string; count: number }) {
  const { t } = useWords()
  return (
    <>
      <i className="legend-swatch" data-class={rank} />
      <span>{range}</span>
      <Pause />
      <b>{t('where.statesIn', { count })}</b>
    </>
  )
}
