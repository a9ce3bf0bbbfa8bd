/** The letter that may be sent about an alert, to be looked through, copied and signed. None to whoever would write it to himself. */
import { useSession } from '../../api/session.ts'
import { useIsSynthetic } from '../../api/synthetic.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { alertLetter, isWrittenOf, letterWords } from '../../words/alert-letter.ts'
import { ownOffice } from '../../words/alert-offices.ts'
import { isOfAnOffice } from '../../words/alert-subjects.ts'
import { inSpanish, useWords } from '../../words/words.ts'
import type { AlertAlone } from './alert-query.ts'

export function Letter({ alert }: { alert: AlertAlone }) {
  const { language } = useWords()
  const words = letterWords(language)
  const { articles, child, facility, kind, place } = alert
  const isOfUntoldChild = !child && !place && !isOfAnOffice(kind)
  const session = useSession()
  const isSynthetic = useIsSynthetic()
  const office = session.state === 'in' ? ownOffice(session.person.role) : null
  const isOwed = office !== null && alert.dutyHolders.includes(office)
  if (isOwed || !isWrittenOf(alert)) return null
  const parts = { ...alert, isOfUntoldChild, isSynthetic, articles: articles ?? [], place: facility ?? place }
  const text = alertLetter(parts, new Date(), inSpanish())
  return (
    <section aria-labelledby="oficio">
      <header className="part-head">
        <h2 id="oficio">{words.title}</h2>
        <CopyButton text={text} label={words.copy} said={words} />
      </header>
      <p className="note">
        {words.note} {isOfUntoldChild && words.untold}
      </p>
      <pre className="letter" lang="es">
        {text}
      </pre>
    </section>
  )
}
