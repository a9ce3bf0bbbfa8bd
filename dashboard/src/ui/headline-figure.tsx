/** One headline figure: how many, whether that is a breach and since when, how it went, where it is worst, by which law. */
import { type ReactNode, use } from 'react'
import { ScopeContext } from '../api/scope.ts'
import { useLateSources } from '../api/sources.tsx'
import { useNow } from '../api/use-now.ts'
import { hoursBetween } from '../format/calendar.ts'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { Changing } from './changing.tsx'
import { HowCounted } from './how-counted.tsx'
import { useIsPaper } from './paper.ts'
import { Provenance } from './part.tsx'
import { Pause } from './pause.tsx'
import { type Severity, SeverityMark } from './severity-mark.tsx'

/** Of what comes below the name, so that a figure that loads moves nothing. */
export const FIGURE_HEIGHT = '22rem'

const OLD_AFTER_HOURS = 24
/** "123,456". */
const LONGEST_AT_FULL_SIZE = 7

export type Verdict = {
  /** Null when there is nothing to blame. */
  severity: Severity | null
  what: string
  since: string | null
}

/** With a `key` for the question that it answers: what is narrowed otherwise is another figure, and no change of the world. */
export type HeadlineFigureProps = {
  id: DefinitionId
  name: string
  base: string
  /** As it is written. */
  value: string
  change: string | null
  /** Null where they would tell what is withheld. */
  parts: string | null
  verdict: Verdict
  trend: ReactNode
  /** The worst states, or the rank of the one shown. */
  children: ReactNode
  law: string
  source: string
  asOf: string
}

export function HeadlineFigure(props: HeadlineFigureProps) {
  const { id, name, base, value, change, parts, verdict, trend, children, law, source, asOf } = props
  const isPaper = useIsPaper()
  const hoursOld = hoursBetween(asOf, useNow())
  const until = useUntilHere(id)
  // Few are written "1–4" as soon as the reader narrows them, before the answer to that is there: no number changed.
  const isNarrowed = Boolean(use(ScopeContext)?.filter)
  return (
    <FigureFrame id={id} name={name} base={until ? `${base}, ${until}` : base}>
      <p
        className="figure-value"
        data-old={hoursOld >= OLD_AFTER_HOURS || undefined}
        data-long={value.length > LONGEST_AT_FULL_SIZE || undefined}
      >
        <Changing key={isNarrowed ? 'narrowed' : 'whole'} name={`${name} ${base}`}>
          {value}
        </Changing>
        <Pause />
        <span className="figure-change">{hoursOld >= OLD_AFTER_HOURS ? <Age hours={hoursOld} /> : change}</span>
      </p>
      <p className="figure-status">
        {verdict.severity && <SeverityMark severity={verdict.severity} />} <b>{verdict.what}</b>
        {verdict.since && `, ${verdict.since}`}
        <Pause />
        <small>{parts}</small>
      </p>
      <div className="figure-trend">{trend}</div>
      <div>{children}</div>
      <div className="figure-law">
        {law}. {!isPaper && <Provenance source={source} asOf={asOf} of={id} />} <HowCounted of={id} name={name} />
      </div>
    </FigureFrame>
  )
}

/**
 * "dato hasta 9 nov" beside "ahora", where a source of this state's figure is behind; the sources are named at its foot. Of
 * the country most of a figure is of now, so the foot alone says which states are behind.
 */
function useUntilHere(id: DefinitionId) {
  const { t } = useWords()
  const { shortDay } = useFormat()
  const code = use(ScopeContext)?.code ?? NATION
  const until = useLateSources(id, code).find((late) => late.until !== null)?.until
  return until && code !== NATION ? t('status.dataUntil', { day: shortDay(until) }) : null
}

/** A datum that is old says so before it says anything else. */
function Age({ hours }: { hours: number }) {
  const { t } = useWords()
  const { span } = useFormat()
  return <span data-late>{t('figures.old', { span: span(hours) })}</span>
}

type FrameProps = { id: string; name: string; base: string; children: ReactNode }

/** Name and time base stand whether or not there is a figure. */
export function FigureFrame({ id, name, base, children }: FrameProps) {
  return (
    <section className="figure" aria-labelledby={`figure-${id}`}>
      <h2 id={`figure-${id}`}>
        {name} <span>{base}</span>
      </h2>
      {children}
    </section>
  )
}

/** "+17 en 4 semanas, empeora". */
export function useChange() {
  const { t } = useWords()
  return (change: number, written: string) => {
    if (change === 0) return t('figures.same')
    return t(change > 0 ? 'figures.worse' : 'figures.better', { change: written })
  }
}
