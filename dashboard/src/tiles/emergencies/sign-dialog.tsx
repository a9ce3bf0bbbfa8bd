/** Asks once more before a signature is given: which access it is for, that it cannot be undone, and what came of it. */
import { useEffect, useId, useRef, useState } from 'react'
import { useMutation } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import { tell } from '../../ui/announcer.tsx'
import { useWords } from '../../words/words.ts'
import { type Emergency, SignDocument } from './emergencies-query.ts'

type Props = { emergency: Emergency; whose: string; onEnd: () => void }

export function SignDialog({ emergency: { id, reason, subject }, whose, onEnd }: Props) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const title = useId()
  const [fault, setFault] = useState<'status.notKept' | 'session.emergencies.failed' | null>(null)
  const [isSending, setSending] = useState(false)
  const [, send] = useMutation(SignDocument)
  useEffect(() => {
    dialog.current?.showModal()
    // The first to be reached would sign: Enter that is held would open and confirm.
    cancel.current?.focus()
  }, [])

  async function sign() {
    if (isSending) return
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const { error } = await send({ id })
    setSending(false)
    tellOwnChange()
    if (error) return setFault(wasTooMuch(error) ? 'status.notKept' : 'session.emergencies.failed')
    // What is said beside an open dialog is not heard.
    dialog.current?.close()
    tell(t('session.emergencies.done', { folio: whose }))
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby={title} onClose={onEnd}>
      <h2 id={title}>{t('session.emergencies.signLabel', { folio: whose, subject })}</h2>
      <p>
        <q>{reason}</q>
      </p>
      <p className="quiet-text">{t('session.emergencies.ask')}</p>
      <p className="act-outcome" role="status">
        {fault && t(fault)}
      </p>
      <p className="act-buttons">
        <button className="action" type="button" aria-disabled={isSending} onClick={() => void sign()}>
          {t('session.emergencies.sign')}
        </button>
        <button ref={cancel} className="quiet" type="button" onClick={() => dialog.current?.close()}>
          {t('alerts.cancel')}
        </button>
      </p>
    </dialog>
  )
}
