/** What stands below the fold of the overview: where, since when, every state, and what the authority says. Comes late. */
import { useSight } from '../api/sight.ts'
import { AuthoritySaysTile } from '../tiles/authority-says/authority-says-tile.tsx'
import { StateMapTile } from '../tiles/state-map/state-map-tile.tsx'
import { StateTableTile } from '../tiles/state-table/state-table-tile.tsx'
import { WeeklyTrendTile } from '../tiles/weekly-trend/weekly-trend-tile.tsx'
import { NATION } from '../words/states.ts'

/** For an office of some states, of these states alone. */
export function OverviewLower() {
  const isOfCountry = useSight().sees(NATION)
  return (
    <>
      <div className="where">
        <div className="where-map">
          <StateMapTile />
          {isOfCountry && <WeeklyTrendTile />}
        </div>
        <StateTableTile />
      </div>
      {isOfCountry && <AuthoritySaysTile />}
    </>
  )
}
