/** A label for every state: in it where there is room, in the sea with a line where there is none. */
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { stateAbbreviation } from '../../words/states.ts'
import { LABEL_PLACES } from './label-places.ts'
import { classOf, isDark } from './measures.ts'
import { project, projectCloseUp, shapes } from './projection.ts'
import type { Shape } from './shape.ts'
import type { StateMapProps } from './state-map.tsx'
import { useWritten } from './written.ts'

export function MapLabels({ states, measure, limits, only }: StateMapProps) {
  const { writtenOf } = useWritten(measure)
  return (
    <g className="map-labels" {...forEyesOnly}>
      {shapes.map((shape) => {
        const state = states.find(({ code }) => code === shape.code)
        const value = state?.[measure] ?? null
        const rank = value === null ? null : classOf(limits, value)
        if (only !== null && rank !== only) return null
        return <Label key={shape.code} shape={shape} value={writtenOf(state, shape.code)} isOnDark={isDark(rank)} />
      })}
    </g>
  )
}

function Label({ shape, value, isOnDark }: { shape: Shape; value: string; isOnDark: boolean }) {
  const short = stateAbbreviation(shape.code)
  const place = LABEL_PLACES[shape.code]
  if (!place) throw new Error(`no place for the label of ${shape.code}`)
  const toPixels = shape.insetPath ? projectCloseUp : project
  const [x, y] = toPixels(...place.at)
  if (!place.anchor) {
    return (
      <text className="label-in" data-on-dark={isOnDark || undefined} x={x} y={y - 2}>
        <tspan className="label-name">{short}</tspan>
        <tspan x={x} dy="1.05em">
          {value}
        </tspan>
      </text>
    )
  }
  const [anchorX, anchorY] = toPixels(...place.anchor)
  const side = SIDE[place.align ?? 'middle']
  return (
    <>
      <path className="leader" d={`M${x} ${y}L${anchorX} ${anchorY}`} />
      <circle className="leader-end" cx={anchorX} cy={anchorY} r="1.6" />
      <text className="label-out" x={x + side.dx} y={y + side.dy} textAnchor={side.anchor}>
        <tspan className="label-name">{short}</tspan> {value}
      </text>
    </>
  )
}

/** How a label sits at the end of its line, in map units. */
const SIDE = {
  start: { dx: 4, dy: 4, anchor: 'start' },
  middle: { dx: 0, dy: -4, anchor: 'middle' },
  end: { dx: -4, dy: 4, anchor: 'end' },
  below: { dx: 0, dy: 12, anchor: 'middle' },
} as const
