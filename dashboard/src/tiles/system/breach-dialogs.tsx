/** What is written into the log of breaches: one that was found, that those concerned were told, or that it was none. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { codesOf } from '@vigia/law/code-list'
import { useClient } from 'urql'
import type { Person } from '../../api/session.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { instantOfMexico } from '../../format/calendar.ts'
import { StatesChoice } from '../../ui/state-choice.tsx'
import { Unchosen } from '../../ui/unchosen.tsx'
import { useSystemWords } from '../../words/system-words.ts'
import { useWords } from '../../words/words.ts'
import {
  type Breach,
  RecordBreachDocument,
  RecordBreachNoticeDocument,
  WithdrawBreachDocument,
} from './system-queries.ts'
import { TellingDialog } from './telling-dialog.tsx'

/** By the clock by which it is shown, wherever the browser is. */
const instantIn = (given: FormData, name: string) => instantOfMexico(String(given.get(name) ?? ''))

export function BreachDialog({ person, onEnd }: { person: Person; onEnd: () => void }) {
  const { breaches: words } = useSystemWords()
  const { language } = useWords()
  const client = useClient()
  const keyed = useWishKey()

  function send(given: FormData, written: string) {
    const authority = codesOf(AUTHORITIES).find((code) => code === given.get('authority')) ?? 'REGISTRY'
    const states = given.getAll('states').map(String)
    const wish = { authority, states, foundAt: instantIn(given, 'foundAt'), words: written }
    return keyed(wish, (input) => client.mutation(RecordBreachDocument, { input }).toPromise())
  }

  return (
    <TellingDialog title={words.form} label={words.words} send={send} onEnd={onEnd}>
      <label>
        {words.authority}
        <select name="authority" required>
          <Unchosen />
          {codesOf(AUTHORITIES).map((code) => (
            <option key={code} value={code}>
              {AUTHORITIES[code][language]}
            </option>
          ))}
        </select>
      </label>
      <StatesChoice
        label={words.states}
        states={person.states}
        chosen={person.states?.length === 1 ? person.states : []}
        isRequired
      />
      <label>
        {words.foundAt}
        <input name="foundAt" type="datetime-local" required />
      </label>
    </TellingDialog>
  )
}

type FurtherProps = { breach: Breach; which: 'notice' | 'withdraw'; onEnd: () => void }

export function FurtherDialog({ breach: { id }, which, onEnd }: FurtherProps) {
  const words = useSystemWords().breaches[which]
  const client = useClient()

  function send(given: FormData, written: string) {
    return which === 'notice'
      ? client
          .mutation(RecordBreachNoticeDocument, { input: { id, toldAt: instantIn(given, 'toldAt'), words: written } })
          .toPromise()
      : client.mutation(WithdrawBreachDocument, { input: { id, reason: written } }).toPromise()
  }

  return (
    <TellingDialog title={words.form} about={id} label={words.words} send={send} onEnd={onEnd}>
      {'at' in words && (
        <label>
          {words.at}
          <input name="toldAt" type="datetime-local" required />
        </label>
      )}
    </TellingDialog>
  )
}
