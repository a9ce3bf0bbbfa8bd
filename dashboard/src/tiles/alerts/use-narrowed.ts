/** What the address says of the alerts to show, and how the graph is asked for them. */
import { type AlertFilter, type AlertKind, type AlertSeverity, SEVERITIES } from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { isAlertKind } from '../../words/alert-words.ts'

export type Narrowed = {
  state: string | undefined
  kind: AlertKind | undefined
  severity: AlertSeverity | undefined
  child: string | undefined
  isResolved: boolean
  /** Not as lines of many: what was resolved, and what is of one child. */
  isOneByOne: boolean
  isNarrow: boolean
}

export function useNarrowed(): Narrowed {
  const { entidad, tipo, gravedad, situacion, nna } = useSearch().search
  const isResolved = situacion === 'resueltas'
  return {
    state: entidad,
    kind: isAlertKind(tipo) ? tipo : undefined,
    severity: gravedad && SEVERITIES[gravedad],
    child: nna,
    isResolved,
    isOneByOne: isResolved || nna !== undefined,
    isNarrow: [entidad, tipo, gravedad, situacion, nna].some((each) => each !== undefined),
  }
}

export function alertFilterOf({ state, kind, severity, child, isResolved }: Narrowed): AlertFilter {
  return {
    ...(state && { state }),
    ...(kind && { kind: [kind] }),
    ...(severity && { severity: [severity] }),
    ...(child && { child }),
    // Of one child all are shown, what is over too: that is its history.
    ...(!child && { isOpen: !isResolved }),
  }
}
