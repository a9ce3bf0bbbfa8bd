/** Notices without a case, by how long they have waited: bars from zero, with the limits of the rule. */

import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { drawn, isSmall, SMALLEST_SHOWN, WITHHELD_SHARE } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { withheldInBacklog } from '../../format/withheld-backlog.ts'
import { Heard } from '../../ui/heard.tsx'
import { Part } from '../../ui/part.tsx'
import { type Severity, SeverityMark } from '../../ui/severity-mark.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'

const BacklogByAge = graphql(`
  query BacklogByAge($code: ID!, $filter: CountFilter) {
    state(code: $code) {
      code
      casework(filter: $filter) {
        asOf
        calendar
        unprocessed
        unprocessedByAge {
          bucket
          count
        }
      }
    }
  }
`)

type Casework = NonNullable<NonNullable<ResultOf<typeof BacklogByAge>['state']>['casework']>
type Bucket = Casework['unprocessedByAge'][number]

/** A06: amber from 24 hours, red from 72, critical after 5 working days; the law puts no number on it. */
const LEVELS: Record<Bucket['bucket'], Severity | null> = {
  UNDER_24_HOURS: null,
  FROM_24_TO_72_HOURS: 'amber',
  FROM_72_HOURS_TO_5_WORKING_DAYS: 'red',
  OVER_5_WORKING_DAYS: 'critical',
}

export function BacklogByAgeTile() {
  const { t } = useWords()
  const { code, filter } = useScope()
  const asked = useLiveQuery({ query: BacklogByAge, variables: { code, filter } })
  const casework = asked.data?.state?.casework
  const title = t('state.backlog.title')
  return (
    <Part
      id="backlog"
      title={title}
      source="INM, PPNNA"
      asOf={casework?.asOf ?? null}
      how="unprocessed"
      file={{ list: 'backlog-by-age' }}
    >
      {casework ? <Backlog casework={casework} /> : <TileStatus title={title} height="9rem" {...asked} />}
    </Part>
  )
}

function Backlog({ casework: { calendar, unprocessed, unprocessedByAge } }: { casework: Casework }) {
  const { t } = useWords()
  const { day, count } = useFormat()
  // "2026-11-25+3": the day of its dates, and how many entries on suspensions are in it.
  const [dates = '', entered = '0'] = calendar.split('+')
  const entries = Number(entered)
  if (unprocessed === 0) return <p className="none">{t('state.backlog.none')}</p>
  const isBeside = withheldInBacklog(unprocessedByAge)
  const lengthOf = ({ bucket, count }: Bucket) => (isBeside(bucket) ? SMALLEST_SHOWN : drawn(count))
  const highest = Math.max(...unprocessedByAge.map(lengthOf))
  return (
    <>
      <table className="list queue" aria-labelledby="backlog-title">
        <thead className="unseen">
          <tr>
            <th scope="col">{t('state.backlog.age')}</th>
            <td />
            <th scope="col">{t('state.backlog.count')}</th>
            <th scope="col">{t('state.backlog.share')}</th>
            <th scope="col">{t('state.backlog.level')}</th>
          </tr>
        </thead>
        <tbody>
          {unprocessedByAge.map((each) => (
            <BacklogRow
              key={each.bucket}
              {...each}
              share={each.count / unprocessed}
              length={lengthOf(each) / highest}
              isBeside={isBeside(each.bucket)}
            />
          ))}
        </tbody>
      </table>
      <p className="note">{t('state.backlog.calendar', { day: day(dates), count: entries, n: count(entries) })}</p>
    </>
  )
}

type RowProps = Bucket & { share: number; length: number; isBeside: boolean }

function BacklogRow({ bucket, count, share, length, isBeside }: RowProps) {
  const { t } = useWords()
  const format = useFormat()
  const level = LEVELS[bucket]
  return (
    <tr>
      <th scope="row">{t(`state.backlog.buckets.${bucket}`)}</th>
      <td className="bar-cell">
        <i data-level={level ?? 'within'} style={{ width: `${length * 100}%` }} />
      </td>
      <td className="number">
        <b>
          <Heard count={count}>{format.cell(count, isBeside)}</Heard>
        </b>
      </td>
      <td className="number">{isSmall(count) || isBeside ? WITHHELD_SHARE : format.share(share)}</td>
      <td>
        {level ? <SeverityMark severity={level} /> : <span className="quiet-text">{t('state.backlog.within')}</span>}
      </td>
    </tr>
  )
}
