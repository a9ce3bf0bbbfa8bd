/** How the reader's office is written to of alerts, state by state where it has several; and how it chooses otherwise. */
import { codesOf } from '@vigia/law/code-list'
import { LETTER_RHYTHMS } from '@vigia/law/letters'
import { type FormEvent, useState } from 'react'
import { useClient } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import type { Person } from '../../api/session.ts'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { useMoment } from '../../format/use-moment.ts'
import { StateChoice } from '../../ui/state-choice.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { ALERT_SEVERITIES } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { ChooseLettersDocument, type LetterTerms, LetterTermsDocument } from './letter-queries.ts'

const SECONDS_BETWEEN = 30

export function LettersTile({ person }: { person: Person }) {
  const { letterTerms: words } = useNoticeWords()
  const asked = usePolledQuery({ query: LetterTermsDocument, variables: {} }, SECONDS_BETWEEN)
  const terms = asked.data?.letterTerms
  return (
    <section className="account-part letters" aria-labelledby="correos">
      <h2 id="correos">{words.title}</h2>
      <p className="quiet-text">{words.note}</p>
      {terms ? (
        <ul>
          {terms.map((one) => (
            <Row key={one.state?.code ?? 'all'} terms={one} />
          ))}
        </ul>
      ) : (
        <TileStatus title={words.title} height="6rem" {...asked} />
      )}
      <Choosing person={person} onSaved={asked.retry} />
    </section>
  )
}

function Row({ terms: { state, severity, rhythm, address, by, at } }: { terms: LetterTerms }) {
  const { letterTerms: words } = useNoticeWords()
  const { language } = useWords()
  const moment = useMoment()
  return (
    <li>
      <b>{state ? stateName(state.code, language) : words.everywhere}</b>
      <span>
        {words.severities[severity]} · {LETTER_RHYTHMS[rhythm][language]}
      </span>
      <span className="quiet-text">
        {address ?? words.noAddress} · {by && at ? words.chosen(by, moment(at)) : words.unchosen}
      </span>
    </li>
  )
}

function Choosing({ person, onSaved }: { person: Person; onSaved: () => void }) {
  const { letterTerms: words } = useNoticeWords()
  const { language } = useWords()
  const client = useClient()
  const keyed = useWishKey()
  const [outcome, setOutcome] = useState<'saved' | 'tooMuch' | 'failed' | null>(null)

  async function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const severity = ALERT_SEVERITIES.find((code) => code === given.get('severity')) ?? 'CRITICAL'
    const rhythm = codesOf(LETTER_RHYTHMS).find((code) => code === given.get('rhythm')) ?? 'AT_ONCE'
    const wish = { state: String(given.get('state') ?? '') || null, severity, rhythm }
    // What is said twice is heard twice only where it was not there in between.
    setOutcome(null)
    const { error } = await keyed(wish, (input) => client.mutation(ChooseLettersDocument, { input }).toPromise())
    setOutcome(error ? (wasTooMuch(error) ? 'tooMuch' : 'failed') : 'saved')
    onSaved()
  }

  return (
    <form onSubmit={(event) => void choose(event)}>
      <StateChoice
        label={words.state}
        states={person.states}
        everywhere={person.states === null ? words.everywhere : undefined}
      />
      <label>
        {words.severity}{' '}
        <select name="severity">
          {ALERT_SEVERITIES.map((code) => (
            <option key={code} value={code}>
              {words.severities[code]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.rhythm}{' '}
        <select name="rhythm">
          {codesOf(LETTER_RHYTHMS).map((code) => (
            <option key={code} value={code}>
              {LETTER_RHYTHMS[code][language]}
            </option>
          ))}
        </select>
      </label>
      <button className="action" type="submit">
        {words.choose}
      </button>
      <p role="status">{outcome && words.outcomes[outcome]}</p>
    </form>
  )
}
