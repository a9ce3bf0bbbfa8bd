/** One state: the same sentence and figures, where its children are now, what waits, what is overdue, what INM says. */
import '../ui/styles/alerts.css'
import '../ui/styles/alert.css'
import '../ui/styles/dialog.css'
import '../ui/styles/alerts-narrow.css'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { mayReadAlerts, useSession } from '../api/session.ts'
import { useSight } from '../api/sight.ts'
import { AuthoritySaysTile } from '../tiles/authority-says/authority-says-tile.tsx'
import { BacklogByAgeTile } from '../tiles/backlog-by-age/backlog-by-age-tile.tsx'
import { CohortTile } from '../tiles/cohort/cohort-tile.tsx'
import { FacilitiesNowTile } from '../tiles/facilities-now/facilities-now-tile.tsx'
import { FilterLineTile } from '../tiles/filter-line/filter-line-tile.tsx'
import { HeldNowTile } from '../tiles/held-now/held-now-tile.tsx'
import { OverdueDutiesTile } from '../tiles/overdue-duties/overdue-duties-tile.tsx'
import { ReportingTile } from '../tiles/reporting/reporting-tile.tsx'
import { ReturnsWithoutDeterminationTile } from '../tiles/returns-without-determination/returns-without-determination-tile.tsx'
import { StateComparisonTile } from '../tiles/state-comparison/state-comparison-tile.tsx'
import { StateHeadingTile } from '../tiles/state-heading/state-heading-tile.tsx'
import { UnprocessedCasesTile } from '../tiles/unprocessed-cases/unprocessed-cases-tile.tsx'
import { Beyond } from '../ui/beyond.tsx'
import { useTitle } from '../ui/use-title.ts'
import { isStateCode, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

/** With the words of the law behind it, it comes after the figures. */
const StateAlertsTile = lazy(() =>
  import('../tiles/alerts/state-alerts-tile.tsx').then((tile) => ({ default: tile.StateAlertsTile })),
)

export function StatePage() {
  const { t, language } = useWords()
  const { sees } = useSight()
  const code = useParams({ from: '/estado/$code', select: (params) => params.code })
  if (!isStateCode(code)) return <UnknownState code={code} />
  return (
    <PageScope code={code} title={t('frame.title.estado', { place: stateName(code, language) })}>
      <div className="state-screen">
        <StateHeadingTile />
        {sees(code) ? <OfTheState /> : <Beyond code={code} />}
      </div>
    </PageScope>
  )
}

function OfTheState() {
  const session = useSession()
  const seesAlerts = session.state === 'in' && mayReadAlerts(session.person)
  return (
    <>
      <FilterLineTile />
      <CohortTile />
      <div className="figures">
        <HeldNowTile />
        <UnprocessedCasesTile />
        <ReturnsWithoutDeterminationTile />
      </div>
      <StateComparisonTile />
      <FacilitiesNowTile />
      <div className="pair">
        <BacklogByAgeTile />
        <OverdueDutiesTile />
      </div>
      {seesAlerts ? (
        <div className="pair">
          <ReportingTile />
          <Suspense fallback={<div className="bone alerts-bone" />}>
            <StateAlertsTile />
          </Suspense>
        </div>
      ) : (
        <ReportingTile />
      )}
      <AuthoritySaysTile />
    </>
  )
}

function UnknownState({ code }: { code: string }) {
  const { t } = useWords()
  useTitle(t('status.notFound').replace(/\.$/, ''))
  return (
    <div className="failure">
      <h1>{t('status.unknownState', { code })}</h1>
      <p>
        <a href="/panorama">{t('status.home')}</a>
      </p>
    </div>
  )
}
