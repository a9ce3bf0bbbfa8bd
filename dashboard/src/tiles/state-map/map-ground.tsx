/** What lies under the states of the country: the land around it with its names, and the frame of the inset. */
import { forEyesOnly } from '../../ui/for-eyes.ts'
import { useWords } from '../../words/words.ts'
import { INSET, insetSource, landPath, project } from './projection.ts'

/** Land of the neighbours, named where it matters. */
export function LandAround() {
  const { t } = useWords()
  const [usX, usY] = project(-100.2, 31.2)
  const [gtX, gtY] = project(-89.3, 14.35)
  return (
    <g className="neighbours" {...forEyesOnly}>
      <path className="land" d={landPath} />
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
