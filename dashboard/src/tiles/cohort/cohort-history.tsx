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
    <table className="history">
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
            <td className="number">{written(t, outline.caseOpened, outline.detected)}</td>
            <td className="number">{written(t, outline.planIssued, outline.detected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const written = (t: Words, count: number, of: number) =>
  of === 0 || isSmall(count) ? WITHHELD_SHARE : of100(t, count, of)
