/** Accesses for an emergency: who opened which record, when and why, whether a second person has signed, and the signature. */
import { useCallback, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { failureOf, wasTooMuch } from '../../api/failure.ts'
import type { Role } from '../../api/session.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { officeOf } from '../../ui/office.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { EmergenciesDocument, type Emergency, inOrder, SignDocument } from './emergencies-query.ts'

export function Emergencies() {
  const { t } = useWords()
  const [{ data, error, fetching }, ask] = useQuery({ query: EmergenciesDocument })
  const [fault, setFault] = useState<'status.notKept' | 'session.emergencies.failed' | null>(null)
  const [, send] = useMutation(SignDocument)
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  const list = data && inOrder(data)

  async function sign({ id, folio }: Emergency) {
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    const answer = await send({ id })
    if (answer.error) setFault(wasTooMuch(answer.error) ? 'status.notKept' : 'session.emergencies.failed')
    else tell(t('session.emergencies.done', { folio: folio ?? t('session.emergencies.withdrawn') }))
    retry()
  }

  const title = t('session.emergencies.title')
  return (
    <section className="account-part emergencies" aria-labelledby="emergencias">
      <h2 id="emergencias">{title}</h2>
      <p className="quiet-text">{t('session.emergencies.note')}</p>
      {list && <List emergencies={list.all} onSign={(emergency) => void sign(emergency)} />}
      {list?.isCut && <p className="note">{t('session.emergencies.cut')}</p>}
      {!list && (
        <TileStatus
          title={title}
          height="3rem"
          isLoading={fetching && !error}
          failure={error ? failureOf(error, new Date()) : null}
          retry={retry}
        />
      )}
      <div role="status">{fault && <p className="sign-in-why">{t(fault)}</p>}</div>
    </section>
  )
}

type ListProps = { emergencies: readonly Emergency[]; onSign: (emergency: Emergency) => void }

function List({ emergencies, onSign }: ListProps) {
  const { t } = useWords()
  if (emergencies.length === 0) return <p className="note">{t('session.emergencies.none')}</p>
  return (
    <ul>
      {emergencies.map((emergency) => (
        <Row key={emergency.id} emergency={emergency} onSign={onSign} />
      ))}
    </ul>
  )
}

function Row({ emergency, onSign }: { emergency: Emergency; onSign: (emergency: Emergency) => void }) {
  const { t, language } = useWords()
  const { date, time } = useFormat()
  const { at, until, state, folio, isOutside, reason, subject, signedAt, signedBy, signedRole, maySign } = emergency
  const when = (instant: string) => `${date(instant)}, ${time(instant)}`
  // The graph tells a role by its code, which is one of those that sign in.
  const office = officeOf({ role: emergency.role as Role, states: emergency.states }, t, language)
  const signer = signedRole && t(`session.roles.${signedRole as Role}`)
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
          onClick={() => onSign(emergency)}
        >
          {t('session.emergencies.sign')}
        </button>
      )}
      <p>
        {t('session.emergencies.opened', { office, subject, from: when(at), until: when(until) })}
        {isOutside && ` ${t('session.emergencies.outside')}`}
        {signedAt && ` ${t('session.emergencies.signed', { office: signer, who: signedBy, when: when(signedAt) })}`}
      </p>
      <q>{reason}</q>
    </li>
  )
}
