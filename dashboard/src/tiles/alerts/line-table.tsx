/** Lines of one severity under what is wrong: each opens into its alerts. J and K go down and up, as in a list of mail. */
import type { KeyboardEvent } from 'react'
import type { AlertKind, AlertSeverity } from '../../api/filters.ts'
import { useFormat } from '../../format/use-format.ts'
import { asCell, asColumnHead, asRow, asRows, asTable } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { type AlertLine, sumOf } from './alert-lines.ts'
import { KindLines } from './kind-lines.tsx'

type Props = {
  severity: AlertSeverity
  lines: readonly AlertLine[]
  /** Of one state: what is wrong is the line, and says no place. */
  isOfOneState: boolean
}

export function LineTable({ severity, lines, isOfOneState }: Props) {
  const { t } = useWords()
  const { count } = useFormat()
  const id = `alertas-${severity.toLowerCase()}`
  const most = Math.max(...lines.map((line) => line.count))
  const byKind: readonly [AlertKind, readonly AlertLine[]][] = [...Map.groupBy(lines, ({ kind }) => kind)]
  return (
    <section aria-labelledby={id} className="alert-group">
      <header className="part-head">
        <h2 id={id}>
          {t(`alerts.groups.${severity}`)} <span>{count(sumOf(lines))}</span>
        </h2>
      </header>
      <table className="list alert-lines" aria-labelledby={id} onKeyDown={goByLetters} {...asTable}>
        <thead {...asRows}>
          <tr {...asRow}>
            <th scope="col" {...asColumnHead}>
              {t('alerts.columns.severity')}
            </th>
            <th scope="col" {...asColumnHead}>
              {t('alerts.columns.what')}
            </th>
            <th scope="col" className="number" {...asColumnHead}>
              {t('alerts.columns.count')}
            </th>
            {isOfOneState ? (
              <td {...asCell} />
            ) : (
              <th scope="col" className="bar-cell" {...asColumnHead}>
                {t('alerts.columns.share')}
              </th>
            )}
          </tr>
        </thead>
        {byKind.map(([kind, ofKind]) => (
          <KindLines key={kind} lines={ofKind} {...{ kind, severity, isOfOneState, most }} />
        ))}
      </table>
    </section>
  )
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** Only while one is in the list: a letter typed elsewhere means itself. */
function goByLetters(event: KeyboardEvent<HTMLElement>) {
  const { target } = event
  const step = STEPS[event.key.toLowerCase()]
  const isTyping = !(target instanceof HTMLElement) || target.matches('input, textarea, select')
  if (!step || isTyping || event.metaKey || event.ctrlKey || event.altKey) return
  const page = event.currentTarget.closest('.alerts-screen')
  const heads = [...(page?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const here = heads.findLastIndex((head) => isAtOrAfter(target, head))
  const next = heads[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

const isAtOrAfter = (node: Node, head: Node) =>
  node === head || (head.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
