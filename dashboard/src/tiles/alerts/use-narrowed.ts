/** What the address says of the alerts to show, and how the graph is asked for them. */
import {
  type AlertFilter,
  type AlertKind,
  type AlertSeverity,
  DUTY_HOLDERS,
  SEVERITIES,
  type STANDINGS,
} from '../../api/filters.ts'
import { useSearch } from '../../api/search.ts'
import { useSession } from '../../api/session.ts'
import { type AlertOffice, ownOffice } from '../../words/alert-offices.ts'
import { isAlertKind } from '../../words/alert-words.ts'

export type Narrowed = {
  state: string | undefined
  kind: AlertKind | undefined
  severity: AlertSeverity | undefined
  child: string | undefined
  /** Undefined for what stands open. */
  standing: (typeof STANDINGS)[number] | undefined
  isAcknowledged: boolean | undefined
  /** To which they are given. */
  office: AlertOffice | undefined
  dutyHolder: AlertOffice | undefined
  /** Not as lines of many: of what is no figure of the board. */
  isOneByOne: boolean
  isNarrow: boolean
}

export function useNarrowed(): Narrowed {
  const { entidad, tipo, gravedad, situacion, nna, acuse, asignadas, deber } = useSearch().search
  const session = useSession()
  const own = session.state === 'in' ? ownOffice(session.person.role) : null
  const few = [situacion, nna, acuse, asignadas, deber]
  return {
    state: entidad,
    kind: isAlertKind(tipo) ? tipo : undefined,
    severity: gravedad && SEVERITIES[gravedad],
    child: nna,
    standing: situacion,
    isAcknowledged: acuse && acuse === 'si',
    dutyHolder: deber && DUTY_HOLDERS[deber],
    office: asignadas ? (own ?? undefined) : undefined,
    isOneByOne: few.some((each) => each !== undefined),
    isNarrow: [entidad, tipo, gravedad, ...few].some((each) => each !== undefined),
  }
}

/** Of one child all are shown, what is over too. */
export const isHistory = ({ child, standing }: Narrowed) => child !== undefined && standing === undefined

const STANDS = {
  open: { isOpen: true },
  resueltas: { isOpen: false, isClosed: false },
  cerradas: { isClosed: true },
} as const satisfies Record<string, AlertFilter>

export function alertFilterOf(narrowed: Narrowed): AlertFilter {
  const { state, kind, severity, child, standing, isAcknowledged, office, dutyHolder } = narrowed
  return {
    ...(state && { state }),
    ...(kind && { kind: [kind] }),
    ...(severity && { severity: [severity] }),
    ...(child && { child }),
    ...(isAcknowledged !== undefined && { isAcknowledged }),
    ...(dutyHolder && { dutyHolder }),
    ...(office && { assignedTo: { office } }),
    ...(!isHistory(narrowed) && STANDS[standing ?? 'open']),
  }
}
