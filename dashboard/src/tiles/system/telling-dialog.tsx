/** Something told of the system, with the words that it asks for, and what came of it. */
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { CombinedError } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import { tell } from '../../ui/announcer.tsx'
import { goToWords, WordsField, writtenIn } from '../../ui/words-field.tsx'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'

type Fault = 'invalid' | 'refused' | 'conflict' | 'tooMuch' | 'failed'

type Props = {
  title: string
  /** What it is about, where there is more than one of them. */
  about?: string
  /** Of the field in which words are written; its name is "words". */
  label: string
  /** Why what was written may not be kept, where there is more to say than of any. */
  invalid?: string
  children?: ReactNode
  send: (given: FormData, words: string) => Promise<{ error?: CombinedError | undefined }>
  onEnd: () => void
}

export function TellingDialog({ title, about = '', label, invalid, children, send, onEnd }: Props) {
  const words = useSystemWords()
  const { language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useId()
  const [fault, setFault] = useState<Fault | null>(null)
  /** What is wrong with the words. */
  const [broken, setBroken] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget
    const given = new FormData(form)
    const written = writtenIn(given, 'words')
    const wrong = wordsFaultIn(written, REASON_CHARACTERS, language)
    setBroken(wrong)
    if (wrong) return goToWords(form, 'words')
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const { error } = await send(given, written)
    setSending(false)
    if (error) return setFault(faultOf(error))
    tellOwnChange()
    form.reset() // Nothing is left half-written.
    // What is said beside an open dialog is not heard.
    dialog.current?.close()
    tell(words.saved(title))
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby="sistema-acto" onClose={onEnd}>
      <h2 id="sistema-acto">{title}</h2>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <WordsField
          name="words"
          label={label}
          note={words.wordsNote}
          form={`${title} ${about}`}
          fault={broken ? said : null}
        />
        <p id={said} className="act-outcome" role="status">
          {broken ?? (fault && ((fault === 'invalid' && invalid) || words.outcomes[fault]))}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={isSending}>
            {words.save}
          </button>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}

function faultOf(error: CombinedError): Fault {
  if (wasTooMuch(error)) return 'tooMuch'
  const code = error.graphQLErrors[0]?.extensions['code']
  if (code === 'BAD_USER_INPUT') return 'invalid'
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return 'refused'
  return code === 'CONFLICT' ? 'conflict' : 'failed'
}
