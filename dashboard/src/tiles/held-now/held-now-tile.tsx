/** How many children are held now in referral centres and premises of the INM. The number to aim for is none. */

import type { Failure } from '../../api/failure.ts'
import { fourWeeksBefore, halfYearUntil } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import type { Format } from '../../format/format.ts'
import { doPartsTell, withheldParts } from '../../format/withheld.ts'
import { FigureTrend, stockWeeks } from '../../ui/figure-trend.tsx'
import { FIGURE_HEIGHT, FigureFrame, HeadlineFigure, useChange, type Verdict } from '../../ui/headline-figure.tsx'
import { Ranking } from '../../ui/ranking.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useFigureFormat } from '../../ui/use-figure-format.ts'
import { useWords, type Words } from '../../words/words.ts'
import { type Answer, type Detention, HeldNowDocument } from './held-now-query.ts'
import { severityOfHeld } from './held-verdict.ts'

export function HeldNowTile() {
  const { t } = useWords()
  const { code, filter, today } = useScope()
  const variables = { code, filter, monthAgo: fourWeeksBefore(today), ...halfYearUntil(today) }
  const asked = useLiveQuery({ query: HeldNowDocument, variables })
  const detention = asked.data?.state?.detention
  const [name, base] = [t('figures.held.name'), t('figures.held.base')]
  if (!detention || !asked.data)
    return (
      <FigureFrame id="held" name={name} base={base}>
        <TileStatus title={name} height={FIGURE_HEIGHT} {...asked} />
      </FigureFrame>
    )
  return <HeldNow key={asked.question} detention={detention} answer={asked.data} failure={asked.failure} />
}

type Props = { detention: Detention; answer: Answer; failure: Failure | null }

function HeldNow({ detention, answer, failure }: Props) {
  const { t } = useWords()
  const { code, filter } = useScope()
  const format = useFigureFormat()
  const changed = useChange()
  const { heldNow, asOf } = detention
  const monthAgo = filter ? null : answer.state?.monthAgo?.points[0]?.count
  // Whoever knows one of the two and the change knows the other.
  const isKept = [heldNow, monthAgo ?? 0].some(format.isWithheld)
  const name = t('figures.held.name')
  return (
    <HeadlineFigure
      id="held"
      name={name}
      base={t('figures.held.base')}
      value={format.count(heldNow)}
      change={monthAgo == null || isKept ? null : changed(heldNow - monthAgo, format.change(heldNow - monthAgo))}
      verdict={verdictOf(t, format, detention)}
      parts={partsOf(t, format, detention)}
      trend={
        <FigureTrend
          name={name}
          weeks={stockWeeks(answer.state?.weeks?.points, filter ? null : heldNow)}
          before={answer.state?.before?.points.map(({ count }) => count) ?? []}
          limit={t('figures.held.limit')}
          isUnfiltered={filter !== null}
          failure={failure}
        />
      }
      law={t('figures.held.law')}
      source={t('figures.held.source')}
      asOf={asOf}
    >
      <Ranking of="held" code={code} counts={countsOf(answer)} />
    </HeadlineFigure>
  )
}

/** Null where the parts would tell of a few. */
function partsOf(t: Words, format: Format, detention: Detention): string | null {
  const { inReferralCenters, inProhibitedPlaces, inOtherAdHocPlaces } = detention
  const kinds = [inReferralCenters, inProhibitedPlaces, inOtherAdHocPlaces]
  if (kinds.some(format.isWithheld) && doPartsTell(kinds)) return null
  const beside = withheldParts(kinds)
  return t('figures.held.parts', {
    referral: format.count(inReferralCenters, beside.has(0)),
    prohibited: format.count(inProhibitedPlaces, beside.has(1)),
    other: format.count(inOtherAdHocPlaces, beside.has(2)),
  })
}

const countsOf = ({ states }: Answer) =>
  (states ?? []).flatMap(({ code, population, detention }) =>
    detention ? [{ code, population, count: detention.heldNow }] : [],
  )

function verdictOf(t: Words, { count, isWithheld, span, sinceDate }: Format, held: Detention): Verdict {
  const { over36Hours, inProhibitedPlaces, longestHours, heldSince } = held
  const severity = severityOfHeld(held)
  if (held.heldNow === 0) return { severity, what: t('figures.held.none'), since: null }
  const since = heldSince ? t('figures.held.since', { day: sinceDate(heldSince, held.asOf) }) : null
  if (over36Hours > 0) {
    const key = over36Hours === 1 && !isWithheld(over36Hours) ? 'figures.held.overOne' : 'figures.held.over'
    return { severity, what: t(key, { n: count(over36Hours) }), since }
  }
  if (inProhibitedPlaces > 0)
    return { severity, what: t('figures.held.prohibited', { n: count(inProhibitedPlaces) }), since }
  return { severity, what: t('figures.held.longest', { span: span(longestHours ?? 0) }), since }
}
