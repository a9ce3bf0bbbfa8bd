/** Which sources of each state are late and until when they told: asked once for the whole page, which says it at every figure. */
import { createContext, type ReactNode, use } from 'react'
import type { DefinitionId } from '../words/definitions.ts'
import { NATION } from '../words/states.ts'
import { graphql, type ResultOf } from './graphql.ts'
import { useLiveQuery } from './use-live-query.ts'

const SourcesDocument = graphql(`
  query Sources {
    states {
      code
      reporting {
        feed
        source
        status
        lastCutoff
      }
    }
  }
`)

type Answer = NonNullable<ResultOf<typeof SourcesDocument>['states']>

/** What it did since is in no figure. */
export type LateSource = {
  code: string
  source: string
  /** The last day that it told of; null where it never told of any. */
  until: string | null
}

type Feed = { feed: string; source: string; status: string; lastCutoff: string | null }

/** What each figure rests on. Those that are not here rest on no feed of their own, or say it row by row. */
const FEEDS: Partial<Record<DefinitionId, readonly string[]>> = {
  cohort: ['detections', 'protection-cases', 'determinations'],
  held: ['stays'],
  hours: ['stays'],
  facilities: ['stays'],
  unprocessed: ['detections', 'protection-cases'],
  returns: ['executed-returns', 'determinations'],
  detected: ['detections'],
  trend: ['detections', 'protection-cases'],
  duties: ['detections', 'stays', 'protection-cases', 'determinations', 'executed-returns'],
}

const SECONDS_BETWEEN = 30
/** Null while it is asked for. */
const SourcesContext = createContext<Answer | null>(null)

export function SourcesProvider({ children }: { children: ReactNode }) {
  const { data, isLoading } = useLiveQuery({ query: SourcesDocument, variables: {} }, SECONDS_BETWEEN)
  return <SourcesContext value={isLoading ? null : (data?.states ?? NONE)}>{children}</SourcesContext>
}

const NONE: Answer = []

const feedsOf = (states: Answer | null, code = NATION) =>
  (states ?? []).flatMap((state) => (state.reporting && [NATION, state.code].includes(code) ? [state.reporting] : []))

/** How many states report on time, of those of which it is known. */
export function useOnTime() {
  const known = feedsOf(use(SourcesContext))
  return { on: known.filter((feeds) => lateOf(feeds).length === 0).length, of: known.length }
}

/** Whether no authority ever told of anything there, so that finding nothing says nothing. Null while that is asked for. */
export function useIsUntold(code: string): boolean | null {
  const states = use(SourcesContext)
  const feeds = feedsOf(states, code).flat()
  return states && feeds.length > 0 && feeds.every(({ status }) => status === 'NEVER_REPORTED')
}

/** The late sources that a figure rests on: of one state, or of all of them; each with the earliest day. */
export function useLateSources(of: DefinitionId, code: string): readonly LateSource[] {
  const names = FEEDS[of] ?? []
  return (use(SourcesContext) ?? NONE)
    .filter((state) => code === NATION || state.code === code)
    .flatMap(({ code: where, reporting }) => {
      const feeds = (reporting ?? []).filter(({ feed }) => names.some((name) => feed.endsWith(`/${name}`)))
      return lateOf(feeds).map((late) => ({ code: where, ...late }))
    })
}

/** Of the feeds that are late, each source once: by the one that one waits for longest, and a feed that never came first. */
export function lateOf(feeds: readonly Feed[]): readonly Omit<LateSource, 'code'>[] {
  const late = feeds
    .filter(({ status }) => status !== 'ON_TIME')
    .toSorted((a, b) => (a.lastCutoff ?? '').localeCompare(b.lastCutoff ?? ''))
  return late
    .filter(({ source }, i) => late.findIndex((each) => each.source === source) === i)
    .map(({ source, lastCutoff }) => ({ source, until: lastCutoff }))
}
