/** The alerts of a state as they stood at the end of a day, as the registry knew them then; and the eight weeks before that day. */
import { graphql } from '../../api/graphql.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { addDays, endOfDay } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { Pause } from '../../ui/pause.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { AlertPages } from './alert-pages.tsx'

const WeeksOfAlertsDocument = graphql(`
  query WeeksOfAlerts($code: ID!, $days: [Date!]!) {
    state(code: $code) {
      openAlertsOn(days: $days, severity: [CRITICAL]) {
        day
        count
      }
    }
  }
`)

const WEEKS = 8
const DAYS_IN_WEEK = 7
const SECONDS_BETWEEN = 60

export function StateOnDay() {
  const { t } = useWords()
  const { code, today } = useScope()
  const { search, narrow } = useSearch()
  const { day } = useFormat()
  const chosen = search.dia && search.dia < today ? search.dia : null
  const name = chosen ? t('alerts.onDay', { day: day(chosen) }) : t('alerts.weeks')
  return (
    <div className="on-day">
      <h3>{name}</h3>
      <label>
        {t('alerts.chooseDay')}{' '}
        <input
          type="date"
          max={addDays(today, -1)}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ dia: value || undefined })}
        />
      </label>
      <Weeks code={code} until={chosen ?? today} />
      {chosen && (
        <AlertPages
          key={chosen}
          filter={{ state: code }}
          at={endOfDay(chosen)}
          name={name}
          none={t('alerts.noneOnDay')}
        />
      )}
    </div>
  )
}

/** How many criticals stood open at the end of each week: before the first that it knew, the registry says nothing, and not 0. */
function Weeks({ code, until }: { code: string; until: string }) {
  const { t } = useWords()
  const { count, shortDay } = useFormat()
  const days = Array.from({ length: WEEKS }, (_, week) => addDays(until, DAYS_IN_WEEK * (week + 1 - WEEKS)))
  const asked = useLiveQuery({ query: WeeksOfAlertsDocument, variables: { code, days } }, SECONDS_BETWEEN)
  const open = asked.data?.state?.openAlertsOn
  if (!open || asked.failure) return <TileStatus title={t('alerts.weeks')} height="7rem" {...asked} />
  const first = open.findIndex((week) => week.count)
  const most = Math.max(1, ...open.map((week) => week.count ?? 0))
  return (
    <>
      <ol className="weeks">
        {open.map((week, place) => (
          <li key={week.day}>
            <i aria-hidden="true" style={{ height: `${((week.count ?? 0) / most) * 100}%` }} />
            <b>{place < first || first === -1 || week.count === null ? '–' : count(week.count)}</b>
            <Pause />
            <small>{shortDay(week.day)}</small>
          </li>
        ))}
      </ol>
      <p className="note">
        {t('alerts.weeksNote')} {first !== 0 && t('alerts.weeksBefore')}
      </p>
    </>
  )
}
