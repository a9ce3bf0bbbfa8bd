/** Every kind of alert: what it says is so, its terms, the article behind it, who owes the duty and what ends it. */
import { dutiesBehind } from '@vigia/law/alert-duties'
import { ALERT_KINDS, ALERT_SEVERITIES, type AlertKind } from '@vigia/law/alert-kinds'
import { meaningOf } from '@vigia/law/alert-meanings'
import { ALERT_OFFICES, dutyHoldersOf } from '@vigia/law/alert-offices'
import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { codesOf } from '@vigia/law/code-list'
import { citationOf } from '@vigia/law/legal-basis'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { alertEnding } from '../../words/alert-endings.ts'
import { type PartnerWords, partnerWords } from '../../words/partner-words.ts'
import { type Language, useWords } from '../../words/words.ts'

const KINDS = codesOf(ALERT_KINDS)

export function KindsTable() {
  const { language } = useWords()
  const words = partnerWords(language).kinds
  const heads = [words.number, words.name, words.when, words.article, words.holder, words.ends]
  return (
    <table className="kinds" aria-labelledby="kinds-title" {...asTable}>
      <TableHead titles={heads} />
      <tbody {...asRows}>
        {KINDS.map((kind) => (
          <KindRow key={kind} kind={kind} />
        ))}
      </tbody>
    </table>
  )
}

function KindRow({ kind }: { kind: AlertKind }) {
  const { language } = useWords()
  const words = partnerWords(language).kinds
  const { number, ...name } = ALERT_KINDS[kind]
  const other = language === 'en' ? 'es' : 'en'
  return (
    <tr {...asRow} id={isFirstOf(number, kind) ? number : kind}>
      <td className="kind-number" {...asCell}>
        {number}
      </td>
      <th scope="row" {...asRowHead}>
        <b>{name[language]}</b>
        <small lang={other}>{name[other]}</small>
        <small className="kind-code" lang="zxx" translate="no">
          {kind}
        </small>
        <p>{meaningOf(kind)[language]}</p>
      </th>
      <td data-head={words.when} {...asCell}>
        <ul>
          {thresholdsOf(kind).map((threshold) => (
            <li key={`${threshold.severity} ${threshold.amount} ${threshold.since}`}>
              {termOf(threshold, words, language)}
            </li>
          ))}
        </ul>
      </td>
      <td data-head={words.article} {...asCell}>
        {dutiesBehind(kind).map(citationOf).join('; ')}
      </td>
      <td data-head={words.holder} {...asCell}>
        {holdersOf(kind, language) || words.byTheAct}
      </td>
      <td data-head={words.ends} {...asCell}>
        {alertEnding(kind, language)}
      </td>
    </tr>
  )
}

/** "Crítica a las 36 h (LM art. 68)": the citation only where the number is not ours. */
function termOf({ severity, amount, unit, since, basis }: Threshold, words: PartnerWords['kinds'], language: Language) {
  if (since === 'FEWEST' || since === 'SILENCE') return words.ofAll[since](amount)
  const when = since === 'ACT' ? words.onAct : amount === 0 ? words.atOnce : words.units[unit](amount)
  const cited = basis.kind === 'POLICY' ? '' : ` (${citationOf(basis)})`
  const from = since === 'REQUEST' ? ` ${words.sinceRequest}` : ''
  return `${ALERT_SEVERITIES[severity][language]} ${when}${from}${cited}`
}

/** Empty where it depends on the case: whose place, whose file, whose answer. */
function holdersOf(kind: AlertKind, language: Language): string {
  if (kind === 'OVERCROWDED') return ''
  const holders = dutyHoldersOf({ kind, subject: '', isPlaceOfInm: false })
  return holders.map((office) => ALERT_OFFICES[office][language]).join('; ')
}

/** Two kinds may share a number. */
function isFirstOf(number: string, kind: AlertKind): boolean {
  return KINDS.find((one) => ALERT_KINDS[one].number === number) === kind
}
