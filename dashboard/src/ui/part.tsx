/** A part of a page: its title over a rule, what it shows, and below where the figures come from and when they were true. */
import { type ReactNode, use } from 'react'
import { ScopeContext } from '../api/scope.ts'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { DataUntil } from './data-until.tsx'
import { Download, type File } from './download.tsx'
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
  /** The list of counts that can be taken out from here. */
  file?: File
}

export function Part({ id, title, className, aside, children, source, asOf, how, note, file }: Props) {
  return (
    <section className={className} aria-labelledby={`${id}-title`}>
      <header className="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </header>
      {children}
      <div className="note">
        {note} <Provenance source={source} asOf={asOf} of={how} /> <HowCounted of={how} name={title} />{' '}
        {file && asOf && <Download file={file} name={title} />}
      </div>
    </section>
  )
}

type ProvenanceProps = Pick<Props, 'source' | 'asOf'> & { of: DefinitionId }

/** "Fuente: INM y PPNNA, al 25 nov, 10:42 h. PPNNA de Colima, dato hasta 9 nov." */
export function Provenance({ source, asOf, of }: ProvenanceProps) {
  const { t } = useWords()
  const { shortDate, time } = useFormat()
  const isPaper = useIsPaper()
  const code = use(ScopeContext)?.code ?? NATION
  if (!source || !asOf) return null
  const instant = isPaper ? shortDate(asOf) : `${shortDate(asOf)}, ${time(asOf)}`
  return (
    <span className="provenance">
      {t('figures.source', { source, asOf: t('figures.asOf', { instant }) })} <DataUntil of={of} code={code} />
    </span>
  )
}
