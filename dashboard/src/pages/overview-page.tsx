/** The overview: what became of one cohort, three figures, where and since when, and what the authority says of itself. */
import { lazy, Suspense } from 'react'
import { useSight } from '../api/sight.ts'
import { CohortTile } from '../tiles/cohort/cohort-tile.tsx'
import { FilterLineTile } from '../tiles/filter-line/filter-line-tile.tsx'
import { HeldNowTile } from '../tiles/held-now/held-now-tile.tsx'
import { ReturnsWithoutDeterminationTile } from '../tiles/returns-without-determination/returns-without-determination-tile.tsx'
import { UnprocessedCasesTile } from '../tiles/unprocessed-cases/unprocessed-cases-tile.tsx'
import { Beyond, BeyondNote, WaysWithin } from '../ui/beyond.tsx'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

const OverviewLower = lazy(() => import('./overview-lower.tsx').then((module) => ({ default: module.OverviewLower })))

export function OverviewPage() {
  const { t } = useWords()
  return (
    <PageScope code={NATION} title={t('frame.title.panorama')}>
      <div className="overview">
        <FilterLineTile />
        <WhatIsSeen />
        <Suspense fallback={<div className="bone lower-bone" role="status" aria-label={t('status.loading')} />}>
          <OverviewLower />
        </Suspense>
      </div>
    </PageScope>
  )
}

/** Of the country; for an office of one state, of that state. */
function WhatIsSeen() {
  const { t } = useWords()
  const { sees, states } = useSight()
  if (sees(NATION)) return <Figures />
  const [state, ...others] = states ?? []
  if (state === undefined || others.length > 0) return <Beyond code={NATION} />
  return (
    <PageScope code={state} title={t('frame.title.panorama')}>
      <Figures />
      <p className="note">
        <BeyondNote code={NATION} /> <WaysWithin />
      </p>
    </PageScope>
  )
}

function Figures() {
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
