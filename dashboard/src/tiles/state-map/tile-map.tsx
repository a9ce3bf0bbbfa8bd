/** The map of a phone: 32 tiles, each with the state's abbreviation and its value. */
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { stateAbbreviation } from '../../words/states.ts'
import { type ClassId, classOf, isDark } from './measures.ts'
import { StateMap, type StateMapProps } from './state-map.tsx'
import { tiles } from './tiles.ts'
import { useWritten } from './written.ts'

export function TileMap(props: StateMapProps) {
  return <StateMap {...props} layout={tiles} labels={<TileLabels {...props} />} />
}

function TileLabels({ states, measure, limits, only }: StateMapProps) {
  const { writtenOf } = useWritten(measure)
  return (
    <g className="map-labels" {...forEyesOnly}>
      {tiles.shapes.map(({ code, centre: [x, y] }) => {
        const state = states.find((each) => each.code === code)
        const value = state?.[measure] ?? null
        const rank: ClassId | null = value === null ? null : classOf(limits, value)
        if (only !== null && rank !== only) return null
        return (
          <text key={code} className="label-in" data-on-dark={isDark(rank) || undefined} x={x} y={y - 3}>
            <tspan className="label-name">{stateAbbreviation(code).replace('.', '')}</tspan>
            <tspan x={x} dy="1.2em">
              {writtenOf(state, code)}
            </tspan>
          </text>
        )
      })}
    </g>
  )
}
