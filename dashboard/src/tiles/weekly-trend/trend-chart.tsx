/** Detected and with a case, week by week; the space between the two lines is the gap. Loaded late: recharts is heavy. */
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer } from 'recharts'
import { useFormat } from '../../format/use-format.ts'
import { useIsNarrow } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import { axesOf, eventsIn, GapName, type Looks } from './chart-marks.tsx'
import { endLabel } from './end-label.tsx'
import type { Week } from './weekly-trend-query.ts'

type Props = { weeks: readonly Week[]; title: string; width?: number; height: number }

/**
 * With a `width` the chart keeps it, as paper needs; without, it follows its place. It is one picture, with nothing in it to reach: browsers
 * would stop at each layer that recharts draws, since React listens there for what gains focus.
 */
export function TrendChart({ weeks, title, width, height }: Props) {
  const isNarrow = useIsNarrow()
  const { t } = useWords()
  const format = useFormat()
  const last = weeks.findLast(({ detected }) => detected !== null)
  const written = (count: number | null | undefined) => (count == null ? t('status.missingShort') : format.count(count))
  const said = t('trend.label', { detected: written(last?.detected), opened: written(last?.opened) })
  const looks = { t, format, isNarrow: isNarrow && !width, fontSize: width ? 11 : 13 }
  return (
    <div className="chart" role="img" aria-label={`${title}. ${said}`}>
      <div inert>
        {width ? (
          chartOf(weeks, looks, { width, height })
        ) : (
          <ResponsiveContainer width="100%" height={height}>
            {chartOf(weeks, looks, {})}
          </ResponsiveContainer>
        )}
      </div>
    </div>
  )
}

type Size = { width?: number; height?: number }

function chartOf(weeks: readonly Week[], looks: Looks, size: Size) {
  const { isNarrow } = looks
  const last = weeks.findLast(({ detected }) => detected !== null)
  const data = weeks.map((week) => ({ ...week, gap: week.opened === null ? null : [week.opened, week.detected] }))
  return (
    <ComposedChart
      {...size}
      data={data}
      margin={{ top: 62, right: isNarrow ? 44 : 132, bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      {axesOf(weeks, looks)}
      <Area dataKey="gap" stroke="none" fill="var(--breach-wash)" isAnimationActive={false} activeDot={false} />
      {eventsIn(weeks, looks)}
      <Line
        dataKey="detected"
        stroke="var(--ink)"
        strokeWidth={1.5}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="opened"
        stroke="var(--scale-4)"
        strokeWidth={2.5}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {!isNarrow && <GapName weeks={weeks} looks={looks} />}
      {last && endLabelsOf(last, looks)}
    </ComposedChart>
  )
}

function endLabelsOf({ at, detected, opened }: Week, { t, format, isNarrow, fontSize }: Looks) {
  const lines = [
    { id: 'detected', value: detected, dy: -7, colour: 'var(--ink)' },
    { id: 'opened', value: opened, dy: 9, colour: 'var(--scale-4)' },
  ] as const
  return lines.map(({ id, value, dy, colour }) => {
    if (value === null) return null
    const text = isNarrow ? format.count(value) : `${format.count(value)} ${t(`trend.${id}`)}`
    return endLabel({ at, value, text, dy, fontSize, colour })
  })
}
