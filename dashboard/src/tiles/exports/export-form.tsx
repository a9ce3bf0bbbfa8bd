/** Which list, of when, of which state, and what for. */
import { SHORTEST_REASON } from '@vigia/law/written-words'
import { type FormEvent, useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { type ExportList, type Outcome, takeOut } from '../../api/exports.ts'
import { useSight } from '../../api/sight.ts'
import { StateChoice } from '../../ui/state-choice.tsx'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'

const KINDS = ['COUNTS', 'RECORDS', 'CHILDREN'] as const
const LONGEST_PURPOSE = 300

type Props = { lists: readonly ExportList[]; onWish: (done: Promise<Outcome>) => Promise<void> }

export function ExportForm({ lists, onWish }: Props) {
  const { t, language } = useWords()
  const [name, setName] = useState(lists[0]?.name ?? '')
  const [isAsking, setAsking] = useState(false)
  const { field: purpose } = useDraft<HTMLInputElement>('export')
  const { takes = [], narrows, kind } = lists.find((list) => list.name === name) ?? {}

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isAsking) return
    const given = new FormData(event.currentTarget)
    const [state, from, to] = ['state', 'from', 'to'].map((key) => String(given.get(key) ?? ''))
    const period = from && to ? { from, to } : {}
    setAsking(true)
    await onWish(
      takeOut({ list: name, purpose: String(given.get('purpose')), language, ...(state && { state }), ...period }),
    )
    setAsking(false)
  }

  return (
    <form onSubmit={(event) => void ask(event)}>
      <label>
        {t('exports.list')}{' '}
        <select name="list" value={name} onChange={(event) => setName(event.target.value)}>
          {KINDS.map((kind) => (
            <Group key={kind} label={t(`exports.kinds.${kind}`)} lists={lists.filter((list) => list.kind === kind)} />
          ))}
        </select>
      </label>
      {takes.includes('state') && <OfState />}
      {takes.includes('period') && <Period />}
      {takes.includes('period') && kind === 'COUNTS' && <p className="note wide">{t('exports.unasked')}</p>}
      {narrows && <p className="note wide">{narrows[language]}</p>}
      <label className="wide">
        {t('exports.purpose')}{' '}
        <input
          ref={purpose}
          name="purpose"
          required
          minLength={SHORTEST_REASON}
          autoComplete="off"
          onInput={({ currentTarget: field }) =>
            field.setCustomValidity(wordsFaultIn(field.value, SHORTEST_REASON, language, LONGEST_PURPOSE) ?? '')
          }
        />
      </label>
      <button className="action" type="submit" aria-disabled={isAsking}>
        {t('exports.make')}
      </button>
    </form>
  )
}

function Group({ label, lists }: { label: string; lists: readonly ExportList[] }) {
  const { language } = useWords()
  if (lists.length === 0) return null
  return (
    <optgroup label={label}>
      {lists.map((list) => (
        <option key={list.name} value={list.name}>
          {list.label[language]}
        </option>
      ))}
    </optgroup>
  )
}

/** Who oversees states has them in any case: there is nothing to choose within one. */
function OfState() {
  const { t } = useWords()
  const { states } = useSight()
  if (states && states.length < 2) return null
  return <StateChoice label={t('exports.state')} states={states} everywhere={t('exports.everywhere')} />
}

/** Both days or none. */
function Period() {
  const { t } = useWords()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <>
      <label>
        {t('exports.from')}{' '}
        <input
          name="from"
          type="date"
          value={from}
          max={to || undefined}
          required={to !== ''}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {t('exports.to')}{' '}
        <input
          name="to"
          type="date"
          value={to}
          min={from || undefined}
          required={from !== ''}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
    </>
  )
}
