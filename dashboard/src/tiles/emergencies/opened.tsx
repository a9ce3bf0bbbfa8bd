/** Who opened a record in an emergency and for how long, and until when a second person was to sign, or who did. */
import { SIGNED_WITHIN_HOURS } from '@vigia/law/opened-records'
import type { Role } from '../../api/session.ts'
import { useFormat } from '../../format/use-format.ts'
import { officeOf } from '../../ui/office.ts'
import { useWords } from '../../words/words.ts'
import type { Emergency } from './emergencies-query.ts'

export function Opened({ emergency }: { emergency: Emergency }) {
  const { t, language } = useWords()
  const { date, time } = useFormat()
  const { at, until, state, isOutside, subject, signedAt, signedBy, signedRole } = emergency
  const when = (instant: string) => `${date(instant)}, ${time(instant)}`
  // The graph tells a role by its code, which is one of those that sign in.
  const office = officeOf({ role: emergency.role as Role, states: emergency.states }, t, language)
  const signer = signedRole && t(`session.roles.${signedRole as Role}`)
  const due = new Date(Date.parse(at) + SIGNED_WITHIN_HOURS * 3_600_000).toISOString()
  return (
    <>
      {t('session.emergencies.opened', { office, subject, from: when(at), until: when(until) })}
      {isOutside && ` ${t('session.emergencies.outside')}`}
      {signedAt && ` ${t('session.emergencies.signed', { office: signer, who: signedBy, when: when(signedAt) })}`}
      {state !== 'SIGNED' && ` ${t(`session.emergencies.due.${state}`, { when: when(due) })}`}
    </>
  )
}
