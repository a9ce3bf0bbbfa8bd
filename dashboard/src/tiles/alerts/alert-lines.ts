/** Lines of the inbox: what is open of one kind and severity in one state is one line, however many alerts there are under it. */
import type { AlertKind, AlertSeverity } from '../../api/filters.ts'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { ALERT_KIND_CODES, ALERT_SEVERITIES } from '../../words/alert-words.ts'
import { NATION } from '../../words/states.ts'

export const OpenAlertsDocument = graphql(`
  query OpenAlerts {
    nation {
      openAlerts {
        kind
        severity
        count
        closedByPerson
        isTermSet
      }
    }
    states {
      code
      openAlerts {
        kind
        severity
        count
        closedByPerson
        isTermSet
      }
    }
  }
`)

type Asked = ResultOf<typeof OpenAlertsDocument>
type States = Asked['states']
type Counted = NonNullable<NonNullable<States>[number]['openAlerts']>[number]

export type AlertLine = { kind: AlertKind; state: string; severity: AlertSeverity; count: number; isTermSet: boolean }

type Narrowed = { state?: string | undefined; kind?: AlertKind | undefined; severity?: AlertSeverity | undefined }

/** Null where no state could be read; a state that could not is not among them. */
export function linesOf(states: States | undefined, narrowed: Narrowed): readonly AlertLine[] | null {
  const told = states?.filter(({ openAlerts }) => openAlerts !== null) ?? []
  if (told.length === 0) return null
  return countedIn(told, narrowed)
    .map(standingOpen)
    .filter(({ count }) => count > 0)
    .toSorted(byUrgency)
}

/** Beside what stands open: how many persons have closed though their cause holds. */
export const closedIn = (states: States | undefined, narrowed: Narrowed): number =>
  countedIn(states ?? [], narrowed).reduce((sum, { closedByPerson }) => sum + closedByPerson, 0)

const countedIn = (states: NonNullable<States>, { state, kind, severity }: Narrowed) =>
  states
    .flatMap(({ code, openAlerts }) => (openAlerts ?? []).map((counted) => ({ ...counted, state: code })))
    .filter((counted) => !state || counted.state === state)
    .filter((counted) => !kind || counted.kind === kind)
    .filter((counted) => !severity || counted.severity === severity)

/** With what is counted of the nation and of none of its states, as of the nation. Nobody is told it who oversees states alone. */
export function withNation({ nation, states }: Pick<Asked, 'nation' | 'states'>): States {
  if (!nation?.openAlerts || !states || states.some(({ openAlerts }) => openAlerts === null)) return states
  const ofStates = states.flatMap(({ openAlerts }) => openAlerts ?? [])
  const own = nation.openAlerts.flatMap((all) => {
    const alike = ofStates.filter(({ kind, severity }) => kind === all.kind && severity === all.severity)
    const less = (of: 'count' | 'closedByPerson') => all[of] - alike.reduce((sum, each) => sum + each[of], 0)
    return less('count') > 0 ? [{ ...all, count: less('count'), closedByPerson: less('closedByPerson') }] : []
  })
  return own.length === 0 ? states : [...states, { code: NATION, openAlerts: own }]
}

/** What a person has closed though its cause holds stands in a list of its own. */
const standingOpen = ({
  kind,
  severity,
  state,
  count,
  closedByPerson,
  isTermSet,
}: Counted & { state: string }): AlertLine => ({
  kind,
  severity,
  state,
  count: count - closedByPerson,
  isTermSet,
})

/** Gravest first; of those what the law forbids outright, and where most are. */
const byUrgency = (a: AlertLine, b: AlertLine) =>
  ALERT_SEVERITIES.indexOf(a.severity) - ALERT_SEVERITIES.indexOf(b.severity) ||
  ALERT_KIND_CODES.indexOf(a.kind) - ALERT_KIND_CODES.indexOf(b.kind) ||
  b.count - a.count ||
  a.state.localeCompare(b.state)

export const sumOf = (lines: readonly AlertLine[]) => lines.reduce((sum, { count }) => sum + count, 0)

/** How many of each severity, of all lines. */
export function totalsOf(lines: readonly AlertLine[]): Readonly<Record<AlertSeverity, number>> {
  const of = (severity: AlertSeverity) => sumOf(lines.filter((line) => line.severity === severity))
  return { CRITICAL: of('CRITICAL'), RED: of('RED'), AMBER: of('AMBER') }
}
