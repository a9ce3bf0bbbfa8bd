/** What lies under the states: the hatch of the unknown, the neighbours' names, the frame of the inset. */
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { useWords } from '../../words/words.ts'
import { INSET, insetSource, project } from './projection.ts'

export function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="hatch-ground" />
        <path d="M0 0V5" className="hatch-line" />
      </pattern>
    </defs>
  )
}

export function Neighbours() {
  const { t } = useWords()
  const [usX, usY] = project(-100.2, 31.2)
  const [gtX, gtY] = project(-89.3, 14.35)
  return (
    <g className="neighbours" {...forEyesOnly}>
      <text x={usX} y={usY}>
        {t('where.neighbours.us')}
      </text>
      <text x={gtX} y={gtY}>
        {t('where.neighbours.gt')}
      </text>
    </g>
  )
}

/** The corners of what is enlarged, not a box around it, so that no label is crossed. */
export function InsetFrame() {
  const { t } = useWords()
  const [[left, top], [right, bottom]] = insetSource
  const { x, y, width, height } = INSET
  return (
    <g className="inset" {...forEyesOnly}>
      <path className="inset-source" d={cornersOf(left - 2, top - 2, right + 2, bottom + 2)} />
      <rect className="inset-frame" x={x} y={y} width={width} height={height} />
      <text x={x + 10} y={y + 17}>
        {t('where.centre')}
      </text>
    </g>
  )
}

const CORNER = 9

const cornersOf = (left: number, top: number, right: number, bottom: number) =>
  [
    `M${left} ${top + CORNER}V${top}H${left + CORNER}`,
    `M${right - CORNER} ${top}H${right}V${top + CORNER}`,
    `M${right} ${bottom - CORNER}V${bottom}H${right - CORNER}`,
    `M${left + CORNER} ${bottom}H${left}V${bottom - CORNER}`,
  ].join('')
