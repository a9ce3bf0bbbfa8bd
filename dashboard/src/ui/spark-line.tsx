/**
 * Half a year of one figure, with a paler line for the same weeks a year before. What there is now is a line, tinted where it
 * is above the year before; what happened within each week is a column a week, so that one is never taken for the other.
 */

export type Weeks = readonly (number | null)[]

const WIDTH = 320
const HEIGHT = 72
const TOP = 8
const BOTTOM = 10

type Props = {
  weeks: Weeks
  before: Weeks
  /** Whether a week counts what happened in it, or what there was at its end. */
  isPerWeek: boolean
  label: string
}

export function SparkLine({ weeks, before, isPerWeek, label }: Props) {
  const highest = Math.max(1, ...weeks.map(Number), ...before.map(Number)) * 1.04
  const last = weeks.findLastIndex((value) => value !== null)
  const y = (value: number) => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM)
  const x = (i: number) => 4 + (i / Math.max(1, weeks.length - 1)) * (WIDTH - 10)
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      {isPerWeek ? (
        <path className="spark-column" d={columnsOf(weeks, x, y)} />
      ) : (
        <path className="spark-beyond" d={areaAbove(weeks, before, x, y)} />
      )}
      <path className="spark-before" d={lineOf(before, x, y)} />
      <path className="spark-threshold" d={`M0 ${y(0)}H${WIDTH}`} />
      {!isPerWeek && <path className="spark-line" d={lineOf(weeks, x, y)} />}
      {!isPerWeek && last >= 0 && <path className="spark-end" d={`M${x(last)} ${y(weeks[last] ?? 0)}h.01`} />}
    </svg>
  )
}

type Scale = (value: number) => number

/** Weeks without a figure leave a gap. */
function lineOf(weeks: Weeks, x: Scale, y: Scale) {
  return weeks
    .map((value, i) => {
      if (value === null) return ''
      const isStart = i === 0 || weeks[i - 1] === null
      return `${isStart ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}

/** From the line of the year before up to the line of now, wherever now is higher; from zero, where the year before is unknown. */
function areaAbove(weeks: Weeks, before: Weeks, x: Scale, y: Scale) {
  const known = weeks.flatMap((value, i) => (value === null ? [] : [{ i, value }]))
  const [first] = known
  if (!first) return ''
  const baseOf = (i: number, value: number) => Math.min(before[i] ?? before.at(-1) ?? 0, value)
  const top = known.map(({ i, value }) => `L${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('')
  const back = known.toReversed().map(({ i, value }) => `L${x(i).toFixed(1)} ${y(baseOf(i, value)).toFixed(1)}`)
  return `M${x(first.i).toFixed(1)} ${y(first.value).toFixed(1)}${top}${back.join('')}Z`
}

const COLUMN = 7

function columnsOf(weeks: Weeks, x: Scale, y: Scale) {
  return weeks
    .map((value, i) =>
      value ? `M${(x(i) - COLUMN / 2).toFixed(1)} ${y(0)}V${y(value).toFixed(1)}h${COLUMN}V${y(0)}Z` : '',
    )
    .join('')
}
