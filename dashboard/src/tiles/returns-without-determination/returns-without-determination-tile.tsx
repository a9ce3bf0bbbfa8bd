/** How many children were returned without a best-interests determination that was there before and permitted it. */

import type { Failure } from '../../api/failure.ts'
import { fourWeeksEarlier, halfYearUntil, lastFourWeeks } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useLateSources } from '../../api/sources.tsx'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { mondayOf } from '../../format/calendar.ts'
import type { Format } from '../../format/format.ts'
import { doPartsTell, withheldParts } from '../../format/withheld.ts'
import { FigureTrend } from '../../ui/figure-trend.tsx'
import { FIGURE_HEIGHT, FigureFrame, HeadlineFigure, useChange, type Verdict } from '../../ui/headline-figure.tsx'
import { Ranking } from '../../ui/ranking.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useFigureFormat } from '../../ui/use-figure-format.ts'
import { NATION } from '../../words/states.ts'
import { useWords, type Words } from '../../words/words.ts'
import { type Answer, type Returns, ReturnsWithoutDeterminationDocument } from './returns-query.ts'
import { severityOfReturns, unbrokenSince } from './returns-verdict.ts'

export function ReturnsWithoutDeterminationTile() {
  const { t } = useWords()
  const { code, filter, today } = useScope()
  const thisWeek = { from: mondayOf(today), to: today }
  const spans = { now: lastFourWeeks(today), earlier: fourWeeksEarlier(today), thisWeek }
  const variables = { code, filter, ...spans, ...halfYearUntil(today) }
  const asked = useLiveQuery({ query: ReturnsWithoutDeterminationDocument, variables })
  const returns = asked.data?.state?.returns
  const [name, base] = [t('figures.returns.name'), t('figures.returns.base')]
  if (!returns || !asked.data)
    return (
      <FigureFrame id="returns" name={name} base={base}>
        <TileStatus title={name} height={FIGURE_HEIGHT} {...asked} />
      </FigureFrame>
    )
  return <ReturnsFigure key={asked.question} returns={returns} answer={asked.data} failure={asked.failure} />
}

type Props = { returns: Returns; answer: Answer; failure: Failure | null }

function ReturnsFigure({ returns, answer, failure }: Props) {
  const { t } = useWords()
  const { code, filter } = useScope()
  const format = useFigureFormat()
  const changed = useChange()
  const { withoutValidDetermination, asOf } = returns
  const told = useChangeSince(answer, withoutValidDetermination)
  // Whoever knows one of the two and the change knows the other.
  const isKept = [withoutValidDetermination, withoutValidDetermination - (told ?? 0)].some(format.isWithheld)
  const change = isKept ? null : told
  const weeks = answer.state?.weeks?.points
  const name = t('figures.returns.name')
  return (
    <HeadlineFigure
      id="returns"
      name={name}
      base={t('figures.returns.base')}
      value={format.count(withoutValidDetermination)}
      change={change === null ? null : changed(change, format.change(change))}
      verdict={verdictOf(t, format, returns, filter ? null : sinceOf(answer))}
      parts={partsOf(t, format, returns)}
      trend={
        <FigureTrend
          name={name}
          weeks={weeks?.map(({ count }) => count) ?? []}
          before={answer.state?.before?.points.map(({ count }) => count) ?? []}
          limit={t('figures.returns.limit')}
          isUnfiltered={filter !== null}
          failure={failure}
          isPerWeek
        />
      }
      law={t('figures.returns.law')}
      source={t('figures.returns.source')}
      asOf={asOf}
    >
      <Ranking of="returns" code={code} counts={countsOf(answer)} />
    </HeadlineFigure>
  )
}

/** Null unless INM has told of both spans of weeks: what it has not told yet is no improvement, nor what it began to tell a turn for the worse. */
function useChangeSince({ state }: Answer, now: number): number | null {
  const { code, today } = useScope()
  const isUntold = useLateSources('returns', code).some(({ source }) => source === 'INM') && code !== NATION
  const earlier = state?.earlier
  if (!earlier || isUntold || earlier.knownFrom > fourWeeksEarlier(today).from) return null
  return now - earlier.withoutValidDetermination
}

const sinceOf = ({ state }: Answer) =>
  unbrokenSince(state?.weeks?.points ?? [], state?.thisWeek?.withoutValidDetermination ?? null)

const countsOf = ({ states }: Answer) =>
  (states ?? []).flatMap(({ code, population, returns }) =>
    returns ? [{ code, population, count: returns.withoutValidDetermination }] : [],
  )

const WITHOUT = [
  'NO_DETERMINATION',
  'DETERMINED_AFTER_DEPARTURE',
  'DETERMINATION_SAYS_OTHERWISE',
  'DETERMINED_BY_WRONG_AUTHORITY',
] as const

function partsOf(t: Words, { count, isWithheld }: Format, { byStanding }: Returns): string | null {
  const parts = WITHOUT.map((standing) => byStanding.find((each) => each.standing === standing)?.count ?? 0)
  if (parts.some(isWithheld) && doPartsTell(parts)) return null
  const beside = withheldParts(parts)
  const [none = '', late = '', against = '', wrong = ''] = parts.map((part, at) => count(part, beside.has(at)))
  return t('figures.returns.parts', { none, late, against, wrong })
}

function verdictOf(
  t: Words,
  { count, isWithheld, share, sinceDay }: Format,
  returns: Returns,
  since: ReturnType<typeof sinceOf> | null,
): Verdict {
  const { total, withoutValidDetermination } = returns
  const severity = severityOfReturns(withoutValidDetermination)
  if (withoutValidDetermination === 0) {
    const isTold = total > 0 && !isWithheld(total)
    const what = isTold ? t('figures.returns.noneOf', { count: total, of: count(total) }) : t('figures.returns.none')
    return { severity, what, since: null }
  }
  const what = amongAll(t, { count, isWithheld, share }, returns)
  switch (since?.kind) {
    case 'week':
      return { severity, what, since: t('figures.returns.sinceWeek', { day: sinceDay(since.from, returns.asOf) }) }
    case 'always':
      return { severity, what, since: t('figures.returns.sinceAlways') }
    case 'now':
      return { severity, what, since: t('figures.returns.sinceNow') }
    case undefined:
      return { severity, what, since: null }
  }
}

/** Beside how many there were in all, or their share of these, it would be known how many others there were. */
function amongAll(
  t: Words,
  { count, isWithheld, share }: Pick<Format, 'count' | 'isWithheld' | 'share'>,
  { total, withoutValidDetermination: without }: Returns,
): string {
  if (isWithheld(without)) return t('figures.returns.some', { n: count(without), of: count(total) })
  if (isWithheld(total - without)) return t('figures.returns.butFew', { n: count(total - without) })
  return t('figures.returns.share', { count: total, share: share(without / total), of: count(total) })
}
