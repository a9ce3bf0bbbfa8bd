/** What is promised to whoever follows alerts, and how much one may ask: by the numbers that the gateway goes by. */
import * as terms from '@vigia/law/terms-of-partners'
import { useFormat } from '../../format/use-format.ts'
import { partnerWords } from '../../words/partner-words.ts'
import { useWords } from '../../words/words.ts'

const SECOND_IN_MS = 1_000

export function Guarantee() {
  const { language } = useWords()
  const words = partnerWords(language).guarantee
  const rows: readonly (readonly [name: string, says: string])[] = [
    [words.delivery, words.deliveryIs],
    [words.order, words.orderIs],
    [words.cursor, words.cursorIs(terms.REPLAYED_DAYS)],
    [words.heartbeat, words.heartbeatIs(terms.HEARTBEAT_IN_MS / SECOND_IN_MS)],
    [words.key, words.keyIs(terms.ACCESS_TOKEN_IN_S / 60)],
    [
      words.limits,
      words.limitsAre(
        terms.MOST_STREAMS_OF_ONE,
        terms.MOST_SOCKETS_OF_ONE,
        terms.MOST_SUBSCRIPTIONS_OF_A_SOCKET,
        terms.PROGRAM_RATE,
        terms.MOST_AT_ONCE,
      ),
    ],
  ]
  const { count } = useFormat()
  const codes: typeof rows = [
    ['CURSOR_EXPIRED', words.expired],
    ['CURSOR_INVALID', words.invalid],
    ['SLOW_CONSUMER', words.slow(count(terms.MOST_WAITING))],
    ['…_UNAVAILABLE', words.away],
    ['DATABASE_PUT_BACK', words.putBack],
  ]
  return (
    <dl className="terms">
      {rows.map(([name, says]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
      {codes.map(([name, says]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
