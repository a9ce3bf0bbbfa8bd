/** Which notices are held back, why, and until when. */
import { REASON_CHARACTERS, SILENCED_FOR_DAYS } from '@vigia/law/alert-acts'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { tellOwnChange } from '../../api/live.ts'
import type { Person } from '../../api/session.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { useMoment } from '../../format/use-moment.ts'
import { tell } from '../../ui/announcer.tsx'
import { StateChoice } from '../../ui/state-choice.tsx'
import { Unchosen } from '../../ui/unchosen.tsx'
import { goToWords, WordsField, writtenIn } from '../../ui/words-field.tsx'
import { alertKindName, isAlertKind } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'
import { SilenceDocument } from './silence-queries.ts'
import { silenceableBy } from './silenceable.ts'

const DAYS = [1, 3, SILENCED_FOR_DAYS] as const
const DAY_IN_MS = 86_400_000
/** The clock of the reader may be ahead of that of the registry. */
const MARGIN_IN_MS = 600_000

type Fault = 'invalid' | 'refused' | 'conflict' | 'tooMuch' | 'failed'

export function SilenceDialog({ person, onEnd }: { person: Person; onEnd: () => void }) {
  const { silences: words } = useNoticeWords()
  const { language } = useWords()
  const client = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useId()
  const keyed = useWishKey()
  const [fault, setFault] = useState<Fault | null>(null)
  const [broken, setBroken] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget
    const given = new FormData(form)
    const [kind = '', state, until = ''] = ['kind', 'state', 'until'].map((name) => String(given.get(name) ?? ''))
    const reason = writtenIn(given, 'reason')
    const fault = wordsFaultIn(reason, REASON_CHARACTERS, language)
    setBroken(fault)
    if (!isAlertKind(kind) || fault) {
      goToWords(form, 'reason')
      return setFault('invalid')
    }
    const wish = { kind: [kind], state: state || null, until, reason }
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const { error } = await keyed(wish, (input) => client.mutation(SilenceDocument, { input }).toPromise())
    setSending(false)
    setFault(error ? faultOf(error) : null)
    if (error) return
    tellOwnChange()
    form.reset() // Nothing is left half-written.
    // What is said beside an open dialog is not heard.
    dialog.current?.close()
    tell(words.done(alertKindName(kind, language)))
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby="silenciar" onClose={onEnd}>
      <h2 id="silenciar">{words.set}</h2>
      <p className="quiet-text">{words.note}</p>
      <form onSubmit={(event) => void submit(event)}>
        <Fields person={person} fault={fault === 'invalid' ? said : null} />
        <p id={said} className="act-outcome" role="status">
          {broken ?? (fault && words.outcomes[fault])}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={isSending}>
            {words.set}
          </button>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}

/** An office of states has no country to choose. */
function Fields({ person, fault }: { person: Person; fault: string | null }) {
  const { silences: words } = useNoticeWords()
  const { language } = useWords()
  const moment = useMoment()
  const [opened] = useState(() => Date.now())
  const ends = DAYS.map((days) => ({ days, at: new Date(opened + days * DAY_IN_MS - MARGIN_IN_MS) }))
  return (
    <>
      <label>
        {words.kind}
        <select name="kind" required>
          <Unchosen />
          {silenceableBy(person.role).map((kind) => (
            <option key={kind} value={kind}>
              {alertKindName(kind, language)}
            </option>
          ))}
        </select>
      </label>
      <StateChoice
        label={words.state}
        states={person.states}
        everywhere={person.states === null ? words.everywhere : undefined}
      />
      <label>
        {words.until}
        <select name="until">
          {ends.map(({ days, at }) => (
            <option key={days} value={at.toISOString()} data-choice={days}>
              {words.days(days, moment(at))}
            </option>
          ))}
        </select>
      </label>
      <WordsField name="reason" label={words.reason} note={words.reasonNote} form="silence" fault={fault} />
    </>
  )
}

function faultOf(error: CombinedError): Fault {
  if (wasTooMuch(error)) return 'tooMuch'
  const code = error.graphQLErrors[0]?.extensions.code
  if (code === 'CONFLICT') return 'conflict'
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return 'refused'
  return code === 'BAD_USER_INPUT' ? 'invalid' : 'failed'
}
