/** What stands where figures would, had the reader's office a right to them: that they are beyond its scope, and what is within. */
import { addressOf } from '../api/address.ts'
import { useSearch } from '../api/search.ts'
import { useSight } from '../api/sight.ts'
import { useFormat } from '../format/use-format.ts'
import { NATION, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'

/** In the place of a whole page, with the ways to what is within. */
export function Beyond({ code }: { code: string }) {
  const { t } = useWords()
  return (
    <section className="beyond">
      <h1 className="statement">{t('status.beyond')}</h1>
      <p>
        <BeyondNote code={code} />
      </p>
      <p>
        <WaysWithin />
      </p>
    </section>
  )
}

/** To each state that the reader's office answers for. */
export function WaysWithin() {
  const { t, language } = useWords()
  const { search } = useSearch()
  const { states } = useSight()
  return (states ?? []).map((state) => (
    <a key={state} href={addressOf(`/estado/${state}`, search)}>
      {t('where.see', { name: stateName(state, language) })}
    </a>
  ))
}

/** In the place of one figure. */
export function BeyondNote({ code }: { code: string }) {
  const { t, language } = useWords()
  const { list } = useFormat()
  const { states } = useSight()
  const places = list((states ?? []).map((state) => stateName(state, language)))
  return t(code === NATION ? 'status.beyondCountry' : 'status.beyondState', { places })
}
