/** What stands below the fold of the overview: where, since when, every state, and what the authority says. Comes late. */
import { AuthoritySaysTile } from '../tiles/authority-says/authority-says-tile.tsx'
import { StateMapTile } from '../tiles/state-map/state-map-tile.tsx'
import { StateTableTile } from '../tiles/state-table/state-table-tile.tsx'
import { WeeklyTrendTile } from '../tiles/weekly-trend/weekly-trend-tile.tsx'

export function OverviewLower() {
  return (
    <>
      <div className="where">
        <div className="where-map">
          <StateMapTile />
          <WeeklyTrendTile />
        </div>
        <StateTableTile />
      </div>
      <AuthoritySaysTile />
    </>
  )
}
