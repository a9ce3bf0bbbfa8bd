/** The 32 states by one measure, on either map: what is chosen, dimmed, late, and reached by the keyboard. */
import type { ReactNode } from 'react'
import type { MeasureId } from '../../api/filters.ts'
import { useSight } from '../../api/sight.ts'
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { useWords } from '../../words/words.ts'
import { Hatch } from './hatch.tsx'
import { type ClassId, classOf, type Limits } from './measures.ts'
import type { MapLayout, Shape } from './shape.ts'
import type { StateOnMap } from './state-map-query.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useWritten } from './written.ts'

export type StateMapProps = {
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

type Props = StateMapProps & {
  layout: MapLayout
  ground?: ReactNode
  insetGround?: ReactNode
  labels: ReactNode
}

export function StateMap({ layout, ground, insetGround, labels, ...props }: Props) {
  const { states, measure, chosen, onChoose, isStill = false } = props
  const { shapes, width, height } = layout
  const { t } = useWords()
  const keys = useMapKeys({ shapes, states, measure, onChoose })
  const ring = shapes.find(({ code }) => code === (keys.hasFocus ? keys.stop : chosen))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold shapes.
    <svg
      ref={keys.svg}
      className="state-map"
      data-layout={layout.id}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('where.country')}
      aria-describedby={isStill ? undefined : 'map-hint'}
      onKeyDown={keys.onKeyDown}
    >
      <Hatch />
      {ground}
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
      <LateOutlines shapes={shapes} states={states} drawn="path" />
      {insetGround}
      {shapes.map(
        (shape) =>
          shape.insetPath && (
            <StateShape key={shape.code} {...props} shape={shape} path={shape.insetPath} keys={keys} isTwin={false} />
          ),
      )}
      <LateOutlines shapes={shapes} states={states} drawn="insetPath" />
      {labels}
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

type OutlinesProps = Pick<MapLayout, 'shapes'> & Pick<Props, 'states'> & { drawn: 'path' | 'insetPath' }

/** Dashed: a source of the state is behind; the list below the map says which. Islands off the coast lie below the inset, as their states do. */
function LateOutlines({ shapes, states, drawn }: OutlinesProps) {
  const behind = new Set(states.filter(({ late }) => late.length > 0).map(({ code }) => code))
  return shapes.map(({ code, [drawn]: outline }) =>
    outline && behind.has(code) ? <path key={code} className="late-outline" d={outline} {...forEyesOnly} /> : null,
  )
}

type ShapeProps = StateMapProps & {
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
  const { sees } = useSight()
  const state = states.find((each) => each.code === code)
  const value = state?.[measure] ?? null
  const unknown = sees(code) ? 'none' : 'beyond'
  const rank = value === null ? unknown : classOf(limits, value)
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
      aria-label={saidOf(state, code)}
      aria-pressed={code === chosen}
      onFocus={() => keys.onFocus(code)}
      onBlur={keys.onBlur}
      onClick={() => onChoose(code)}
    />
  )
}
