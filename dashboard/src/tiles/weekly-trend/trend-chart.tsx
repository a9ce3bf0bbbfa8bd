/** Detected and with a case, week by week; the space between the two lines is the gap. Loaded late: recharts is heavy. */
import { use } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer } from 'recharts'
import { ScopeContext } from '../../api/scope.ts'
import { drawn } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { useIsNarrow } from '../../ui/use-media.ts'
import { NATION } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { axesOf, EventNames, eventsIn, GapName, type Looks } from './chart-marks.tsx'
import { endLabel } from './end-label.tsx'
import type { Week } from './weekly-trend-query.ts'

type Props = { weeks: readonly Week[]; title: string; width?: number; height: number }

/**
 * With a `width` the chart keeps it, as paper needs; without, it follows its place. It is one picture, with nothing in it to reach: browsers
 * would stop at each layer that recharts draws, since React listens there for what gains focus.
 */
export function TrendChart({ weeks: counted, title, width, height }: Props) {
  const isNarrow = useIsNarrow()
  const { t } = useWords()
  // Of one state, as on the report of its office, 1 to 4 are written and drawn so.
  const isOfState = (use(ScopeContext)?.code ?? NATION) !== NATION
  const [format, plain] = [useFormat(isOfState), useFormat()]
  const weeks = isOfState ? counted.map(withFewDrawn) : counted
  const last = weeks.findLast(({ detected }) => detected !== null)
  const written = (count: number | null | undefined) => (count == null ? t('status.missingShort') : format.count(count))
  const said = t('trend.label', { detected: written(last?.detected), opened: written(last?.opened) })
  const looks = { t, format, countOf: plain.count, isNarrow: isNarrow && !width, fontSize: width ? 11 : 13 }
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

const withFewDrawn = (week: Week): Week => ({
  ...week,
  detected: week.detected && drawn(week.detected),
  opened: week.opened && drawn(week.opened),
})

/** On an axis a number is of nobody. */
type LooksOfChart = Looks & { countOf: Looks['format']['count'] }
type Size = { width?: number; height?: number }

function chartOf(weeks: readonly Week[], { countOf, ...looks }: LooksOfChart, size: Size) {
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
      {axesOf(weeks, looks, countOf)}
      <Area dataKey="gap" stroke="none" fill="var(--breach-wash)" isAnimationActive={false} activeDot={false} />
      {eventsIn(weeks)}
      <EventNames weeks={weeks} looks={looks} />
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
