/** Alerts about the reader's own office, the gravest first, and how many there are of each severity. */

import { type AlertSeverity, SEVERITIES } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { type Asked, useLiveQuery } from '../../api/use-live-query.ts'
import { Choice } from '../../ui/choice.tsx'
import { StateNarrowing } from '../../ui/state-narrowing.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { ALERT_SEVERITIES } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import { DutyList } from './duty-list.tsx'
import { type DutyCounts, DutyCountsDocument } from './duty-query.ts'
import { useNobodyTold } from './nobody-told.tsx'
import { NotLive } from './not-live.tsx'
import { SeverityCounts, type Totals, useTotal } from './severity-counts.tsx'
import { SeverityNarrowing } from './severity-narrowing.tsx'

const SECONDS_BETWEEN = 3

export function DutiesTile() {
  const { duties: words } = useNoticeWords()
  const { search, narrow } = useSearch()
  const shown = search.situacion === 'resueltas' ? search.situacion : undefined
  const variables = { state: search.entidad ?? null }
  const asked = useLiveQuery({ query: DutyCountsDocument, variables }, SECONDS_BETWEEN)
  const totals = totalsIn(asked.data)
  const isNone = !shown && totals !== null && Object.values(totals).every((total) => total === 0)
  const untold = useNobodyTold({ isNone, state: search.entidad, title: words.title, height: '20rem', asked })
  return (
    <div className="alerts-screen">
      <header className="alerts-head">
        <h1>{words.title}</h1>
        {!shown && totals && !untold && <SeverityCounts totals={totals} scopeKey={search.entidad ?? ''} />}
      </header>
      <NotLive />
      <p className="duties-lead">{words.lead}</p>
      <form className="list-filter" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={words.showing}
          options={[
            { value: undefined, label: words.open },
            { value: 'resueltas', label: words.over },
          ]}
          value={shown}
          onChoose={(situacion) => narrow({ situacion })}
        />
        <SeverityNarrowing />
        <StateNarrowing />
      </form>
      {untold ?? <Lists totals={totals} asked={asked} shown={shown} />}
    </div>
  )
}

type ListsProps = { totals: Totals | null; asked: Asked<DutyCounts>; shown: 'resueltas' | undefined }

/** Of what the reader chose one; of all that is open, the gravest first. */
function Lists({ totals, asked, shown }: ListsProps) {
  const { duties: words } = useNoticeWords()
  const { gravedad, entidad: state } = useSearch().search
  if (!shown && !gravedad) return <GravestFirst {...{ totals, asked, state }} />
  const severity = gravedad && SEVERITIES[gravedad]
  return (
    <DutyList
      key={`${shown} ${gravedad} ${state}`}
      name={words.title}
      {...{ isOpen: shown === undefined, severity, state }}
    />
  )
}

/** Null while a count of them is not to be had. */
function totalsIn(data: DutyCounts | undefined): Totals | null {
  if (!data?.CRITICAL || !data.RED || !data.AMBER) return null
  return { CRITICAL: data.CRITICAL.totalCount, RED: data.RED.totalCount, AMBER: data.AMBER.totalCount }
}

type Props = { totals: Totals | null; asked: Asked<DutyCounts>; state: string | undefined }

/** A list for each severity of which any is open. Where nobody could count them, one of all. */
function GravestFirst({ totals, asked, state }: Props) {
  const { duties: words } = useNoticeWords()
  if (!totals && asked.isLoading) return <TileStatus title={words.title} height="20rem" {...asked} />
  const open = ALERT_SEVERITIES.filter((severity) => totals && totals[severity] !== 0)
  if (!totals || open.length === 0) return <DutyList name={words.title} isOpen severity={undefined} state={state} />
  return open.map((severity) => (
    <OfSeverity key={`${severity} ${state}`} {...{ severity, state }} total={totals[severity]} />
  ))
}

function OfSeverity({
  severity,
  total,
  state,
}: {
  severity: AlertSeverity
  total: number | null
  state: string | undefined
}) {
  const { t } = useWords()
  const totalOf = useTotal()
  const id = `obligaciones-${severity.toLowerCase()}`
  const name = t(`alerts.groups.${severity}`)
  return (
    <section aria-labelledby={id} className="alert-group">
      <header className="part-head">
        <h2 id={id}>
          {name} <span>{totalOf(total)}</span>
        </h2>
      </header>
      <DutyList isOpen {...{ name, severity, state }} />
    </section>
  )
}
