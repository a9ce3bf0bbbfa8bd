/** Asks once more before something is done that cannot be taken back, and says what it means. */
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { useNoticeWords } from '../../words/notice-words.ts'
import type { Signature } from './use-webhook-act.ts'

type Props = {
  act: 'rotate' | 'disable' | 'delete'
  name: string
  /** Null for as before. */
  onGo: (signature: Signature | null) => void
  onEnd: () => void
}

export function Confirmation({ act, name, onGo, onEnd }: Props) {
  const { acts, form, systems } = useNoticeWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const title = useId()
  useEffect(() => {
    dialog.current?.showModal()
    // Where there is nothing to choose, the first to be reached would do it: Enter that is held would open and confirm.
    if (act !== 'rotate') cancel.current?.focus()
  }, [act])

  function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // Closed before it goes: a dialog that is taken away while it is open gives the focus back to nobody.
    dialog.current?.close()
    const chosen = new FormData(event.currentTarget).get('signature')
    onGo(chosen === 'V1' || chosen === 'V1A' ? chosen : null)
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby={title} onClose={onEnd}>
      <h2 id={title}>{acts[act].do}</h2>
      <p className="act-name">{name}</p>
      <p className="quiet-text">{acts[act].note}</p>
      <form onSubmit={go}>
        {act === 'rotate' && (
          <label>
            {form.signature}
            <select name="signature">
              <option value="">{acts.rotate.asBefore}</option>
              <option value="V1A">{systems.signatures.V1A}</option>
              <option value="V1">{systems.signatures.V1}</option>
            </select>
          </label>
        )}
        <p className="act-buttons">
          <button className="action" type="submit">
            {acts[act].do}
          </button>
          <button ref={cancel} className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {acts.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}
