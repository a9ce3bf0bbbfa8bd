/** The overview: what became of one cohort, three figures, where and since when, and what the authority says of itself. */
import { lazy, Suspense } from 'react'
import { useSight } from '../api/sight.ts'
import { CohortTile } from '../tiles/cohort/cohort-tile.tsx'
import { FilterLineTile } from '../tiles/filter-line/filter-line-tile.tsx'
import { HeldNowTile } from '../tiles/held-now/held-now-tile.tsx'
import { ReturnsWithoutDeterminationTile } from '../tiles/returns-without-determination/returns-without-determination-tile.tsx'
import { UnprocessedCasesTile } from '../tiles/unprocessed-cases/unprocessed-cases-tile.tsx'
import { Beyond } from '../ui/beyond.tsx'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

const OverviewLower = lazy(() => import('./overview-lower.tsx').then((module) => ({ default: module.OverviewLower })))

export function OverviewPage() {
  const { t } = useWords()
  const { sees } = useSight()
  return (
    <PageScope code={NATION} title={t('frame.title.panorama')}>
      <div className="overview">
        <FilterLineTile />
        {sees(NATION) ? <OfTheCountry /> : <Beyond code={NATION} />}
        <Suspense fallback={<div className="bone lower-bone" role="status" aria-label={t('status.loading')} />}>
          <OverviewLower />
        </Suspense>
      </div>
    </PageScope>
  )
}

function OfTheCountry() {
  return (
    <>
      <CohortTile />
      <div className="figures">
        <HeldNowTile />
        <UnprocessedCasesTile />
        <ReturnsWithoutDeterminationTile />
      </div>
    </>
  )
}
