/** A part of a page: its title over a rule, what it shows, and below where the figures come from and when they were true. */
import type { ReactNode } from 'react'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { useWords } from '../words/words.ts'
import { HowCounted } from './how-counted.tsx'
import { useIsPaper } from './paper.ts'

type Props = {
  id: string
  title: string
  className?: string
  aside?: ReactNode
  children: ReactNode
  /** Who sent the figures; null while there are none. */
  source: string | null
  asOf: string | null
  how: DefinitionId
  note?: ReactNode
}

export function Part({ id, title, className, aside, children, source, asOf, how, note }: Props) {
  return (
    <section className={className} aria-labelledby={`${id}-title`}>
      <header className="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </header>
      {children}
      <div className="note">
        {note} <Provenance source={source} asOf={asOf} /> <HowCounted of={how} name={title} />
      </div>
    </section>
  )
}

/** "Fuente: INM y DIF, al 25 nov, 10:42 h." */
export function Provenance({ source, asOf }: { source: string | null; asOf: string | null }) {
  const { t } = useWords()
  const { shortDate, time } = useFormat()
  const isPaper = useIsPaper()
  if (!source || !asOf) return null
  const instant = isPaper ? shortDate(asOf) : `${shortDate(asOf)}, ${time(asOf)}`
  return <span className="provenance">{t('figures.source', { source, asOf: t('figures.asOf', { instant }) })}</span>
}
