/** A system to be told of alerts: where, in what form, how it is signed, and how grave the alerts are. */
import { type FormEvent, useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { goToWords } from '../../ui/words-field.tsx'
import { useNoticeWords } from '../../words/notice-words.ts'
import { AddressField, chosen, ENVELOPES, LEAST_NAME, LONGEST_NAME, Options, SEVERITIES } from './endpoint-fields.tsx'
import { type Fault, type Signature, useWebhookActs } from './use-webhook-act.ts'

const SIGNATURES: readonly Signature[] = ['V1A', 'V1']

type Props = { onSecret: (name: string, secret: string) => void; onDone: () => void }

export function EndpointForm({ onSecret, onDone }: Props) {
  const { form: words, systems, outcomes } = useNoticeWords()
  const { create } = useWebhookActs()
  const [fault, setFault] = useState<Fault | null>(null)
  const [isSending, setSending] = useState(false)
  const { field } = useDraft<HTMLInputElement>('endpoint')

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget
    const given = new FormData(form)
    const [url = '', description = '', contact] = ['url', 'description', 'contact'].map((key) =>
      String(given.get(key)).trim(),
    )
    const severity = chosen(['all', 'red', 'critical'] as const, given.get('severity'), 'all')
    const envelope = chosen(ENVELOPES, given.get('envelope'), 'STANDARD')
    const signature = chosen(SIGNATURES, given.get('signature'), 'V1A')
    const input = { url, description, envelope, severities: [...SEVERITIES[severity]], ...(contact && { contact }) }
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setSending(true)
    const { done, fault: came } = await create(input, signature)
    setSending(false)
    setFault(came)
    onDone()
    if (came === 'url') goToWords(form, 'url')
    if (!done) return
    form.reset()
    if (done.secret) onSecret(description, done.secret)
  }

  return (
    <section className="notices-part" aria-labelledby="registrar">
      <header className="part-head">
        <h2 id="registrar">{words.title}</h2>
      </header>
      <form className="notices-form" onSubmit={(event) => void make(event)}>
        <AddressField label={words.url} field={field} fault={fault === 'url' ? outcomes.url : null} />
        <label>
          {words.description}
          <input name="description" required minLength={LEAST_NAME} maxLength={LONGEST_NAME} autoComplete="off" />
        </label>
        <Options label={words.severity} name="severity" values={words.severities} />
        <Options label={words.signature} name="signature" values={systems.signatures} />
        <Options label={words.envelope} name="envelope" values={systems.envelopes} />
        <label>
          {words.contact}
          <input name="contact" type="email" autoComplete="off" />
        </label>
        <p className="notices-do">
          <button className="action" type="submit" aria-disabled={isSending}>
            {words.make}
          </button>
          <span className="act-outcome" role="status">
            {fault && fault !== 'url' && (fault === 'failed' ? words.unknown : outcomes[fault])}
          </span>
        </p>
      </form>
    </section>
  )
}
