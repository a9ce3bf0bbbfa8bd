/** Step by step: what INM says, by which of its tables, and what the registry counts. Tables that disagree stand together. */
import { useScope } from '../../api/scope.ts'
import { useFormat } from '../../format/use-format.ts'
import { NATION } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { type Claim, type Step, stepsOf } from './authority-query.ts'

export function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  const { t } = useWords()
  return (
    <table className="list claims" aria-labelledby="authority-title">
      <thead>
        <tr>
          <th scope="col">{t('authority.what')}</th>
          <th scope="col" className="number">
            {t('authority.says')}
          </th>
          <th scope="col">{t('authority.table')}</th>
          <th scope="col" className="number">
            {t('authority.knows')}
          </th>
        </tr>
      </thead>
      {stepsOf(claims).map((step) => (
        <tbody key={step.measure}>
          {step.claims.map((claim, i) => (
            <ClaimRow key={claim.table} claim={claim} step={step} isFirst={i === 0} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function ClaimRow({ claim, step, isFirst }: { claim: Claim; step: Step; isFirst: boolean }) {
  const { t } = useWords()
  const { count, cell, shortDay } = useFormat()
  const { code } = useScope()
  // What INM has published stays as it is; what the registry counts of one state is withheld as in its figures.
  const ownOf = code === NATION ? count : cell
  const { table, measure, registryCount, coveredUntil } = claim
  const told = [t(`authority.tables.${table}`), coveredUntil && shortDay(coveredUntil)].filter(Boolean).join(', ')
  const disagree = new Set(step.claims.map((each) => each.count)).size > 1
  return (
    <tr data-measure={measure}>
      {isFirst && (
        <th scope="rowgroup" rowSpan={step.claims.length}>
          {t(`authority.measures.${measure}`)}
          {disagree && <small className="late">{t('authority.contradiction')}</small>}
        </th>
      )}
      <td className="number">
        <b>{claim.count === null ? t('status.missing') : count(claim.count)}</b>
        <small className="phone-only">{told}</small>
      </td>
      <td className="law claim-table">{told}</td>
      <td className="number">
        {registryCount === null ? <abbr title={t('authority.notComparable')}>–</abbr> : ownOf(registryCount)}
      </td>
    </tr>
  )
}
