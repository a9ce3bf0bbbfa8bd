/** The parts of the chart beside its lines: axes, laws and rulings, the name of the gap. */
import {
  DefaultZIndexes,
  ReferenceLine,
  useChartWidth,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Format } from '../../format/format.ts'
import type { Words } from '../../words/words.ts'
import { EVENTS, gapPlaceOf, ticksUpTo, yearsIn } from './trend-marks.ts'
import type { Week } from './weekly-trend-query.ts'

const LEVEL_HEIGHT = 18
const ABOVE_PLOT = 9
/** A bold letter is about half as wide as it is high, a plain one less; a line of words needs some air. */
const [LETTER_WIDTH, PLAIN_LETTER_WIDTH, LINE_HEIGHT] = [0.54, 0.48, 1.5]
/** Keeps words legible where a line crosses them. */
const HALO = { stroke: 'var(--breach-wash)', strokeWidth: 4, paintOrder: 'stroke' } as const

export type Looks = { t: Words; format: Format; isNarrow: boolean; fontSize: number }

export function axesOf(weeks: readonly Week[], { fontSize }: Looks, countOf: Format['count']) {
  const text = { fill: 'var(--ink-2)', fontSize }
  const ticks = ticksUpTo(Math.max(1, ...weeks.map(({ detected }) => detected ?? 0)))
  return [
    <XAxis
      key="x"
      dataKey="at"
      type="number"
      domain={['dataMin', 'dataMax']}
      ticks={yearsIn(weeks)}
      tickFormatter={(at: number) => String(new Date(at).getUTCFullYear())}
      tick={text}
      tickLine={false}
      axisLine={{ stroke: 'var(--ink)' }}
    />,
    <YAxis
      key="y"
      width={48}
      tickFormatter={(value: number) => countOf(value)}
      tick={text}
      tickLine={false}
      axisLine={false}
      domain={[0, ticks.at(-1) ?? 1]}
      ticks={ticks}
    />,
  ]
}

export const eventsIn = (weeks: readonly Week[]) =>
  eventsSince(weeks).map(({ id, at }) => <ReferenceLine key={id} x={at} stroke="var(--ink-3)" strokeDasharray="2 3" />)

const eventsSince = ([first]: readonly Week[]) => EVENTS.filter(({ at }) => at >= (first?.at ?? 0))

type InChart = { weeks: readonly Week[]; looks: Looks }

const WEEK_IN_MS = 7 * 86_400_000
/** What each law or ruling brought, above its line, or so far to the left of it that it ends within the chart. */
export function EventNames({ weeks, looks: { t, fontSize } }: InChart) {
  const [plot, toX, chartWidth] = [usePlotArea(), useXAxisScale(), useChartWidth()]
  if (!plot || !toX || !chartWidth) return null
  return eventsSince(weeks).map(({ id, at, level }) => {
    const name = t(`trend.events.${id}`)
    const latest = chartWidth - name.length * PLAIN_LETTER_WIDTH * fontSize
    const x = Math.min((toX(at) ?? 0) - 1, latest)
    const y = plot.y - ABOVE_PLOT - level * LEVEL_HEIGHT
    return (
      <text key={id} x={x} y={y} fill="var(--ink)" fontSize={fontSize}>
        {name}
      </text>
    )
  })
}

/** The name of the gap, within it, where it touches no line; on the layer of names, since the gap's own ground would cover it. */
export function GapName({ weeks, looks: { t, fontSize } }: InChart) {
  const plot = usePlotArea()
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  const [first, last] = [weeks[0]?.at ?? 0, weeks.at(-1)?.at ?? 0]
  if (!plot || !toX || !toY) return null
  const name = t('trend.gap')
  const perPixel = { time: (last - first) / plot.width, value: highestOf(weeks) / plot.height }
  // The lines run on between the weeks on its sides.
  const width = name.length * LETTER_WIDTH * fontSize * perPixel.time + 2 * WEEK_IN_MS
  const place = gapPlaceOf(weeks, { width, height: LINE_HEIGHT * fontSize * perPixel.value })
  if (!place) return null
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <text
        x={toX(place.at)}
        y={toY(place.middle)}
        dy="0.36em"
        textAnchor="middle"
        fill="var(--breach)"
        fontSize={fontSize}
        fontWeight={650}
        {...HALO}
      >
        {name}
      </text>
    </ZIndexLayer>
  )
}

const highestOf = (weeks: readonly Week[]) =>
  ticksUpTo(Math.max(1, ...weeks.map(({ detected }) => detected ?? 0))).at(-1) ?? 1
