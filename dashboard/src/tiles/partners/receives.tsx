/** What a partner may ask of an alert, under which pseudonyms, and what it is never told. */
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { partnerWords } from '../../words/partner-words.ts'
import { useWords } from '../../words/words.ts'

export function Receives() {
  const { language } = useWords()
  const words = partnerWords(language).receives
  return (
    <div className="receives">
      <dl className="terms">
        {Object.entries(words.rows).map(([field, says]) => (
          <div key={field}>
            <dt>
              <code>{field}</code>
            </dt>
            <dd>
              {says}
              {field === 'step' && <code className="code-list">{TOLD_UNASKED.join(' ')}</code>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="nevers">
        <h3>{words.never}</h3>
        <ul>
          {words.nevers.map((never) => (
            <li key={never}>{never}</li>
          ))}
        </ul>
        <p>{words.why}</p>
      </div>
    </div>
  )
}
