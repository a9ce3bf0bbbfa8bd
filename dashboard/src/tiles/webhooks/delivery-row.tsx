/** One message to a system: when, what about, what became of it, and every try. */
import { ALERT_STEPS } from '@vigia/law/alert-kinds'
import { useSession } from '../../api/session.ts'
import { useMoment } from '../../format/use-moment.ts'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import type { Delivery } from './webhook-queries.ts'

type Props = {
  delivery: Delivery
  /** Whether anything but a challenge is sent to it. */
  isActive: boolean
}

export function DeliveryRow({ delivery, isActive }: Props) {
  const { language } = useWords()
  const { log } = useNoticeWords()
  const moment = useMoment()
  const session = useSession()
  // Of an alert a partner is told the hour alone: it does not look like a minute.
  const isPartner = session.state === 'in' && session.person.scopes.includes('pseudonym:read')
  const { messageId, kind, step, state, reason, createdAt, nextAt, receivedAt } = delivery
  const isToTheHour = kind === 'ALERT' && isPartner
  const isHeld = state === 'WAITING' && kind !== 'CHALLENGE' && !isActive
  const notes = [
    reason && (log.reasons[reason] ?? reason),
    isHeld ? log.held : nextAt && log.next(moment(nextAt)),
    receivedAt && log.received(moment(receivedAt)),
  ].filter((note) => typeof note === 'string')
  return (
    <tr {...asRow}>
      <td {...asCell}>{isToTheHour ? log.withinHour(moment(createdAt)) : moment(createdAt)}</td>
      <th scope="row" {...asRowHead}>
        {log.kinds[kind]}
        {step && `: ${ALERT_STEPS[step][language]}`}
        <small className="message-id" translate="no">
          {messageId}
        </small>
      </th>
      <td {...asCell} data-late={state === 'DEAD' || undefined}>
        {log.states[state]}
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </td>
      <td {...asCell}>
        <Tries attempts={delivery.attempts} />
      </td>
    </tr>
  )
}

/** The last one is said at once; the others when they are asked for. */
function Tries({ attempts }: Pick<Delivery, 'attempts'>) {
  const { log } = useNoticeWords()
  const moment = useMoment()
  const last = attempts.at(-1)
  if (!last) return log.untried
  const said = ({ status, fault }: Delivery['attempts'][number]) =>
    [status !== null && log.answered(status), fault && (log.faults[fault] ?? fault)].filter(Boolean).join(', ')
  return (
    <>
      {attempts.length === 1 ? (
        log.tries(1)
      ) : (
        <details>
          <summary>{log.tries(attempts.length)}</summary>
          <ol>
            {attempts.map((attempt) => (
              <li key={attempt.at}>
                {moment(attempt.at)}: {said(attempt)}
              </li>
            ))}
          </ol>
        </details>
      )}
      <small>{said(last)}</small>
    </>
  )
}
