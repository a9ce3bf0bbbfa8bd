/** A count on a logarithmic track, each mark ten times the one before, so that one large state does not flatten the rest. */

type Props = {
  value: number
  /** The largest of all rows that share the scale. */
  highest: number
}

export function LogDot({ value, highest }: Props) {
  const decades = decadesOf(highest)
  return (
    <span className="log-dot" aria-hidden="true" style={{ backgroundSize: `${100 / decades}% 100%` }}>
      {value > 0 && <i style={{ left: `${placeOf(value, highest) * 100}%` }} />}
    </span>
  )
}

const decadesOf = (highest: number) => Math.max(1, Math.ceil(Math.log10(Math.max(highest, 2))))

/** 0 for one child, 1 for the power of ten that holds the largest count. */
export const placeOf = (value: number, highest: number) => Math.log10(Math.max(value, 1)) / decadesOf(highest)
