/** Accesses for an emergency: who opened which record, when and why, whether a second person has signed, and the signature. */
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { stand } from '../../ui/stage.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { EmergenciesDocument, type Emergency, inOrder } from './emergencies-query.ts'
import { Opened } from './opened.tsx'
import { SignDialog } from './sign-dialog.tsx'

const SECONDS_BETWEEN = 30

export function Emergencies() {
  const { t } = useWords()
  const asked = usePolledQuery({ query: EmergenciesDocument, variables: {} }, SECONDS_BETWEEN)
  const list = asked.data && inOrder(asked.data)
  const title = t('session.emergencies.title')
  return (
    <section className="account-part emergencies" aria-labelledby="emergencias">
      <h2 id="emergencias">{title}</h2>
      <p className="quiet-text">{t('session.emergencies.note')}</p>
      {list && <List emergencies={list.all} />}
      {list?.isCut && <p className="note">{t('session.emergencies.cut')}</p>}
      {!list && <TileStatus title={title} height="3rem" {...asked} />}
    </section>
  )
}

function List({ emergencies }: { emergencies: readonly Emergency[] }) {
  const { t } = useWords()
  if (emergencies.length === 0) return <p className="note">{t('session.emergencies.none')}</p>
  return (
    <ul>
      {emergencies.map((emergency) => (
        <Row key={emergency.id} emergency={emergency} />
      ))}
    </ul>
  )
}

function Row({ emergency }: { emergency: Emergency }) {
  const { t } = useWords()
  const { state, folio, reason, subject, maySign } = emergency
  const whose = folio ?? t('session.emergencies.withdrawn')
  return (
    <li data-state={state}>
      <b>{whose}</b>
      <span className="emergency-state">{t(`session.emergencies.states.${state}`)}</span>
      {maySign && (
        <button
          className="action"
          type="button"
          aria-label={t('session.emergencies.signLabel', { folio: whose, subject })}
          onClick={() => stand((end) => <SignDialog {...{ emergency, whose }} onEnd={end} />)}
        >
          {t('session.emergencies.sign')}
        </button>
      )}
      <p>
        <Opened emergency={emergency} />
      </p>
      <q>{reason}</q>
    </li>
  )
}
