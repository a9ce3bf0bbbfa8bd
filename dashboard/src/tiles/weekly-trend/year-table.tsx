/** The trend as a table: what each year sums to, and that a sum lacks weeks where it does. */
import { yearOf } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'
import type { Week } from './weekly-trend-query.ts'

export function YearTable({ weeks }: { weeks: readonly Week[] }) {
  const { t } = useWords()
  const years = Map.groupBy(weeks, ({ from }) => yearOf(from))
  return (
    <details className="twin">
      <summary>{t('trend.asTable')}</summary>
      <table aria-labelledby="trend-title">
        <thead>
          <tr>
            <th scope="col">{t('trend.year')}</th>
            <th scope="col" className="number">
              {t('trend.weeks')}
            </th>
            <th scope="col" className="number">
              {t('trend.detected')}
            </th>
            <th scope="col" className="number">
              {t('trend.opened')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...years].map(([year, inYear]) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="number">{inYear.length}</td>
              <td className="number">
                <Sum counts={inYear.map(({ detected }) => detected)} />
              </td>
              <td className="number">
                <Sum counts={inYear.map(({ opened }) => opened)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Sum({ counts }: { counts: readonly (number | null)[] }) {
  const { t } = useWords()
  const { count } = useFormat()
  const known = counts.filter((each) => each !== null)
  if (known.length === 0) return t('status.missing')
  const sum = count(known.reduce((all, each) => all + each, 0))
  return known.length < counts.length ? t('trend.partial', { n: sum }) : sum
}
