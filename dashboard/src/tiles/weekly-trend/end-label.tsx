/** The end of a line, named where it ends: no legend. */
import { ReferenceDot } from 'recharts'

type Props = { at: number; value: number; text: string; dy: number; fontSize: number; colour: string }

export function endLabel({ at, value, text, dy, fontSize, colour }: Props) {
  return (
    <ReferenceDot
      key={colour}
      x={at}
      y={value}
      r={3}
      fill={colour}
      stroke="none"
      ifOverflow="visible"
      label={{ value: text, fill: colour, fontSize, fontWeight: 650, position: 'right', dx: 2, dy }}
    />
  )
}
