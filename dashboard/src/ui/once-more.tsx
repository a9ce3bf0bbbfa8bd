/**
 * Asks once more before something is done that cannot be taken back: a second press, of the mouse or of Enter, would else do it to
 * whatever row came under the button. Says what came of it, and stays open where it did not work.
 */
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

type Props = {
  title: string
  /** What it is about, and what it means. */
  children: ReactNode
  /** Of the button that does it. */
  label: string
  /** Gives what went wrong, in words; null once it is done. */
  act: () => Promise<string | null>
  /** What is said beside an open dialog is not heard: after it is closed. */
  onDone: () => void
  onEnd: () => void
}

export function OnceMore({ title, children, label, act, onDone, onEnd }: Props) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const named = useId()
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
    // The first to be reached would do it: Enter that is held would open and confirm.
    cancel.current?.focus()
  }, [])

  async function go(event: FormEvent) {
    event.preventDefault()
    if (isSending) return
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const wrong = await act()
    setSending(false)
    if (wrong !== null) return setFault(wrong)
    dialog.current?.close()
    onDone()
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby={named} onClose={onEnd}>
      <h2 id={named}>{title}</h2>
      {children}
      <form onSubmit={(event) => void go(event)}>
        <p className="act-outcome" role="status">
          {fault}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={isSending}>
            {label}
          </button>
          <button ref={cancel} className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {t('alerts.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
