/** Sets a threshold in the place of another: of which alert and step, where, from how much on and from which day. What may not be set cannot be chosen. */
import { ALERT_KINDS, type AlertKind } from '@vigia/law/alert-kinds'
import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { codesOf } from '@vigia/law/code-list'
import { isBinding, rangeOf, THRESHOLD_AHEAD_IN_DAYS, type ThresholdRange } from '@vigia/law/threshold-changes'
import { useState } from 'react'
import { useClient } from 'urql'
import { useRegistry } from '../../api/registry.tsx'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { addDays } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { StateChoice } from '../../ui/state-choice.tsx'
import { Unchosen } from '../../ui/unchosen.tsx'
import { useThresholdWords } from '../../ui/use-threshold-words.ts'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { TellingDialog } from './telling-dialog.tsx'
import { SetAlertThresholdDocument, ThresholdInForceDocument } from './threshold-queries.ts'

type Settable = { step: number; threshold: Threshold; range: ThresholdRange }

const settableOf = (kind: AlertKind): Settable[] =>
  thresholdsOf(kind).flatMap((threshold, step) => {
    const range = rangeOf(threshold)
    return range ? { step, threshold, range } : []
  })
const KINDS = codesOf(ALERT_KINDS).filter((kind) => settableOf(kind).length > 0)

export function SetThresholdDialog({ onEnd }: { onEnd: () => void }) {
  const { set: words, nationwide } = useSystemWords().thresholds
  const { language } = useWords()
  const { today } = useRegistry()
  const client = useClient()
  const keyed = useWishKey()
  const [kind, setKind] = useState<AlertKind | null>(null)
  const [step, setStep] = useState<number | null>(null)
  const [state, setState] = useState('')
  const settable = kind ? settableOf(kind) : []
  const chosen = settable.find((each) => each.step === step)

  function send(given: FormData, reason: string) {
    const { severity } = chosen?.threshold ?? {}
    if (!kind || !chosen || !severity) throw new Error('No step was chosen of what may be set.')
    const [value, effectiveOn] = [Number(given.get('value')), String(given.get('from') ?? today)]
    const wish = { kind, severity, step: chosen.step, ...(state && { state }), value, effectiveOn, reason }
    return keyed(wish, (input) => client.mutation(SetAlertThresholdDocument, { input }).toPromise())
  }

  function choose(code: string) {
    const next = KINDS.find((each) => each === code) ?? null
    setKind(next)
    const steps = next ? settableOf(next) : []
    setStep(steps.length === 1 ? (steps[0]?.step ?? null) : null)
  }

  return (
    <TellingDialog title={words.form} label={words.words} invalid={words.invalid} send={send} onEnd={onEnd}>
      <label>
        {words.kind}
        <select name="kind" required value={kind ?? ''} onChange={({ target }) => choose(target.value)}>
          <Unchosen />
          {KINDS.map((code) => (
            <option key={code} value={code}>
              {alertKindName(code, language)}
            </option>
          ))}
        </select>
      </label>
      {settable.length > 0 && <StepChoice settable={settable} step={step} onChoose={setStep} />}
      <StateChoice label={words.where} states={null} everywhere={nationwide} isAsked onChoose={setState} />
      {kind && chosen && <Value key={`${kind} ${chosen.step}`} {...{ kind, state, chosen }} />}
      <label>
        {words.from}
        <input
          {...{ name: 'from', type: 'date', required: true, defaultValue: today }}
          {...{ min: today, max: addDays(today, THRESHOLD_AHEAD_IN_DAYS) }}
        />
      </label>
    </TellingDialog>
  )
}

type StepProps = { settable: readonly Settable[]; step: number | null; onChoose: (step: number | null) => void }

/** By how grave it is, and from how much on the registry came with it. */
function StepChoice({ settable, step, onChoose }: StepProps) {
  const { set: words } = useSystemWords().thresholds
  const { t } = useWords()
  const written = useThresholdWords()
  const nameOf = ({ severity, amount, unit, since }: Threshold) =>
    words.stepName(
      t(`figures.severities.${SEVERITY_MARKS[severity]}`),
      written({ value: amount, unit, runsFrom: since }),
    )
  return (
    <label>
      {words.step}
      <select
        name="step"
        required
        value={step ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
      >
        <Unchosen />
        {settable.map((each) => (
          <option key={each.step} value={each.step}>
            {nameOf(each.threshold)}
          </option>
        ))}
      </select>
    </label>
  )
}

type ValueProps = { kind: AlertKind; state: string; chosen: Settable }

/** With what holds there today, and how far it may be set. */
function Value({ kind, state, chosen: { step, threshold, range } }: ValueProps) {
  const { set: words } = useSystemWords().thresholds
  const { count } = useFormat()
  const written = useThresholdWords()
  const asked = useLiveQuery({ query: ThresholdInForceDocument, variables: { kind, state: state || null } })
  const now = asked.data?.alertThresholds?.find((each) => each.step === step)
  return (
    <label>
      {words.value[threshold.unit]}
      <input
        {...{ name: 'value', type: 'number', inputMode: 'numeric', required: true, step: 1 }}
        min={range.least}
        max={range.most}
      />
      <small>
        {now && words.now(written(now))} {words.range(count(range.least), count(range.most))}{' '}
        {isBinding(threshold) && words.binding}
      </small>
    </label>
  )
}
