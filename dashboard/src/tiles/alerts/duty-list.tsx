/** A list of alerts about the reader's own office, the last opened first: what is owed, to whom, since when; and the answer. */
import { dutyCited } from '@vigia/law/alert-duties'
import { useState } from 'react'
import type { AlertSeverity } from '../../api/filters.ts'
import { useSession } from '../../api/session.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { LongWords } from '../../ui/long-words.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { alertEnding } from '../../words/alert-endings.ts'
import { ownOffice } from '../../words/alert-offices.ts'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import { ActButtons } from './act-buttons.tsx'
import { Article } from './article.tsx'
import { DutiesDocument, type Duty } from './duty-query.ts'
import { PartlyRows } from './partly.tsx'
import { useInstant } from './use-instant.ts'
import { useKnow } from './use-know.ts'
import { useWhom } from './use-whom.ts'

const ON_A_PAGE = 25
const SECONDS_BETWEEN = 3
const COLUMNS = ['severity', 'what', 'whom', 'when', 'act'] as const

type Shown = { isOpen: boolean; severity: AlertSeverity | undefined; state: string | undefined }

/** Of one severity, or of all in the order in which they were opened. */
export function DutyList({ name, ...shown }: Shown & { name: string }) {
  const { duties: words } = useNoticeWords()
  const { pages, more } = usePages()
  return (
    <>
      <table className="list alert-list" aria-label={name} {...asTable}>
        <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
        {pages.map((of) => (
          <DutyPage key={of.page} of={of} {...shown} />
        ))}
      </table>
      {more && (
        <button className="action more" type="button" onClick={more}>
          {words.more}
        </button>
      )}
    </>
  )
}

function DutyPage({ of, isOpen, severity, state }: { of: PageOf } & Shown) {
  const { duties: words } = useNoticeWords()
  const { t } = useWords()
  const filter = { isOpen, ...(severity && { severity: [severity] }), ...(state && { state }) }
  const variables = { filter, first: ON_A_PAGE, after: of.after }
  // That nothing is broken is told where all that is open was asked for.
  const none = isOpen && !severity && !state ? words.none : t('alerts.noneOfThese')
  const asked = useLiveQuery({ query: DutiesDocument, variables }, SECONDS_BETWEEN)
  const page = asked.data?.dutyAlerts
  useEnd(of, page?.pageInfo)
  const rows = page?.edges ?? []
  return (
    <tbody {...asRows}>
      <PartlyRows failure={rows.length > 0 ? asked.failure : null} columns={COLUMNS.length}>
        {rows.map(({ node }) => (
          <Row key={node.id} duty={node} />
        ))}
      </PartlyRows>
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {page ? <p className="none">{none}</p> : <TileStatus title={words.title} height="20rem" {...asked} />}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Row({ duty }: { duty: Duty }) {
  const { duties: words } = useNoticeWords()
  const { t, language } = useWords()
  const instant = useInstant()
  const know = useKnow()
  const session = useSession()
  const [isAnswered, setAnswered] = useState(false)
  // Where it is told and the child is not, it is about the place itself.
  const about = { ...duty, place: duty.child ? null : duty.facility }
  const { whom, place } = useWhom()(about)
  const office = session.state === 'in' ? ownOffice(session.person.role) : null
  const owed = { ...about, overseers: [], dutyHolders: office ? [office] : [], closedAt: null }
  const { kind, severity, citation, since, openedAt, resolvedAt } = duty
  return (
    <tr {...asRow}>
      <td {...asCell}>
        <SeverityMark severity={SEVERITY_MARKS[severity]} />
      </td>
      <th scope="row" {...asRowHead}>
        {alertKindName(kind, language)}
        <small>
          <Article basis={dutyCited(kind, citation)} />
        </small>
        {!resolvedAt && <small>{`${t('alerts.endedBy')}: ${alertEnding(kind, language)}`}</small>}
      </th>
      <td {...asCell}>
        <LongWords>{whom}</LongWords>
        {place && (
          <small>
            <LongWords>{place}</LongWords>
          </small>
        )}
      </td>
      <td {...asCell}>
        {words.since(instant(since))}
        <small>{resolvedAt ? words.resolved(instant(resolvedAt)) : words.opened(instant(openedAt))}</small>
      </td>
      <td {...asCell}>
        <ActButtons alert={owed} only={['answer']} onDone={() => setAnswered(true)} onOpen={() => know(duty.id)} />
        <small>{isAnswered && words.answered}</small>
      </td>
    </tr>
  )
}
