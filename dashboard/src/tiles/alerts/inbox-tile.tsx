/** The inbox: how many are open and how grave, narrowed by the address, as lines that open; what was resolved, one by one. */
import { useAlertStream } from '../../api/alert-stream.ts'
import { useSight } from '../../api/sight.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useTold } from '../../ui/use-told.ts'
import { ALERT_SEVERITIES, ALERT_STEP_CODES } from '../../words/alert-words.ts'
import { folioWords } from '../../words/folio-words.ts'
import { historyWords } from '../../words/history-words.ts'
import { useWords } from '../../words/words.ts'
import { type AlertLine, closedIn, linesOf, OpenAlertsDocument, sumOf, totalsOf, withNation } from './alert-lines.ts'
import { AlertPages } from './alert-pages.tsx'
import { ClosedToo } from './closed-too.tsx'
import { FilterLine } from './filter-line.tsx'
import { LineTable } from './line-table.tsx'
import { useNobodyTold } from './nobody-told.tsx'
import { NotLive } from './not-live.tsx'
import { OldestUnseen } from './oldest-unseen.tsx'
import { SeverityCounts } from './severity-counts.tsx'
import { Untold } from './untold.tsx'
import { alertFilterOf, isHistory, useNarrowed } from './use-narrowed.ts'

const SECONDS_BETWEEN = 3

export function InboxTile() {
  const { t, language } = useWords()
  const narrowed = useNarrowed()
  const { isOneByOne, isNarrow, standing, severity, ...place } = narrowed
  useAlertStream({
    ...(place.state && { state: place.state }),
    ...(place.kind && { kind: [place.kind] }),
    // Of whatever severity: what becomes graver leaves the line in which it was.
    steps: ALERT_STEP_CODES,
  })
  const asked = useLiveQuery({ query: OpenAlertsDocument, variables: {} }, SECONDS_BETWEEN)
  const states = asked.data && withNation(asked.data)
  const lines = linesOf(states, { ...place, severity })
  const inPlace = linesOf(states, place)
  const { states: seen } = useSight()
  const isOfOneState = place.state !== undefined || seen?.length === 1
  const ofStanding = t(`alerts.titles.${standing ?? 'abiertas'}`)
  const title = isHistory(narrowed) ? historyWords(language).title : ofStanding
  const untold = useNobodyTold({ isNone: inPlace?.length === 0, state: place.state, title, height: '30rem', asked })
  useToldLines(JSON.stringify([place, severity]), isOneByOne || untold ? null : lines)
  return (
    <div className="alerts-screen">
      <header className="alerts-head">
        <h1>{title}</h1>
        {inPlace && !isOneByOne && !untold && (
          <SeverityCounts totals={totalsOf(inPlace)} scopeKey={JSON.stringify(place)} />
        )}
        {!isOneByOne && <ClosedToo count={closedIn(states, { ...place, severity })} />}
        {!isOneByOne && lines && lines.length > 0 && <OldestUnseen filter={alertFilterOf(narrowed)} />}
      </header>
      <NotLive />
      <Untold />
      <FilterLine />
      {isOneByOne && (
        <AlertPages
          key={JSON.stringify(narrowed)}
          filter={alertFilterOf(narrowed)}
          name={title}
          none={isHistory(narrowed) ? folioWords(language).none : t('alerts.noneOfThese')}
        />
      )}
      {!isOneByOne && untold}
      {!isOneByOne && !untold && lines && <Lines lines={lines} isNarrow={isNarrow} isOfOneState={isOfOneState} />}
      {!isOneByOne && !lines && <TileStatus title={title} height="30rem" {...asked} />}
    </div>
  )
}

/** How many alerts the reader's choice has left; of a list of them one by one, nobody has counted. */
function useToldLines(choice: string, lines: readonly AlertLine[] | null) {
  const { t } = useWords()
  const { count } = useFormat()
  useTold({ choice, answer: choice, sentence: lines && left(sumOf(lines)) })

  function left(n: number): string {
    return n === 0 ? t('alerts.none') : t('alerts.lines', { count: n, n: count(n) })
  }
}

type LinesProps = {
  lines: readonly AlertLine[]
  isNarrow: boolean
  isOfOneState: boolean
}

function Lines({ lines, isNarrow, isOfOneState }: LinesProps) {
  const { t } = useWords()
  if (lines.length === 0) return <p className="none">{t(isNarrow ? 'alerts.none' : 'alerts.noneAtAll')}</p>
  const bySeverity = Map.groupBy(lines, ({ severity }) => severity)
  return (
    <>
      {ALERT_SEVERITIES.flatMap((severity) => {
        const grave = bySeverity.get(severity)
        return grave ? [<LineTable key={severity} severity={severity} lines={grave} isOfOneState={isOfOneState} />] : []
      })}
      <p className="note keys">{t('alerts.keys')}</p>
    </>
  )
}
