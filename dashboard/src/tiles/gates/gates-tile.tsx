/** An officer of INM asks, by the number of a detection of his office, whether a Procuraduría permits a return, or contact with the consulate. */
import '../../ui/styles/fields.css'
import '../../ui/styles/sign-in.css'
import { type FormEvent, useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

const GATES = graphql(`
  query Gates($number: String!) {
    returnGate(number: $number) {
      answer
      documentNumber
      documentDate
    }
    consularContactGate(number: $number) {
      answer
    }
  }
`)

/** A Procuraduría may take back a permit at any moment, and nothing tells INM so. A default of Vigía. */
const HOLDS_FOR_MS = 300_000
const BETWEEN_LOOKS_IN_MS = 1_000

export function GatesTile() {
  const { t } = useWords()
  const [number, setNumber] = useState<string | null>(null)
  const [{ data, error, fetching }, again] = useQuery({
    query: GATES,
    variables: { number: number ?? '' },
    pause: number === null,
    requestPolicy: 'network-only',
  })

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const asked = String(new FormData(event.currentTarget).get('number')).trim()
    if (asked === number) again()
    else setNumber(asked)
  }

  const isAnswered = number !== null && !fetching
  return (
    <section className="account-part" aria-labelledby="permiso">
      <h2 id="permiso">{t('gates.title')}</h2>
      <p className="quiet-text">{t('gates.note')}</p>
      <form onSubmit={ask}>
        <label>
          {t('gates.number')} <input name="number" required maxLength={80} autoComplete="off" />
        </label>
        <button className="action" type="submit">
          {t('gates.ask')}
        </button>
      </form>
      <div role="status">
        {isAnswered && (data && !error ? <Answer number={number} data={data} /> : <p>{t('gates.failed')}</p>)}
      </div>
    </section>
  )
}

/** Whatever does not say that it is permitted says that it is not. */
function Answer({ number, data }: { number: string; data: ResultOf<typeof GATES> }) {
  const { t } = useWords()
  const { day, time } = useFormat()
  const [at] = useState(() => new Date())
  const [hasLapsed, setLapsed] = useState(false)
  useEffect(() => {
    // By the clock: of a machine that slept meanwhile a timer knows nothing.
    const timer = setInterval(() => setLapsed(Date.now() - at.getTime() >= HOLDS_FOR_MS), BETWEEN_LOOKS_IN_MS)
    return () => clearInterval(timer)
  }, [at])
  const { returnGate: ofReturn, consularContactGate: ofConsulate } = data
  const words = (answer?: string) => t(answer === 'PERMITTED' ? 'gates.permitted' : 'gates.notPermitted')
  const { documentNumber, documentDate } = ofReturn ?? {}
  if (hasLapsed) return <p>{t('gates.lapsed', { time: time(at) })}</p>
  return (
    <>
      <p>{number}</p>
      <ul>
        <li>
          <b>{t('gates.ofReturn')}</b>
          <strong>{words(ofReturn?.answer)}</strong>
          {documentNumber && documentDate && (
            <span>{t('gates.document', { number: documentNumber, day: day(documentDate) })}</span>
          )}
        </li>
        <li>
          <b>{t('gates.ofConsulate')}</b>
          <strong>{words(ofConsulate?.answer)}</strong>
        </li>
      </ul>
      <p>{t('gates.at', { time: time(at) })}</p>
    </>
  )
}
