/** Something to be done about an alert, with the reason that it asks for: said back before it is sent, and what came of it. */
import { acknowledgedUntilAtMost, REASON_CHARACTERS, WORDS_CHARACTERS } from '@vigia/law/alert-acts'
import { ALERT_OFFICES } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { AlertSeverity } from '../../api/filters.ts'
import { useMoment } from '../../format/use-moment.ts'
import { Unchosen } from '../../ui/unchosen.tsx'
import { goToWords, WordsField, writtenIn } from '../../ui/words-field.tsx'
import { type AlertOffice, officeName } from '../../words/alert-offices.ts'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'
import type { Act } from './acts.ts'
import { type Outcome, useAct } from './use-act.ts'

/** Those whose accounts see alerts. */
const SEE_ALERTS: readonly AlertOffice[] = codesOf(ALERT_OFFICES).filter(
  (office) => !['DIF', 'SNDIF', 'INM', 'COMAR'].includes(office),
)
const DAYS = [1, 3, 7, 14] as const
const DAY_IN_MS = 86_400_000
/** The clock of the reader may be ahead of that of the registry. */
const MARGIN_IN_MS = 600_000

type Props = {
  act: Act
  alert: { id: string; version: number; severity: AlertSeverity }
  /** What is wrong and about whom. */
  name: string
  onDone: () => void
  onEnd: () => void
}

export function ActDialog({ act, alert, name, onDone, onEnd }: Props) {
  const { t, language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useId()
  const [outcome, setOutcome] = useState<Outcome | 'sending' | null>(null)
  const [broken, setBroken] = useState<string | null>(null)
  const send = useAct(act)
  // What the author has seen: what comes meanwhile is shown behind, and counts once he was told that it changed.
  const [version, setVersion] = useState(alert.version)
  useEffect(() => dialog.current?.showModal(), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (outcome === 'sending') return
    const [form, given] = [event.currentTarget, new FormData(event.currentTarget)]
    const words = writtenIn(given, 'words')
    const fault = act === 'assign' ? null : wordsFaultIn(words, shortestOf(act), language)
    setBroken(fault)
    if (fault) {
      goToWords(form, 'words')
      return setOutcome('invalid')
    }
    const until = String(given.get('until') ?? '')
    const office = SEE_ALERTS.find((each) => each === given.get('office')) ?? null
    if (act === 'assign' && office === null) return setOutcome('invalid')
    setOutcome('sending')
    const came = await send({ id: alert.id, version, words, until, office })
    if (came.outcome === 'done') {
      form.reset() // Nothing is left half-written.
      // What is said beside an open dialog is not heard.
      dialog.current?.close()
      onDone()
    }
    if (came.version !== null) setVersion(came.version)
    setOutcome(came.outcome)
  }

  return (
    <dialog ref={dialog} className="act" aria-labelledby="acto" onClose={onEnd}>
      <h2 id="acto">{t(`alerts.acts.${act}.title`)}</h2>
      <p className="act-name">{name}</p>
      <p className="quiet-text">{t(`alerts.acts.${act}.note`)}</p>
      <form onSubmit={(event) => void submit(event)}>
        {act === 'acknowledge' && <UntilChoice severity={alert.severity} />}
        {act === 'assign' ? (
          <OfficeChoice />
        ) : (
          <Words act={act} form={`${act} ${alert.id}`} fault={outcome === 'invalid' ? said : null} />
        )}
        <p id={said} className="act-outcome" role="status">
          {broken ?? (outcome && outcome !== 'done' && outcome !== 'sending' && t(`alerts.outcomes.${outcome}`))}
        </p>
        <p className="act-buttons">
          <button className="action" type="submit" aria-disabled={outcome === 'sending'}>
            {t(`alerts.acts.${act}.do`)}
          </button>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {t('alerts.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  )
}

const shortestOf = (act: Act) =>
  act === 'acknowledge' || act === 'release' || act === 'close' ? REASON_CHARACTERS : WORDS_CHARACTERS

type WordsProps = { act: Exclude<Act, 'assign'>; form: string; fault: string | null }

/** `form` tells it from all others, `fault` is of what says that they will not do. */
export function Words({ act, form, fault }: WordsProps) {
  const { t } = useWords()
  const note = t('alerts.wordsNote', { n: String(shortestOf(act)) })
  return <WordsField name="words" label={t(`alerts.acts.${act}.words`)} note={note} form={form} fault={fault} />
}

export function UntilChoice({ severity }: { severity: AlertSeverity }) {
  const { t } = useWords()
  const moment = useMoment()
  const [opened] = useState(() => new Date())
  const latest = acknowledgedUntilAtMost(severity, opened).getTime()
  const ends = DAYS.map((days) => ({ days, at: opened.getTime() + days * DAY_IN_MS })).filter(({ at }) => at <= latest)
  return (
    <label>
      {t('alerts.acts.acknowledge.until')}
      <select name="until">
        {ends.map(({ days, at }) => {
          const until = new Date(at - (at === latest ? MARGIN_IN_MS : 0))
          return (
            <option key={days} value={until.toISOString()} data-choice={days}>
              {t('alerts.acts.acknowledge.days', { count: days, when: moment(until) })}
            </option>
          )
        })}
      </select>
    </label>
  )
}

function OfficeChoice() {
  const { t, language } = useWords()
  return (
    <label>
      {t('alerts.acts.assign.office')}
      <select name="office" required>
        <Unchosen />
        {SEE_ALERTS.map((office) => (
          <option key={office} value={office}>
            {officeName(office, language)}
          </option>
        ))}
      </select>
    </label>
  )
}
