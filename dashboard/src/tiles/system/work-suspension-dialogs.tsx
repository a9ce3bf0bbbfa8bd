/** What is written into the calendar of working days: an authority suspends its work, or what was recorded counts no more. */
import { codesOf } from '@vigia/law/code-list'
import { CALENDAR_AUTHORITIES, isOneOfEachState } from '@vigia/law/work-suspensions'
import { useState } from 'react'
import { useClient } from 'urql'
import { useRegistry } from '../../api/registry.tsx'
import { useWishKey } from '../../api/wish-key.ts'
import { StateChoice } from '../../ui/state-choice.tsx'
import { Unchosen } from '../../ui/unchosen.tsx'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import { RecordWorkSuspensionDocument, WithdrawWorkSuspensionDocument } from './system-queries.ts'
import { TellingDialog } from './telling-dialog.tsx'

const AUTHORITIES = codesOf(CALENDAR_AUTHORITIES)

export function RecordSuspensionDialog({ onEnd }: { onEnd: () => void }) {
  const { calendar: words } = useSystemWords()
  const { language } = useWords()
  const { today } = useRegistry()
  const client = useClient()
  const keyed = useWishKey()
  const [authority, setAuthority] = useState<(typeof AUTHORITIES)[number] | null>(null)

  function send(given: FormData, agreement: string) {
    const [from = '', until = '', publishedOn = '', state = ''] = ['from', 'until', 'publishedOn', 'state'].map(
      (name) => String(given.get(name) ?? ''),
    )
    const wish = {
      authority: authority ?? AUTHORITIES[0],
      ...(state && { state }),
      from,
      until,
      publishedOn,
      agreement,
    }
    return keyed(wish, (input) => client.mutation(RecordWorkSuspensionDocument, { input }).toPromise())
  }

  return (
    <TellingDialog title={words.form} label={words.agreement} send={send} onEnd={onEnd}>
      <label>
        {words.authority}
        <select
          name="authority"
          required
          value={authority ?? ''}
          onChange={({ target }) => setAuthority(AUTHORITIES.find((code) => code === target.value) ?? null)}
        >
          <Unchosen />
          {AUTHORITIES.map((code) => (
            <option key={code} value={code}>
              {CALENDAR_AUTHORITIES[code][language]}
            </option>
          ))}
        </select>
      </label>
      {authority && isOneOfEachState(authority) && <StateChoice label={words.state} states={null} />}
      <Days />
      <label>
        {words.publishedOn}
        <input name="publishedOn" type="date" required max={today} />
      </label>
    </TellingDialog>
  )
}

/** That the last is not before the first is said beside them, and not by the registry of all that was written. */
function Days() {
  const { calendar: words } = useSystemWords()
  const [from, setFrom] = useState('')
  return (
    <>
      <label>
        {words.from}
        <input name="from" type="date" required onChange={({ target }) => setFrom(target.value)} />
      </label>
      <label>
        {words.until}
        <input name="until" type="date" required min={from || undefined} />
      </label>
    </>
  )
}

export function WithdrawSuspensionDialog({ id, onEnd }: { id: string; onEnd: () => void }) {
  const { withdraw: words } = useSystemWords().calendar
  const client = useClient()
  const send = (_given: FormData, reason: string) =>
    client.mutation(WithdrawWorkSuspensionDocument, { input: { id, reason } }).toPromise()
  return <TellingDialog title={words.form} about={id} label={words.words} send={send} onEnd={onEnd} />
}
