/** One acknowledgement for the alerts of a notice that nobody sees to: each gets its own step, and what could not be is said. */
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import { ruleBrokenBy } from '@vigia/law/written-words'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { AlertFilter, AlertSeverity } from '../../api/filters.ts'
import { tellOwnChange } from '../../api/live.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { useFormat } from '../../format/use-format.ts'
import { tell } from '../../ui/announcer.tsx'
import { stand } from '../../ui/stage.tsx'
import { useGoOn } from '../../ui/use-go-on.ts'
import { goToWords, writtenIn } from '../../ui/words-field.tsx'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'
import { UntilChoice, Words } from './act-dialog.tsx'
import { AcknowledgeAllDocument, SeenDocument } from './notice-queries.ts'
import { type Outcome, outcomeOf } from './use-act.ts'

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
  const n = Math.min(props.waiting, AT_ONCE)
  const label = t('alerts.notices.all', { count: n, n: count(n) })
  return (
    <span className="act-list" ref={line}>
      <button className="action" type="button" aria-label={`${label}: ${props.name}`} onClick={open}>
        {label}
      </button>
    </span>
  )

  function open() {
    stand((end) => <Dialog {...props} label={label} onDone={done} onEnd={end} />)
  }

  function done() {
    tell(t('alerts.acts.acknowledge.done', { name: props.name }))
    goOn()
  }
}

type DialogProps = Props & { label: string; onDone: () => void; onEnd: () => void }

function Dialog({ filter, severity, name, label, onDone, onEnd }: DialogProps) {
  const { t } = useWords()
  const { count } = useFormat()
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useId()
  const { send, left, outcome, broken } = useAcknowledgeAll(filter)
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (outcome === 'sending') return
    const [form, given] = [event.currentTarget, new FormData(event.currentTarget)]
    const [words, until] = [writtenIn(given, 'words'), String(given.get('until') ?? '')]
    if (ruleBrokenBy(words, REASON_CHARACTERS)) goToWords(form, 'words')
    if ((await send(words, until)) !== 0) return
    dialog.current?.close()
    onDone()
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby="acto" onClose={onEnd}>
      <h2 id="acto">{label}</h2>
      <p className="act-name">{name}</p>
      <p className="quiet-text">{t('alerts.notices.note')}</p>
      <form onSubmit={(event) => void submit(event)}>
        <UntilChoice severity={severity} />
        <Words
          act="acknowledge"
          form={`acknowledge ${JSON.stringify(filter)}`}
          fault={broken || outcome === 'invalid' ? said : null}
        />
        <p id={said} className="act-outcome" role="status">
          {left ? t('alerts.notices.left', { count: left, n: count(left) }) : null}
          {broken ?? (outcome && outcome !== 'sending' && outcome !== 'done' && t(`alerts.outcomes.${outcome}`))}
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

/** What is acknowledged is what stood there when the dialog was opened, as it stood then. `left`: how many could not be. */
function useAcknowledgeAll(filter: AlertFilter) {
  const client = useClient()
  // What joins them while one writes, nobody has seen.
  const [opened] = useState(look)
  const seen = useRef<typeof opened | null>(opened)
  const keyed = useWishKey()
  const [outcome, setOutcome] = useState<Outcome | 'sending' | null>(null)
  const [left, setLeft] = useState(0)
  const { language } = useWords()
  const [broken, setBroken] = useState<string | null>(null)

  async function look() {
    const { data } = await client
      .query(SeenDocument, { filter: { ...filter, isAcknowledged: false } }, { requestPolicy: 'network-only' })
      .toPromise()
    return data?.alerts?.edges.map(({ node: { id, version } }) => ({ id, version })) ?? null
  }

  async function send(words: string, until: string): Promise<number | null> {
    const fault = wordsFaultIn(words, REASON_CHARACTERS, language)
    setBroken(fault)
    if (fault) return null
    setOutcome('sending')
    setLeft(0)
    seen.current ??= look()
    const alerts = await seen.current
    if (!alerts) {
      seen.current = null
      setOutcome('failed')
      return null
    }
    const { data, error } = await keyed({ alerts, reason: words, until }, (input) =>
      client.mutation(AcknowledgeAllDocument, { input }).toPromise(),
    )
    const refused = data?.acknowledgeAlerts?.refused.length ?? null
    setOutcome(error ? outcomeOf(error) : 'done')
    if (error || refused === null) return null
    // Those that changed meanwhile are looked at anew.
    seen.current = null
    setLeft(refused)
    tellOwnChange()
    return refused
  }
  return { send, left, outcome, broken }
}
