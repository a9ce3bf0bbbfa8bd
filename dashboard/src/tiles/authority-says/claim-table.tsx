/** Step by step: what INM says, by which of its tables, and what the registry counts. Tables that disagree stand together. */
import { useScope } from '../../api/scope.ts'
import { useFormat } from '../../format/use-format.ts'
import { withheldParts } from '../../format/withheld.ts'
import { NATION } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { type Claim, type Step, stepsOf } from './authority-query.ts'

/** Of returns: whoever knows all and the one knows the other. */
const PARTS: readonly Claim['measure'][] = ['ASSISTED_RETURN', 'DEPORTED']

function besideIn(claims: readonly Claim[]): ReadonlySet<Claim> {
  const parts = claims.filter(({ measure, registryCount }) => PARTS.includes(measure) && registryCount !== null)
  const beside = withheldParts(parts.map(({ registryCount }) => registryCount ?? 0))
  return new Set(parts.filter((_part, place) => beside.has(place)))
}

export function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  const { t } = useWords()
  const beside = besideIn(claims)
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
            <ClaimRow key={claim.table} claim={claim} step={step} isFirst={i === 0} isBeside={beside.has(claim)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = { claim: Claim; step: Step; isFirst: boolean; isBeside: boolean }

function ClaimRow({ claim, step, isFirst, isBeside }: RowProps) {
  const { t } = useWords()
  const { count, cell, shortDay } = useFormat()
  const { code } = useScope()
  // What INM has published stays as it is; what the registry counts of one state is withheld as in its figures.
  const ownOf = (own: number) => (code === NATION ? count(own) : cell(own, isBeside))
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
