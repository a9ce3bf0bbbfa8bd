/** What is owed to the children of a state and overdue: how many children, since when, by which article. */
import type { Failure } from '../../api/failure.ts'
import { lastFourWeeks } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { within } from '../../format/format.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { Part } from '../../ui/part.tsx'
import { FailureNote, TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { type Duty, dutiesOf, OverdueDutiesDocument } from './overdue-duties-query.ts'

export function OverdueDutiesTile() {
  const { t } = useWords()
  const { code, filter, today } = useScope()
  const variables = { code, filter, lastFourWeeks: lastFourWeeks(today) }
  const asked = useLiveQuery({ query: OverdueDutiesDocument, variables })
  const state = asked.data?.state
  const title = t('state.duties.title')
  const isNothingKnown = !state || dutiesOf(state).every(({ children }) => children === null)
  return (
    <Part id="duties" title={title} source="INM, PPNNA, DIF" asOf={state?.casework?.asOf ?? null} how="duties">
      {isNothingKnown ? (
        <TileStatus title={title} height="15rem" {...asked} />
      ) : (
        <Duties duties={dutiesOf(state)} failure={asked.failure} />
      )}
    </Part>
  )
}

/** Of what could not be asked something may be owed: that nothing is, is said of the others alone. */
function Duties({ duties, failure }: { duties: readonly Duty[]; failure: Failure | null }) {
  const { t } = useWords()
  const owed = duties.filter(({ children }) => children !== null && children > 0)
  const unknown = duties.filter(({ children }) => children === null)
  return (
    <>
      {owed.length > 0 ? (
        <DutyTable duties={owed} />
      ) : (
        <p className="none">{t(unknown.length > 0 ? 'state.duties.noneOfAsked' : 'state.duties.none')}</p>
      )}
      {unknown.length > 0 && (
        <p className="note">
          {t('state.duties.partly', {
            what: unknown.map(({ id }) => within(t(`state.duties.${id}`))).join('; '),
          })}{' '}
          {failure && <FailureNote failure={failure} />}
        </p>
      )}
    </>
  )
}

function DutyTable({ duties }: { duties: readonly Duty[] }) {
  const { t } = useWords()
  const { cell, span } = useFormat()
  return (
    <table className="list" aria-labelledby="duties-title">
      <thead>
        <tr>
          <th scope="col">{t('state.duties.duty')}</th>
          <th scope="col" className="number">
            {t('state.duties.count')}
          </th>
          <th scope="col" className="number">
            {t('state.duties.oldest')}
          </th>
          <th scope="col">{t('state.duties.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {duties.map(({ id, children, oldestHours, isBeside }) => (
          <tr key={id}>
            <th scope="row">{t(`state.duties.${id}`)}</th>
            <td className="number">
              <b>
                <Heard count={children ?? 0}>{cell(children ?? 0, isBeside)}</Heard>
              </b>
            </td>
            <td className="number">{oldestHours === null ? '–' : span(oldestHours)}</td>
            <td className="law">{t(`state.duties.laws.${id}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
