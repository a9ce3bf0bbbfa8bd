/** What is to be otherwise of a system: where it is, in what form it is told, and of which alerts. Another address is proven anew. */
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { useSight } from '../../api/sight.ts'
import { stand } from '../../ui/stage.tsx'
import { StatesChoice } from '../../ui/state-choice.tsx'
import { goToWords } from '../../ui/words-field.tsx'
import { ALERT_KIND_CODES, alertKindName, isAlertKind } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import { AddressField, chosen, ENVELOPES, LEAST_NAME, LONGEST_NAME, Options, SEVERITIES } from './endpoint-fields.tsx'
import { type Fault, useWebhookActs } from './use-webhook-act.ts'
import type { Endpoint } from './webhook-queries.ts'

type ButtonProps = { endpoint: Endpoint; onDone: () => void }
type Props = ButtonProps & { onEnd: () => void }

export function ChangeButton({ endpoint, onDone }: ButtonProps) {
  const { acts } = useNoticeWords()
  return (
    <button
      className="quiet"
      type="button"
      aria-label={acts.of(acts.change.do, endpoint.description)}
      onClick={() => stand((end) => <ChangeDialog {...{ endpoint, onDone }} onEnd={end} />)}
    >
      {acts.change.do}
    </button>
  )
}

function ChangeDialog({ endpoint, onDone, onEnd }: Props) {
  const { form: words, acts, systems, outcomes } = useNoticeWords()
  const { t } = useWords()
  const { change } = useWebhookActs()
  const { field, restored } = useDraft<HTMLInputElement>(`endpoint ${endpoint.id}`)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [fault, setFault] = useState<Fault | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget
    const given = new FormData(form)
    const written = (name: string) => String(given.get(name) ?? '').trim()
    const severity = chosen(['all', 'red', 'critical'] as const, given.get('severity'), 'all')
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const { done, fault: came } = await change(endpoint.id, {
      ...{ url: written('url'), description: written('description'), contact: written('contact') },
      envelope: chosen(ENVELOPES, given.get('envelope'), 'STANDARD'),
      severities: [...SEVERITIES[severity]],
      kinds: given.getAll('kinds').map(String).filter(isAlertKind),
      states: given.getAll('states').map(String),
    })
    setSending(false)
    setFault(came)
    onDone()
    if (done) {
      form.reset() // Nothing is left half-written.
      dialog.current?.close()
    }
    if (came === 'url') goToWords(form, 'url')
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby={title} onClose={onEnd}>
      <h2 id={title}>{acts.change.do}</h2>
      <p className="act-name">{endpoint.description}</p>
      <p className="quiet-text">{acts.change.note}</p>
      <p className="quiet-text" role="status">
        {restored && t(`session.draft.${restored}`)}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <Where {...{ endpoint, fault, field }} />
        <Options label={words.envelope} name="envelope" values={systems.envelopes} chosen={endpoint.envelope} />
        <Options label={words.severity} name="severity" values={words.severities} chosen={severityOf(endpoint)} />
        <Lists endpoint={endpoint} />
        <p className="act-outcome" role="status">
          {fault && fault !== 'url' && outcomes[fault]}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={isSending}>
            {acts.change.save}
          </button>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {acts.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}

const severityOf = ({ severities }: Endpoint) =>
  severities === null || severities.length === 3 ? 'all' : severities.includes('RED') ? 'red' : 'critical'

type WhereProps = { endpoint: Endpoint; fault: Fault | null; field: RefObject<HTMLInputElement | null> }

function Where({ endpoint, fault, field }: WhereProps) {
  const { form: words, outcomes } = useNoticeWords()
  return (
    <>
      <AddressField
        label={words.url}
        before={endpoint.url}
        field={field}
        fault={fault === 'url' ? outcomes.url : null}
      />
      <label>
        {words.description}
        <input
          {...{ name: 'description', required: true, minLength: LEAST_NAME, maxLength: LONGEST_NAME }}
          defaultValue={endpoint.description}
          autoComplete="off"
        />
      </label>
      <label>
        {words.contact}
        <input name="contact" type="email" defaultValue={endpoint.contact ?? ''} autoComplete="off" />
      </label>
    </>
  )
}

/** Nothing chosen is all of them. */
function Lists({ endpoint }: { endpoint: Endpoint }) {
  const { acts } = useNoticeWords()
  const { t, language } = useWords()
  const { states } = useSight()
  return (
    <>
      <label>
        {acts.change.kinds} {t('where.several')}
        <select name="kinds" multiple size={5} defaultValue={endpoint.kinds ?? []}>
          {ALERT_KIND_CODES.map((kind) => (
            <option key={kind} value={kind}>
              {alertKindName(kind, language)}
            </option>
          ))}
        </select>
      </label>
      <StatesChoice label={acts.change.states} states={states} chosen={endpoint.states ?? []} />
    </>
  )
}
