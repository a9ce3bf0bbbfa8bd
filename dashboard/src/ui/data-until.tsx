/** "PPNNA, dato hasta: 9 nov en Colima": which sources of a figure are behind the page, and until when they told. */
import { type LateSource, useLateSources } from '../api/sources.tsx'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { NATION, STATE_CODES, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'

const MOST_NAMED = 4

/** Nothing where all that the figure rests on is on time. `code` is a state, or "00" for the country. */
export function DataUntil({ of, code }: { of: DefinitionId; code: string }) {
  const untilOf = useUntil()
  const late = useLateSources(of, code)
  if (late.length === 0) return null
  const bySource = Map.groupBy(late, ({ source }) => source)
  return (
    <span data-late>
      {code === NATION
        ? [...bySource].map(([source, states]) => <OfStates key={source} source={source} late={states} />)
        : `${late.map(untilOf).join('; ')}.`}
    </span>
  )
}

/** States are named while they are few; where all of them wait for one file, it is the source that is behind. */
function OfStates({ source, late }: { source: string; late: readonly LateSource[] }) {
  const { t, language } = useWords()
  const { list, shortDay } = useFormat()
  const told = late.flatMap(({ code, until }) => (until === null ? [] : [{ code, until }]))
  const never = late.filter(({ until }) => until === null).map(({ code }) => stateName(code, language))
  const days = told.map(({ until }) => until).toSorted()
  const day = days[0] === undefined ? '' : t('status.dataUntil', { day: shortDay(days[0]) })
  const named = told.map(({ code, until }) =>
    t('status.untilIn', { day: shortDay(until), place: stateName(code, language) }),
  )
  return (
    <>
      {told.length > MOST_NAMED
        ? t('status.sourceOfMany', { source, count: told.length, until: day })
        : told.length > 0 && t('status.untilList', { source, list: list(named) })}{' '}
      {never.length === STATE_CODES.length
        ? `${t('status.neverTold', { source })}.`
        : never.length > 0 && t('status.neverIn', { source, places: list(never) })}
    </>
  )
}

/** "PPNNA: dato hasta 9 nov", "PPNNA: sin datos". */
export function useUntil() {
  const { t } = useWords()
  const { shortDay } = useFormat()
  return ({ source, until }: Pick<LateSource, 'source' | 'until'>) =>
    until === null
      ? t('status.neverTold', { source })
      : t('status.toldUntil', { source, until: t('status.dataUntil', { day: shortDay(until) }) })
}
