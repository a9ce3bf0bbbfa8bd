/** One acknowledgement for the alerts of a notice that nobody sees to: each gets its own step, and what could not be is said. */
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import { ruleBrokenBy } from '@vigia/law/written-words'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import type { AlertFilter, AlertSeverity } from '../../api/filters.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { stand } from '../../ui/stage.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { goToWords, writtenIn } from '../../ui/words-field.tsx'
import { useWords } from '../../words/words.ts'
import { UntilChoice, Words } from './act-dialog.tsx'
import { useAcknowledgeAll } from './use-acknowledge-all.ts'

/** As many as the registry takes in one act. */
const AT_ONCE = 100

type Props = {
  filter: AlertFilter
  severity: AlertSeverity
  name: string
  /** How many nobody sees to. */
  waiting: number
}

export function AcknowledgeAll(props: Props) {
  const { t } = useWords()
  const { count } = useFormat()
  const { acts: line, goOn } = useGoOn<HTMLSpanElement>()
  const isPart = props.waiting > AT_ONCE
  const n = Math.min(props.waiting, AT_ONCE)
  const said = { count: n, n: count(n), of: count(props.waiting) }
  const label = isPart ? t('alerts.notices.part', said) : t('alerts.notices.all', said)
  return (
    <span className="act-list" ref={line}>
      <button className="action" type="button" aria-label={`${label}: ${props.name}`} onClick={open}>
        {label}
      </button>
    </span>
  )

  function open() {
    const note = isPart ? t('alerts.notices.partNote', said) : null
    stand((end) => <Dialog {...props} {...{ label, note }} onDone={done} onEnd={end} />)
  }

  /** The name says how many stand under the notice, which need not be how many were acknowledged. */
  function done(many: number) {
    tell(t('alerts.notices.done', { count: many, n: count(many), name: props.name }))
    goOn()
  }
}

type DialogProps = Props & { label: string; note: string | null; onDone: (many: number) => void; onEnd: () => void }

function Dialog({ filter, severity, name, label, note, onDone, onEnd }: DialogProps) {
  const { t } = useWords()
  const { count } = useFormat()
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useId()
  const { send, left, outcome, broken } = useAcknowledgeAll(filter, AT_ONCE)
  const fault = outcome === 'sending' || outcome === 'none' || outcome === 'done' ? null : outcome
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (outcome === 'sending') return
    const [form, given] = [event.currentTarget, new FormData(event.currentTarget)]
    const [words, until] = [writtenIn(given, 'words'), String(given.get('until') ?? '')]
    if (ruleBrokenBy(words, REASON_CHARACTERS)) goToWords(form, 'words')
    const done = await send(words, until)
    if (done === null) return
    form.reset() // Nothing is left half-written.
    dialog.current?.close()
    onDone(done)
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby="acto" onClose={onEnd}>
      <h2 id="acto">{label}</h2>
      <p className="act-name">{name}</p>
      <p className="quiet-text">
        {note} {t('alerts.notices.note')}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <UntilChoice severity={severity} />
        <Words
          act="acknowledge"
          form={`acknowledge ${JSON.stringify(filter)}`}
          fault={broken || outcome === 'invalid' ? said : null}
        />
        <p id={said} className="act-outcome" role="status">
          {left ? t('alerts.notices.left', { count: left, n: count(left) }) : null}
          {outcome === 'none' && t('alerts.notices.gone')}
          {broken ?? (fault && t(`alerts.outcomes.${fault}`))}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={outcome === 'sending'}>
            {t('alerts.acts.acknowledge.do')}
          </button>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {t('alerts.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
