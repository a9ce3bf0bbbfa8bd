/** The calendar of working days: on which days which authority suspends its work. The federal secretary keeps it; all who oversee read it. */
import { CALENDAR_AUTHORITIES } from '@vigia/law/work-suspensions'
import { useState } from 'react'
import { useSearch } from '../../api/search.ts'
import type { Person } from '../../api/session.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { useMoment } from '../../format/use-moment.ts'
import { stand } from '../../ui/stage.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { stateName } from '../../words/states.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { WorkingCalendarDocument, type WorkSuspension, WorkSuspensionsDocument } from './system-queries.ts'
import { RecordSuspensionDialog, WithdrawSuspensionDialog } from './work-suspension-dialogs.tsx'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 15
const COLUMNS = ['whose', 'days', 'why', 'stands'] as const

export function WorkSuspensionsTile({ person }: { person: Person }) {
  const { calendar: words, more: moreWords } = useSystemWords()
  const { pages, more } = usePages()
  const [isTelling, setTelling] = useState(false)
  const mayTell = person.scopes.includes('calendar:keep')
  const version = useLiveQuery({ query: WorkingCalendarDocument, variables: {} }, SECONDS_BETWEEN).data?.workingCalendar
  return (
    <section className="notices-part" aria-labelledby="calendario">
      <header className="part-head">
        <h2 id="calendario">{words.title}</h2>
        {mayTell && (
          <button
            className="action"
            type="button"
            aria-label={`${words.tell}: ${words.title}`}
            onClick={() => setTelling(true)}
          >
            {words.tell}
          </button>
        )}
      </header>
      <table className="list notices-list" aria-labelledby="calendario" {...asTable}>
        <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
        {pages.map((of) => (
          <CalendarPage key={of.page} of={of} mayTell={mayTell} />
        ))}
      </table>
      {more && (
        <p>
          <button className="action" type="button" onClick={more}>
            {moreWords}
          </button>
        </p>
      )}
      <p className="note">
        {words.note} {version && words.version(version)}
      </p>
      {isTelling && <RecordSuspensionDialog onEnd={() => setTelling(false)} />}
    </section>
  )
}

function CalendarPage({ of, mayTell }: { of: PageOf; mayTell: boolean }) {
  const { calendar: words } = useSystemWords()
  const { entidad: state } = useSearch().search
  const variables = { filter: { ...(state && { state }) }, first: ON_A_PAGE, after: of.after }
  const asked = useLiveQuery({ query: WorkSuspensionsDocument, variables }, SECONDS_BETWEEN)
  const suspensions = asked.data?.workSuspensions
  useEnd(of, suspensions?.pageInfo)
  const rows = suspensions?.edges.map(({ node }) => node) ?? []
  return (
    <tbody {...asRows}>
      {rows.map((suspension) => (
        <Row key={suspension.id} suspension={suspension} mayTell={mayTell} />
      ))}
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {suspensions ? (
              <p className="none">{state ? words.noneOfState : words.none}</p>
            ) : (
              <TileStatus title={words.title} height="6rem" {...asked} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Row({ suspension, mayTell }: { suspension: WorkSuspension; mayTell: boolean }) {
  const { calendar: words } = useSystemWords()
  const { language } = useWords()
  const { day } = useFormat()
  const moment = useMoment()
  const { authority, state, from, until, publishedOn, agreement, at, withdrawnAt, withdrawnReason } = suspension
  const days = from === until ? day(from) : words.days(day(from), day(until))
  const whose = CALENDAR_AUTHORITIES[authority][language]
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead}>
        {whose}
        {state && <small>{stateName(state.code, language)}</small>}
      </th>
      <td {...asCell}>{days}</td>
      <td {...asCell}>
        <q>{agreement}</q>
        <small>{words.published(day(publishedOn))}</small>
      </td>
      <td {...asCell}>
        {withdrawnAt ? words.withdrawn(moment(withdrawnAt)) : words.holds(moment(at))}
        {withdrawnReason && (
          <small>
            <q>{withdrawnReason}</q>
          </small>
        )}
        {mayTell && !withdrawnAt && (
          <button
            className="quiet"
            type="button"
            aria-label={`${words.withdraw.do}: ${whose}, ${days}`}
            onClick={() => stand((end) => <WithdrawSuspensionDialog id={suspension.id} onEnd={end} />)}
          >
            {words.withdraw.do}
          </button>
        )}
      </td>
    </tr>
  )
}
