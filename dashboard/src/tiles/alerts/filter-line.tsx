/** Which alerts are shown, as one sentence of native selects that stands in the address; on a phone a button opens it. */
import { useState } from 'react'
import { STANDINGS } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { useSession } from '../../api/session.ts'
import { Choice } from '../../ui/choice.tsx'
import { StateNarrowing } from '../../ui/state-narrowing.tsx'
import { UnreadFilters } from '../../ui/unread-filters.tsx'
import { officeName, ownOffice } from '../../words/alert-offices.ts'
import { ALERT_KIND_CODES, alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { historyWords } from '../../words/history-words.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { DutyNarrowing } from './duty-narrowing.tsx'
import { FolioField, folioOfChosen, useFolio } from './folio-field.tsx'
import { SeverityNarrowing } from './severity-narrowing.tsx'
import { isHistory, type Narrowed, useNarrowed } from './use-narrowed.ts'

const NOT_NARROWED = {
  entidad: undefined,
  tipo: undefined,
  gravedad: undefined,
  situacion: undefined,
  nna: undefined,
  acuse: undefined,
  deber: undefined,
  asignadas: undefined,
} as const

export function FilterLine() {
  const { t } = useWords()
  const { search, narrow } = useSearch()
  const narrowed = useNarrowed()
  const [isOpen, setOpen] = useState(false)
  const chosen = useChosen(narrowed)
  const { wrong, find } = useFolio()
  return (
    <>
      <form
        className="filter-line"
        aria-label={t('alerts.filters.label')}
        data-open={isOpen || undefined}
        onSubmit={find}
      >
        <button className="filter-toggle" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <b>{t(isOpen ? 'alerts.filters.close' : 'alerts.filters.open')}</b> {chosen}
        </button>
        <div className="filter-fields">
          <span aria-hidden="true">{t('alerts.filters.lead')}</span>
          <Choices />
          <FolioField wrong={wrong} />
          {narrowed.isNarrow && (
            <button className="quiet" type="button" onClick={() => narrow(NOT_NARROWED)}>
              {t(narrowed.child ? 'alerts.filters.anyChild' : 'alerts.filters.reset')}
            </button>
          )}
        </div>
      </form>
      <UnreadFilters also={search.tipo && !narrowed.kind ? ['tipo'] : []} />
    </>
  )
}

function useChosen(narrowed: Narrowed) {
  const { t, language } = useWords()
  const unchosen = useUnchosen(narrowed)
  const { standing, isAcknowledged, office, dutyHolder, state, kind, severity, child } = narrowed
  return [
    standing ? t(`alerts.filters.standings.${standing}`) : unchosen,
    isAcknowledged !== undefined && t(`alerts.filters.seenTo.${isAcknowledged ? 'si' : 'no'}`),
    office && t('alerts.filters.assignedToUs'),
    dutyHolder && t('alerts.filters.dutyOf', { office: officeName(dutyHolder, language) }),
    severity && t(`alerts.filters.severities.${SEVERITY_MARKS[severity]}`),
    state && stateName(state, language),
    kind && alertKindName(kind, language),
    child && folioOfChosen(child),
  ]
    .filter(Boolean)
    .join(', ')
}

/** How they stand of which no standing was chosen. */
function useUnchosen(narrowed: Narrowed) {
  const { t, language } = useWords()
  return isHistory(narrowed) ? historyWords(language).standing : t('alerts.filters.standings.abiertas')
}

function Choices() {
  const { t, language } = useWords()
  const { search, narrow } = useSearch()
  const kinds = ALERT_KIND_CODES.map((code) => ({ value: code, label: alertKindName(code, language) }))
  return (
    <>
      <StandingChoices />
      <DutyNarrowing />
      <SeverityNarrowing />
      <StateNarrowing />
      <Choice
        label={t('alerts.filters.kind')}
        options={[{ value: undefined, label: t('alerts.filters.allKinds') }, ...kinds]}
        value={search.tipo}
        onChoose={(tipo) => narrow({ tipo })}
      />
    </>
  )
}

/** How they stand, whether somebody sees to them, and whether they are given to the reader's office. */
function StandingChoices() {
  const { t } = useWords()
  const { search, narrow } = useSearch()
  const unchosen = useUnchosen(useNarrowed())
  const session = useSession()
  const isOfOffice = session.state === 'in' && ownOffice(session.person.role) !== null
  const standings = STANDINGS.map((value) => ({ value, label: t(`alerts.filters.standings.${value}`) }))
  const acknowledged = (['no', 'si'] as const).map((value) => ({ value, label: t(`alerts.filters.seenTo.${value}`) }))
  return (
    <>
      <Choice
        label={t('alerts.filters.standing')}
        options={[{ value: undefined, label: unchosen }, ...standings]}
        value={search.situacion}
        onChoose={(situacion) => narrow({ situacion })}
      />
      <Choice
        label={t('alerts.filters.acknowledged')}
        options={[{ value: undefined, label: t('alerts.filters.seenTo.all') }, ...acknowledged]}
        value={search.acuse}
        onChoose={(acuse) => narrow({ acuse })}
      />
      {isOfOffice && (
        <Choice
          label={t('alerts.filters.assigned')}
          options={[
            { value: undefined, label: t('alerts.filters.assignedToAny') },
            { value: 'si' as const, label: t('alerts.filters.assignedToUs') },
          ]}
          value={search.asignadas}
          onChoose={(asignadas) => narrow({ asignadas })}
        />
      )}
    </>
  )
}
