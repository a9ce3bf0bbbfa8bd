/** Takes a threshold back that was set, from a day on: not before the day from which it holds. */
import { useClient } from 'urql'
import { useRegistry } from '../../api/registry.tsx'
import { useWishKey } from '../../api/wish-key.ts'
import { useSystemWords } from '../../words/system-words.ts'
import { TellingDialog } from './telling-dialog.tsx'
import { type Change, EndAlertThresholdDocument } from './threshold-queries.ts'

export function EndThresholdDialog({ change, onEnd }: { change: Change; onEnd: () => void }) {
  const { end: words } = useSystemWords().thresholds
  const { today } = useRegistry()
  const client = useClient()
  const keyed = useWishKey()
  const { kind, severity, step, state, effectiveOn } = change
  const first = [today, effectiveOn].toSorted().at(-1) ?? today
  const send = (given: FormData, reason: string) => {
    const wish = { kind, severity, step, ...(state && { state: state.code }), reason }
    return keyed({ ...wish, effectiveOn: String(given.get('from') ?? first) }, (input) =>
      client.mutation(EndAlertThresholdDocument, { input }).toPromise(),
    )
  }
  return (
    <TellingDialog title={words.form} about={change.key} label={words.words} send={send} onEnd={onEnd}>
      <label>
        {words.from}
        <input name="from" type="date" required min={first} defaultValue={first} />
      </label>
    </TellingDialog>
  )
}
