/** The 32 states by one measure, with the centre drawn larger. Loaded late, with its geometry. */
import type { MeasureId } from '../../api/filters.ts'
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { useWords } from '../../words/words.ts'
import { Hatch, InsetFrame, Neighbours } from './map-ground.tsx'
import { MapLabels } from './map-labels.tsx'
import { type ClassId, classOf, type Limits } from './measures.ts'
import { HEIGHT, landPath, type Shape, shapes, WIDTH } from './projection.ts'
import type { StateOnMap } from './state-map-query.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useWritten } from './written.ts'

type Props = {
  states: readonly StateOnMap[]
  measure: MeasureId
  limits: Limits
  chosen: string | null
  onChoose: (code: string) => void
  /** Only states of this class stand out; null, all do. */
  only: ClassId | null
  /** On paper nothing can be chosen. */
  isStill?: boolean
}

export function StateMap(props: Props) {
  const { states, measure, only, chosen, onChoose, isStill = false } = props
  const { t } = useWords()
  const keys = useMapKeys(states, measure, onChoose)
  const ring = shapes.find(({ code }) => code === (keys.hasFocus ? keys.stop : chosen))
  const late = shapes.filter((shape) => states.some(({ code, isLate }) => code === shape.code && isLate))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold shapes.
    <svg
      ref={keys.svg}
      className="state-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={t('where.country')}
      aria-describedby={isStill ? undefined : 'map-hint'}
      onKeyDown={keys.onKeyDown}
    >
      <Hatch />
      <path className="land" d={landPath} />
      <Neighbours />
      {shapes.map((shape) => (
        <StateShape
          key={shape.code}
          {...props}
          shape={shape}
          path={shape.path}
          keys={keys}
          isTwin={shape.insetPath !== null}
        />
      ))}
      <InsetFrame />
      {shapes.map(
        (shape) =>
          shape.insetPath && (
            <StateShape key={shape.code} {...props} shape={shape} path={shape.insetPath} keys={keys} isTwin={false} />
          ),
      )}
      {late.map(({ code, path, insetPath }) => (
        <path key={code} className="late-outline" d={path + (insetPath ?? '')} {...forEyesOnly} />
      ))}
      <MapLabels states={states} measure={measure} limits={props.limits} only={only} />
      {ring && (
        <path
          className="ring"
          data-focus={keys.hasFocus || undefined}
          d={ring.path + (ring.insetPath ?? '')}
          {...forEyesOnly}
        />
      )}
    </svg>
  )
}

type ShapeProps = Props & {
  shape: Shape
  path: string
  keys: ReturnType<typeof useMapKeys>
  /** A central state is reached in the inset; in the country it is only drawn. */
  isTwin: boolean
}

function StateShape({
  states,
  measure,
  limits,
  only,
  chosen,
  onChoose,
  isStill,
  shape: { code },
  path,
  keys,
  isTwin,
}: ShapeProps) {
  const { saidOf } = useWritten(measure)
  const state = states.find((each) => each.code === code)
  const value = state?.[measure] ?? null
  const rank = value === null ? 'none' : classOf(limits, value)
  const looks = {
    className: 'state',
    d: path,
    'data-class': rank,
    'data-dim': (only !== null && rank !== only) || undefined,
  }
  if (isStill) return <path {...looks} {...forEyesOnly} />
  // biome-ignore lint/a11y/noStaticElementInteractions: its twin in the inset has the keys.
  if (isTwin) return <path {...looks} {...forEyesOnly} onClick={() => onChoose(code)} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot be a shape.
    <path
      {...looks}
      data-code={code}
      role="button"
      tabIndex={code === keys.stop ? 0 : -1}
      aria-label={state ? saidOf(state) : code}
      aria-pressed={code === chosen}
      onFocus={() => keys.onFocus(code)}
      onBlur={keys.onBlur}
      onClick={() => onChoose(code)}
    />
  )
}
