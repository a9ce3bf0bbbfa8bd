/** Half a year of one figure, a paler line for the same weeks a year before; what lies beyond the threshold is tinted. */

export type Weeks = readonly (number | null)[]

const WIDTH = 320
const HEIGHT = 72
const TOP = 8
const BOTTOM = 10

type Props = { weeks: Weeks; before: Weeks; threshold: number; label: string }

export function SparkLine({ weeks, before, threshold, label }: Props) {
  const highest = Math.max(threshold, 1, ...weeks.map(Number), ...before.map(Number)) * 1.04
  const last = weeks.findLastIndex((value) => value !== null)
  const y = (value: number) => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM)
  const x = (i: number) => 2 + (i / Math.max(1, weeks.length - 1)) * (WIDTH - 8)
  const area = areaUnder(weeks, x, y, y(threshold))
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      <path className="spark-beyond" d={area} />
      <path className="spark-before" d={lineOf(before, x, y)} />
      <path className="spark-threshold" d={`M0 ${y(threshold)}H${WIDTH}`} />
      <path className="spark-line" d={lineOf(weeks, x, y)} />
      {last >= 0 && <path className="spark-end" d={`M${x(last)} ${y(weeks[last] ?? 0)}h.01`} />}
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

function areaUnder(weeks: Weeks, x: Scale, y: Scale, base: number) {
  const known = weeks.flatMap((value, i) => (value === null ? [] : [{ i, value }]))
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return ''
  const top = known.map(({ i, value }) => `L${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('')
  return `M${x(first.i).toFixed(1)} ${base}${top}V${base}Z`
}
