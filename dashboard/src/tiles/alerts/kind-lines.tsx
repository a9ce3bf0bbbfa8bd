/**
 * What is wrong, its article, and below where: a line a state, the worst first; of one state it is the line itself. On a telephone the
 * states come when they are asked for: with them the list of a country is twenty screens long.
 */
import { useId, useState } from 'react'
import type { AlertKind, AlertSeverity } from '../../api/filters.ts'
import { useFormat } from '../../format/use-format.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { asCell, asRow, asRowHead, asRows } from '../../ui/table-roles.ts'
import { useIsNarrow } from '../../ui/use-media.ts'
import { alertKindName, dutyBehind, SEVERITY_MARKS, termsRestOnIn } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import { type AlertLine, sumOf } from './alert-lines.ts'
import { Article } from './article.tsx'
import { LineRow } from './line-row.tsx'

const SHOWN_AT_FIRST = 4

type Props = {
  kind: AlertKind
  severity: AlertSeverity
  lines: readonly AlertLine[]
  isOfOneState: boolean
  /** As many as the longest bar of the whole list. */
  most: number
}

export function KindLines({ kind, severity, lines, isOfOneState, most }: Props) {
  const isNarrow = useIsNarrow()
  const named = useId()
  // As it was when it came: a telephone that is turned closes nothing that was opened.
  const [shown, show] = useState(isNarrow ? 0 : SHOWN_AT_FIRST)
  const law = <KindLaw {...{ kind, severity, lines }} />
  if (isOfOneState)
    return (
      <tbody {...asRows}>
        {lines.map((line) => (
          <LineRow key={line.state} line={line} law={law} full={most} />
        ))}
      </tbody>
    )
  const hidden = lines.length - shown
  // One more line takes no more room than the button that hides it.
  const isFolded = hidden > 1
  return (
    <tbody {...asRows}>
      <KindHead lines={lines} {...{ kind, severity, law, named }} />
      {(isFolded ? lines.slice(0, shown) : lines).map((line) => (
        <LineRow key={line.state} line={line} law={null} full={sumOf(lines)} />
      ))}
      {isFolded && <Folded {...{ named, hidden }} isAll={shown === 0} onOpen={() => show(Number.POSITIVE_INFINITY)} />}
    </tbody>
  )
}

/** `named` is what says the kind: one such button is like another. */
type FoldedProps = { named: string; hidden: number; isAll: boolean; onOpen: () => void }

function Folded({ named, hidden, isAll, onOpen }: FoldedProps) {
  const { t } = useWords()
  const { count } = useFormat()
  const said = isAll ? 'alerts.inStates' : 'alerts.moreStates'
  return (
    <tr {...asRow} className="folded">
      <td {...asCell} />
      <td colSpan={3} {...asCell}>
        <button className="quiet" type="button" aria-describedby={named} onClick={onOpen}>
          {t(said, { count: hidden, n: count(hidden) })}
        </button>
      </td>
    </tr>
  )
}

type HeadProps = Pick<Props, 'kind' | 'severity' | 'lines'> & { law: React.ReactNode; named: string }

function KindHead({ kind, severity, lines, law, named }: HeadProps) {
  const { language } = useWords()
  const { count } = useFormat()
  return (
    <tr {...asRow} className="kind">
      <td {...asCell}>
        <SeverityMark severity={SEVERITY_MARKS[severity]} />
      </td>
      <th scope="rowgroup" {...asRowHead}>
        <span id={named}>{alertKindName(kind, language)}</span>
        {law}
      </th>
      <td className="number" {...asCell}>
        <b>{count(sumOf(lines))}</b>
      </td>
      <td {...asCell} />
    </tr>
  )
}

/** Whether its term is the law's, a ruling's, Vigía's or the secretary's, and the article. */
function KindLaw({ kind, severity, lines }: Pick<Props, 'kind' | 'severity' | 'lines'>) {
  const { t } = useWords()
  const isSet = lines.map(({ isTermSet }) => isTermSet)
  return (
    <small>
      <span className="source">
        {termsRestOnIn(kind, severity, isSet)
          .map((rest) => t(`alerts.sources.${rest}`))
          .join(' / ')}
      </span>{' '}
      <Article basis={dutyBehind(kind)} />
    </small>
  )
}
