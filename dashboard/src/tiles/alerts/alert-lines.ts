/** Lines of the inbox: what is open of one kind and severity in one state is one line, however many alerts there are under it. */
import type { AlertKind, AlertSeverity } from '../../api/filters.ts'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { ALERT_KIND_CODES, ALERT_SEVERITIES } from '../../words/alert-words.ts'

export const OpenAlertsDocument = graphql(`
  query OpenAlerts {
    states {
      code
      openAlerts {
        kind
        severity
        count
        closedByPerson
      }
    }
  }
`)

type States = ResultOf<typeof OpenAlertsDocument>['states']
type Counted = NonNullable<NonNullable<States>[number]['openAlerts']>[number]

export type AlertLine = { kind: AlertKind; state: string; severity: AlertSeverity; count: number }

type Narrowed = { state?: string | undefined; kind?: AlertKind | undefined; severity?: AlertSeverity | undefined }

/** Null where no state could be read; a state that could not is not among them. */
export function linesOf(states: States | undefined, { state, kind, severity }: Narrowed): readonly AlertLine[] | null {
  const told = states?.filter(({ openAlerts }) => openAlerts !== null) ?? []
  if (told.length === 0) return null
  return told
    .flatMap(({ code, openAlerts }) => (openAlerts ?? []).map((counted) => standingOpen(counted, code)))
    .filter(({ count }) => count > 0)
    .filter((line) => !state || line.state === state)
    .filter((line) => !kind || line.kind === kind)
    .filter((line) => !severity || line.severity === severity)
    .toSorted(byUrgency)
}

/** What a person has closed though its cause holds stands in a list of its own. */
const standingOpen = ({ kind, severity, count, closedByPerson }: Counted, state: string): AlertLine => ({
  kind,
  severity,
  state,
  count: count - closedByPerson,
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
