/** The cohort in one sentence, built from the figures and never written by hand. */
import { useScope } from '../../api/scope.ts'
import { useSight } from '../../api/sight.ts'
import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Emphasis } from '../../ui/emphasis.tsx'
import { useTold } from '../../ui/use-told.ts'
import { NATION, stateName } from '../../words/states.ts'
import { useWords, type Words } from '../../words/words.ts'
import type { Outline } from './cohort-query.ts'
import { of100 } from './of-100.ts'

/** With fewer children, "of every 100" would say more than is known. */
const ENOUGH_FOR_A_HUNDRED = 50

type Props = { funnel: Outline | null | undefined; isLoading: boolean; isFailed: boolean }

export function CohortStatement({ funnel, isLoading, isFailed }: Props) {
  const { t, language } = useWords()
  const { cell } = useFormat()
  const { code, cohort, filter } = useScope()
  const { sees } = useSight()
  const place = code === NATION ? null : stateName(code, language)
  const said = funnel ? sentence(t, cell, funnel, place) : withoutFunnel()
  useTold({
    choice: JSON.stringify([code, cohort, filter]),
    answer: funnel,
    sentence: isLoading ? null : said.replaceAll('*', ''),
  })
  return (
    <h1 id="statement" className="statement" data-loading={isLoading || undefined}>
      {isLoading ? (
        <span className="bone statement-bone">
          <span className="unseen">{t('status.loading')}</span>
        </span>
      ) : (
        <Emphasis>{said}</Emphasis>
      )}
    </h1>
  )

  function withoutFunnel(): string {
    if (isFailed) return t('cohort.failed')
    if (sees(code)) return t('cohort.untold')
    return place === null ? t('cohort.beyondCountry') : t('cohort.beyond', { place })
  }
}

type Written = (count: number, isBeside?: boolean) => string

function sentence(t: Words, cell: Written, funnel: Outline, place: string | null): string {
  const { detected, caseOpened, planIssued, besides } = funnel
  const where = place === null ? 'Country' : 'Place'
  if (detected === 0) return t(`cohort.none${where}`, { place })
  if (caseOpened === null) return t(`cohort.noFiles${where}`, { place, detected: cell(detected) })
  // A withheld count is not to be told by its share either.
  const isKept = isSmall(caseOpened) || isSmall(planIssued ?? 0) || besides?.caseOpened || besides?.planIssued
  const isFew = detected < ENOUGH_FOR_A_HUNDRED || isKept
  const written = (count: number, isBeside = false) => (isFew ? cell(count, isBeside) : of100(t, count, detected))
  const opened = written(caseOpened, besides?.caseOpened)
  const planned = planIssued === null ? null : written(planIssued, besides?.planIssued)
  const parts = {
    place,
    detected: cell(detected),
    opened: t(`cohort.opened.${howMany(opened)}`, { n: opened }),
    planned: planned === null ? t('cohort.plansUntold') : t(`cohort.planned.${howMany(planned)}`, { n: planned }),
  }
  if (isFew) return t(`cohort.few${where}`, parts)
  return t(place === null ? 'cohort.country' : 'cohort.place', parts)
}

function howMany(written: string) {
  if (written === '0') return 'none'
  return written === '1' ? 'one' : 'some'
}
