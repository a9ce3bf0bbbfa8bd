/** The state of the page beside another one: the same measures, each pair of bars on one scale, the country as the measure. */
import { lastFourWeeks } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { useSight } from '../../api/sight.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { Part } from '../../ui/part.tsx'
import { StateLink } from '../../ui/state-link.tsx'
import { FailureNote, TileStatus } from '../../ui/tile-status.tsx'
import { NATION, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { MEASURE_IDS, type Side, StateComparisonDocument, valuesOf } from './comparison-query.ts'
import { ComparisonRow } from './comparison-row.tsx'

/** Nothing until another state is chosen in the heading. */
export function StateComparisonTile() {
  const { code } = useScope()
  const { con } = useSearch().search
  return con === undefined || con === code ? null : <Comparison other={con} />
}

function Comparison({ other }: { other: string }) {
  const { t, language } = useWords()
  const { code, cohort, filter, today } = useScope()
  const { narrow } = useSearch()
  const { sees } = useSight()
  const period = { from: cohort.from, to: cohort.to }
  const variables = { code, other, period, filter, lastFourWeeks: lastFourWeeks(today) }
  const asked = useLiveQuery({ query: StateComparisonDocument, variables })
  const title = t('comparison.title', { here: stateName(code, language), there: stateName(other, language) })
  const { here, there, nation } = asked.data ?? {}
  return (
    <Part
      id="comparison"
      className="comparison-part"
      title={title}
      aside={
        <button className="quiet" type="button" onClick={() => narrow({ con: undefined })}>
          {t('comparison.end')}
        </button>
      }
      source="INM, PPNNA, DIF"
      asOf={here?.detection?.asOf ?? null}
      how="table"
      note={t('comparison.note')}
    >
      {here && there ? (
        <>
          {asked.failure && (
            <p className="part-failure" role="status">
              <FailureNote failure={asked.failure} />
            </p>
          )}
          <Sides
            key={asked.question}
            sides={[here, there]}
            nation={nation ?? null}
            hasFailed={asked.failure !== null}
          />
        </>
      ) : (
        <TileStatus title={title} height="21rem" of={sees(code) ? other : code} {...asked} />
      )}
    </Part>
  )
}

type SidesProps = { sides: readonly [Side, Side]; nation: Side | null; hasFailed: boolean }

/** The country has a column where the reader may see it. */
function Sides({ sides, nation, hasFailed }: SidesProps) {
  const { t } = useWords()
  const { sees } = useSight()
  const [here, there] = sides
  const values = [valuesOf(here), valuesOf(there)] as const
  const country = nation ? valuesOf(nation) : null
  return (
    <table className="list comparison" aria-labelledby="comparison-title">
      <thead>
        <tr>
          <th scope="col">{t('comparison.measure')}</th>
          <th scope="col">
            <StateLink code={here.code} />
          </th>
          <th scope="col">
            <StateLink code={there.code} />
          </th>
          {sees(NATION) && (
            <th scope="col" className="number">
              {t('comparison.country')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {MEASURE_IDS.map((id) => (
          <ComparisonRow
            key={id}
            id={id}
            here={values[0][id]}
            there={values[1][id]}
            nation={sees(NATION) ? (country?.[id] ?? null) : undefined}
            hasFailed={hasFailed}
          />
        ))}
      </tbody>
    </table>
  )
}
