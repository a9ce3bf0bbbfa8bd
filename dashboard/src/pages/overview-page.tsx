/** The overview: what became of one cohort, three figures, where and since when, and what the authority says of itself. */
import { AuthoritySaysTile } from '../tiles/authority-says/authority-says-tile.tsx'
import { CohortTile } from '../tiles/cohort/cohort-tile.tsx'
import { FilterLineTile } from '../tiles/filter-line/filter-line-tile.tsx'
import { HeldNowTile } from '../tiles/held-now/held-now-tile.tsx'
import { ReturnsWithoutDeterminationTile } from '../tiles/returns-without-determination/returns-without-determination-tile.tsx'
import { StateMapTile } from '../tiles/state-map/state-map-tile.tsx'
import { StateTableTile } from '../tiles/state-table/state-table-tile.tsx'
import { UnprocessedCasesTile } from '../tiles/unprocessed-cases/unprocessed-cases-tile.tsx'
import { WeeklyTrendTile } from '../tiles/weekly-trend/weekly-trend-tile.tsx'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { PageScope } from './page-scope.tsx'

export function OverviewPage() {
  const { t } = useWords()
  return (
    <PageScope code={NATION} title={t('frame.title.panorama')}>
      <div className="overview">
        <FilterLineTile />
        <CohortTile />
        <div className="figures">
          <HeldNowTile />
          <UnprocessedCasesTile />
          <ReturnsWithoutDeterminationTile />
        </div>
        <div className="where">
          <div className="where-map">
            <StateMapTile />
            <WeeklyTrendTile />
          </div>
          <StateTableTile />
        </div>
        <AuthoritySaysTile />
      </div>
    </PageScope>
  )
}
