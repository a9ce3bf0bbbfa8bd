/**
 * The letter that may be sent about an alert, to be looked through, copied and signed. None to whoever would write it to himself, and none
 * while a service does not answer for its part: without its articles it would ask for nothing that is owed, and nobody would see it.
 */
import type { ReactNode } from 'react'
import { useSession } from '../../api/session.ts'
import { useIsSynthetic } from '../../api/synthetic.ts'
import type { Asked } from '../../api/use-live-query.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { alertLetter, isWrittenOf, type LetterWords, letterWords } from '../../words/alert-letter.ts'
import { ownOffice } from '../../words/alert-offices.ts'
import { isOfAnOffice } from '../../words/alert-subjects.ts'
import { inSpanish, useWords } from '../../words/words.ts'
import type { AlertAlone } from './alert-query.ts'

type Props = { alert: AlertAlone } & Pick<Asked<unknown>, 'isLoading' | 'failure' | 'retry'>

export function Letter({ alert, ...asked }: Props) {
  const { language } = useWords()
  const words = letterWords(language)
  const session = useSession()
  const office = session.state === 'in' ? ownOffice(session.person.role) : null
  const isOwed = office !== null && alert.dutyHolders.includes(office)
  if (isOwed || !isWrittenOf(alert)) return null
  if (!asked.failure) return <Draft alert={alert} words={words} />
  return (
    <section aria-labelledby="oficio">
      <LetterHead title={words.title} />
      <TileStatus title={words.title} height="8rem" {...asked} />
    </section>
  )
}

function Draft({ alert, words }: { alert: AlertAlone; words: LetterWords }) {
  const { articles, child, facility, kind, place } = alert
  const isOfUntoldChild = !child && !place && !isOfAnOffice(kind)
  const isSynthetic = useIsSynthetic()
  const parts = { ...alert, isOfUntoldChild, isSynthetic, articles: articles ?? [], place: facility ?? place }
  const text = alertLetter(parts, new Date(), inSpanish())
  return (
    <section aria-labelledby="oficio">
      <LetterHead title={words.title}>
        <CopyButton text={text} label={words.copy} said={words} />
      </LetterHead>
      <p className="note">
        {words.note} {isOfUntoldChild && words.untold}
      </p>
      <pre className="letter" lang="es">
        {text}
      </pre>
    </section>
  )
}

function LetterHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="part-head">
      <h2 id="oficio">{title}</h2>
      {children}
    </header>
  )
}
