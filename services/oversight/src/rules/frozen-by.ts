/**
 * By whose silence an alert is frozen: while the office that would tell what ends it is silent, nobody knows whether it
 * still holds. It stays open, its clock runs on, and it says since when nothing is known.
 *
 * Law     LGDNNA art. 99 ¶2: the information is sent at the moment in which it arises.
 * Policy  What a place tells of whom it keeps, INM tells of its premises and DIF of the others. Of what stands against a return COMAR tells
 *         where it is a claim, and the Procuraduría where it is an amparo: while either is silent nobody knows whether the last of it has
 *         ended. Of the report on a complaint the commission tells that asked. Silent is an office whose alert A33 is critical: 7
 *         days past what is usual. Defaults of Vigía.
 */
import type { AlertKind } from '@vigia/law/alert-kinds'
import type { Delivery } from '../engine/state.ts'
import { ALL_RULES } from './alerts/all.ts'

const ENDED_BY = new Map(ALL_RULES.map(({ kind, endedBy }) => [kind, endedBy]))

interface Asked {
  readonly kind: AlertKind
  readonly subject: string
  readonly state: string
  readonly isPlaceOfInm: boolean
}

/** The subjects of the alerts of those silences; none where no office tells the end of this kind. */
export function silencesThatFreeze(alert: Asked): string[] {
  return deliveriesThatEnd(alert).map((delivery) => `${delivery}/${alert.state}`)
}

function deliveriesThatEnd({ kind, subject, isPlaceOfInm }: Asked): readonly Delivery[] {
  const endedBy = ENDED_BY.get(kind) ?? null
  if (endedBy === null) return []
  if (typeof endedBy === 'function') return endedBy({ subject })
  return [typeof endedBy === 'object' ? endedBy[isPlaceOfInm ? 'ofInm' : 'ofOthers'] : endedBy]
}
