/** A line of the inbox: what is open of one kind and severity in one state, and how many; it opens into notices of them. */
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { NATION, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { AlertLine } from './alert-lines.ts'
import { NoticePages } from './notice-pages.tsx'

type Props = {
  line: AlertLine
  /** Of a line that stands by itself; null for one that stands below what is wrong, and is called by its state. */
  law: ReactNode | null
  /** As many as a whole bar: all of its kind, or of a line that stands by itself the most of any beside it. */
  full: number
}

export function LineRow({ line, law, full }: Props) {
  const { t, language } = useWords()
  const { count } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { kind, state, severity } = line
  const what = alertKindName(kind, language)
  const where = stateName(state, language)
  const of = state === NATION ? { isOfNation: true } : { state }
  return (
    <>
      <tr {...asRow} data-unfolded={isOpen || undefined} data-alone={law ? true : undefined}>
        <td {...asCell}>{law && <SeverityMark severity={SEVERITY_MARKS[severity]} />}</td>
        <th scope="row" {...asRowHead}>
          <button
            className="line-head"
            type="button"
            data-line
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'alerts.fold' : 'alerts.unfold', { what, where })}
            onClick={() => setOpen(!isOpen)}
          >
            {law ? what : where}
          </button>
          {law}
        </th>
        <td className="number" {...asCell}>
          <b>
            <Changing>{count(line.count)}</Changing>
          </b>
        </td>
        <td className="bar-cell" {...asCell}>
          <i aria-hidden="true" style={{ width: `${(line.count / full) * 100}%` }} />
        </td>
      </tr>
      {isOpen && (
        <tr {...asRow} className="under-line">
          <td colSpan={4} {...asCell}>
            <NoticePages
              filter={{ ...of, kind: [kind], severity: [severity], isOpen: true }}
              name={`${what}, ${where}: ${t('alerts.lines', { count: line.count, n: count(line.count) })}`}
            />
          </td>
        </tr>
      )}
    </>
  )
}
