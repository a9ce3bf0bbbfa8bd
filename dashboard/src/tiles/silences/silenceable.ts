/** Which notices an office may hold back: the registry decides, and what it would refuse is not offered. */
import { isSilenceable } from '@vigia/law/alert-acts'
import { overseesSome } from '@vigia/law/alert-offices'
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import type { AlertKind } from '../../api/filters.ts'
import type { Role } from '../../api/session.ts'
import { ownOffice } from '../../words/alert-offices.ts'
import { ALERT_KIND_CODES } from '../../words/alert-words.ts'

export function silenceableBy(role: Role): readonly AlertKind[] {
  const office = ownOffice(role)
  if (office === null) return []
  // What is never less than critical is never silent.
  const isEverSilent = (kind: AlertKind) => thresholdsOf(kind).some(({ severity }) => isSilenceable(severity))
  return ALERT_KIND_CODES.filter((kind) => overseesSome(office, kind) && isEverSilent(kind))
}
