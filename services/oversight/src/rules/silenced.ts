/**
 * Until when notices of an alert are held back from an office, by silences that stand.
 *
 * Policy  A silence holds back the notices of those of the role that set it, and of nobody else: no secretary silences an
 *         ombudsperson, and no partner is silenced at all. What is critical is never silent. The alert stands as it is.
 */
import type { Role } from '@vigia/law/access-matrix'
import { isSilenceable } from '@vigia/law/alert-acts'
import type { AlertKind, AlertSeverity } from '@vigia/law/alert-kinds'

export interface Silence {
  readonly kinds: readonly AlertKind[]
  /** Null: of every state. */
  readonly state: string | null
  readonly facilityId: string | null
  /** Of whom. */
  readonly authorRole: Role
  readonly until: Date
  readonly endedAt: Date | null
}

export interface Silenceable {
  readonly kind: AlertKind
  readonly severity: AlertSeverity
  readonly state: string
  readonly facilityId: string | null
}

/** Null where nothing is held back from those of this role. */
export function silencedUntil(
  silences: readonly Silence[],
  alert: Silenceable,
  { role, now }: { role: Role; now: Date },
): Date | null {
  if (!isSilenceable(alert.severity)) return null
  const holding = silences.filter(
    (silence) => silence.authorRole === role && silence.endedAt === null && silence.until > now && isOf(silence, alert),
  )
  return holding.length === 0 ? null : new Date(Math.max(...holding.map(({ until }) => until.getTime())))
}

function isOf({ kinds, state, facilityId }: Silence, alert: Silenceable): boolean {
  return (
    kinds.includes(alert.kind) &&
    (state === null || state === alert.state) &&
    (facilityId === null || facilityId === alert.facilityId)
  )
}
