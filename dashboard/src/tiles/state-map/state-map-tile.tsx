/** Where: the map of the 32 states by one of three measures, a legend that filters, and a line that reads the chosen state out. */
import { lazy, Suspense, useState } from 'react'
import { MEASURE_IDS, MEASURES, type MeasureId } from '../../api/filters.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { within } from '../../format/format.ts'
import { useFormat } from '../../format/use-format.ts'
import { useUntil } from '../../ui/data-until.tsx'
import { useIsPaper } from '../../ui/paper.ts'
import { Part } from '../../ui/part.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useIsNarrow } from '../../ui/use-media.ts'
import { STATE_CODES, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { MapLegend } from './map-legend.tsx'
import { type ClassId, limitsFor } from './measures.ts'
import { Readout } from './readout.tsx'
import { StateMapDocument, type StateOnMap, statesOnMap } from './state-map-query.ts'

const CountryMap = lazy(() => import('./country-map.tsx').then((module) => ({ default: module.CountryMap })))
const TileMap = lazy(() => import('./tile-map.tsx').then((module) => ({ default: module.TileMap })))
const noChoice = () => {}

export function StateMapTile() {
  const { t } = useWords()
  const { cohort, filter } = useScope()
  const { search } = useSearch()
  const isPaper = useIsPaper()
  const isOfTiles = useIsOfTiles()
  const period = { from: cohort.from, to: cohort.to }
  const asked = useLiveQuery({ query: StateMapDocument, variables: { period, filter } })
  const measure = search.medida ? MEASURES[search.medida] : 'detected'
  const asOf = asked.data?.states?.find(({ detection }) => detection)?.detection?.asOf ?? null
  return (
    <Part
      id="map"
      className="map-panel"
      title={isPaper ? `${t('where.title')}: ${within(t(`where.measures.${measure}`))}` : t('where.title')}
      aside={!isPaper && <MeasureSwitch measure={measure} />}
      source="INM"
      asOf={asOf}
      how={measure === 'hours' ? 'hours' : 'detected'}
      note={isOfTiles ? t('where.tiles') : t('frame.footer.map')}
    >
      {asked.data?.states ? (
        <MapAndLegend key={measure} states={statesOnMap(asked.data.states)} measure={measure} isPaper={isPaper} />
      ) : (
        <TileStatus title={t('where.title')} height="min(30rem, 84vw)" {...asked} />
      )}
    </Part>
  )
}

/** On a phone the country to scale is too small to read or to touch. Paper is never narrow. */
function useIsOfTiles() {
  const isNarrow = useIsNarrow()
  return !useIsPaper() && isNarrow
}

type MapProps = { states: readonly StateOnMap[]; measure: MeasureId; isPaper: boolean }

function MapAndLegend({ states, measure, isPaper }: MapProps) {
  const { t } = useWords()
  const { search, narrow } = useSearch()
  const [only, setOnly] = useState<ClassId | null>(null)
  const isOfTiles = useIsOfTiles()
  const DrawnMap = isOfTiles ? TileMap : CountryMap
  const limits = limitsFor(
    measure,
    states.map((state) => state[measure]),
  )
  const chosen = isPaper ? null : (search.entidad ?? null)
  const choose = (code: string) => narrow({ entidad: code === chosen ? undefined : code })
  const bone = <div className="bone map-bone" role="status" aria-label={t('status.loading')} />
  return (
    <>
      <p id="map-hint" className="unseen">
        {t('where.hint')}
      </p>
      <Suspense fallback={bone}>
        <DrawnMap
          states={states}
          measure={measure}
          limits={limits}
          chosen={chosen}
          onChoose={isPaper ? noChoice : choose}
          only={only}
          isStill={isPaper}
        />
      </Suspense>
      {isPaper ? (
        <MapLegend states={states} measure={measure} limits={limits} />
      ) : (
        <MapLegend states={states} measure={measure} limits={limits} only={only} onOnly={setOnly} />
      )}
      <LateStates states={states} />
      {!isPaper && <Readout state={states.find(({ code }) => code === chosen)} chosen={chosen} />}
    </>
  )
}

/** What the dashes on the map mean: of which states who is behind, and until when their data go. What is said of several is said once. */
function LateStates({ states }: { states: readonly StateOnMap[] }) {
  const { t, language } = useWords()
  const { list: named } = useFormat()
  const untilOf = useUntil()
  const late = states.filter(({ late }) => late.length > 0)
  if (late.length === 0) return null
  const alike = Map.groupBy(late, (state) => state.late.map(untilOf).join('; '))
  const list = [...alike].map(([until, those]) => {
    const isAll = those.length === STATE_CODES.length
    const names = isAll ? t('where.allStates') : named(those.map(({ code }) => stateName(code, language)))
    return `${names} (${until})`
  })
  return (
    <p className="late-states" data-late>
      {t('where.lateStates', { list: list.join(', ') })}
    </p>
  )
}

function MeasureSwitch({ measure }: { measure: MeasureId }) {
  const { t } = useWords()
  const { narrow } = useSearch()
  const inAddress = (id: MeasureId) => KEYS.find((key) => MEASURES[key] === id && id !== 'detected')
  return (
    <fieldset className="switch">
      <legend className="unseen">{t('where.measure')}</legend>
      {MEASURE_IDS.map((id) => (
        <label key={id}>
          <input
            type="radio"
            name="measure"
            checked={id === measure}
            onChange={() => narrow({ medida: inAddress(id) })}
          />
          <span>{t(`where.measures.${id}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const KEYS = ['detectados', 'tasa', 'horas'] as const satisfies readonly (keyof typeof MEASURES)[]
