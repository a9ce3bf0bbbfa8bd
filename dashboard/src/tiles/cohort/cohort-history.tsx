/** The same two figures for the cohorts before this one, so that better or worse can be said. */
import type { Cohort } from '../../api/cohorts.ts'
import { isSmall, WITHHELD_SHARE } from '../../format/small.ts'
import { cohortName } from '../../words/cohort-name.ts'
import { useWords, type Words } from '../../words/words.ts'
import type { Outline } from './cohort-query.ts'
import { of100 } from './of-100.ts'

type Earlier = { cohort: Cohort | undefined; outline: Outline | null | undefined }
type Props = { earlier: readonly Earlier[]; now: { cohort: Cohort; outline: Outline } }

export function CohortHistory({ earlier, now }: Props) {
  const { t } = useWords()
  const known = earlier.flatMap(({ cohort, outline }) => (cohort && outline ? [{ cohort, outline }] : []))
  if (known.length === 0) return null
  return (
    <table className="history" aria-label={t('cohort.history')}>
      <thead>
        <tr>
          <th scope="col">{t('cohort.history')}</th>
          <th scope="col">{t('cohort.withCase')}</th>
          <th scope="col">{t('cohort.withPlan')}</th>
        </tr>
      </thead>
      <tbody>
        {[...known, now].map(({ cohort, outline }) => (
          <tr key={cohort.id} data-current={cohort === now.cohort || undefined}>
            <th scope="row">{cohortName(cohort, t)}</th>
            <td className="number">{written(t, outline, 'caseOpened')}</td>
            <td className="number">{written(t, outline, 'planIssued')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function written(t: Words, outline: Outline, which: 'caseOpened' | 'planIssued') {
  const { [which]: count, detected, besides } = outline
  if (count === null) return <abbr title={t('status.untold')}>{t('status.untoldShort')}</abbr>
  return detected === 0 || isSmall(count) || besides?.[which] ? WITHHELD_SHARE : of100(t, count, detected)
}
