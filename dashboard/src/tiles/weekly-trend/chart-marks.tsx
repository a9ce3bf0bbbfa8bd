/** The parts of the chart beside its lines: axes, laws and rulings, the name of the gap. */
import { ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { Format } from '../../format/format.ts'
import type { Words } from '../../words/words.ts'
import { EVENTS, gapPlaceOf, ticksUpTo, yearsIn } from './trend-marks.ts'
import type { Week } from './weekly-trend-query.ts'

const LEVEL_HEIGHT = 18
/** Keeps words legible where a line crosses them. */
const HALO = { stroke: 'var(--breach-wash)', strokeWidth: 4, paintOrder: 'stroke' } as const

export type Looks = { t: Words; format: Format; title: string; isNarrow: boolean; fontSize: number }

export function axesOf(weeks: readonly Week[], { format, fontSize }: Looks) {
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
      tickFormatter={format.count}
      tick={text}
      tickLine={false}
      axisLine={false}
      domain={[0, ticks.at(-1) ?? 1]}
      ticks={ticks}
    />,
  ]
}

export function eventsIn(weeks: readonly Week[], { t, fontSize, isNarrow }: Looks) {
  const [first, last] = [weeks[0]?.at ?? 0, weeks.at(-1)?.at ?? 0]
  /** On a phone there is room for words on the left of what comes late. */
  const isLate = (at: number) => isNarrow && at > (first + last) / 2 - 60 * 24 * 3_600_000
  return EVENTS.filter(({ at }) => at >= first).map(({ id, at, level }) => (
    <ReferenceLine
      key={id}
      x={at}
      stroke="var(--ink-3)"
      strokeDasharray="2 3"
      label={{
        value: t(`trend.events.${id}`),
        position: 'top',
        textAnchor: isLate(at) ? 'middle' : 'start',
        dx: isLate(at) ? 30 : -1,
        dy: -4 - level * LEVEL_HEIGHT,
        fill: 'var(--ink)',
        fontSize,
      }}
    />
  ))
}

/** The name of the gap, within it, where it is wide enough. */
export function gapLabel(weeks: readonly Week[], { t, fontSize, isNarrow }: Looks) {
  const place = isNarrow ? null : gapPlaceOf(weeks)
  if (!place) return null
  const label = { value: t('trend.gap'), fill: 'var(--breach)', fontSize, fontWeight: 650, ...HALO }
  return <ReferenceDot x={place.at} y={place.middle} r={0} label={label} />
}
