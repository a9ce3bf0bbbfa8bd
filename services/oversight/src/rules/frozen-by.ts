/**
 * By whose silence an alert is frozen: while the office that would tell what ends it is silent, nobody knows whether it
 * still holds. It stays open, its clock runs on, and it says since when nothing is known.
 *
 * Law     LGDNNA art. 99 ¶2: the information is sent at the moment in which it arises.
 * Policy  What a place tells of whom it keeps, INM tells of its premises and DIF of the others. Of a return against which a claim or an
 *         amparo stands, COMAR tells: of most it is a claim. Silent is an office whose alert A33 is critical: 7 days past what is
 *         usual. Defaults of Vigía.
 */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { ALL_RULES } from './alerts/all.ts'

const ENDED_BY = new Map(ALL_RULES.map(({ kind, endedBy }) => [kind, endedBy]))

/** The subject of the alert of that silence; null where no single office tells the end of this kind. */
export function silenceThatFreezes(alert: { kind: AlertKind; state: string; isPlaceOfInm: boolean }): string | null {
  const endedBy = ENDED_BY.get(alert.kind) ?? null
  const delivery = typeof endedBy === 'object' && endedBy ? endedBy[alert.isPlaceOfInm ? 'ofInm' : 'ofOthers'] : endedBy
  return delivery && `${delivery}/${alert.state}`
}
