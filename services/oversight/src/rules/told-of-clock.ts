/**
 * How closely an asker is told when the clock of an alert began, and by which fact it ended. What is known of children to the minute
 * finds the one of whom an alert does not say that it is about it: by an entry where it is, by a detection that it has no counsel.
 */
import type { Side } from '@vigia/law/competence'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'

/** WHOLE: as they are. DAY: the local day. RAISED: nothing but what the registry did, since each of these facts is of some child. */
export type Closeness = 'WHOLE' | 'DAY' | 'RAISED'

interface About {
  childId: string | null
  facilityId: string | null
}

interface MayKnow {
  /** Of whom such an alert is. */
  whom: boolean
  /** Who is or was in that place. */
  whoIsThere: boolean
}

/** The clock of an alert about a place begins and ends with somebody who comes or leaves. */
export function closenessOf({ childId, facilityId }: About, { whom, whoIsThere }: MayKnow): Closeness {
  if (childId !== null) return whom ? 'WHOLE' : 'DAY'
  return facilityId === null || whoIsThere ? 'WHOLE' : 'RAISED'
}

/** An instant of a fact as it is told so closely. */
export function toldAs(closeness: Closeness, at: Date, openedAt: Date): Date {
  if (closeness === 'WHOLE') return at
  return closeness === 'DAY' ? instantOf(localDateOf(at)) : openedAt
}

/** Whose acts the facts are that end alerts; of the place, where its keeper tells them. What is not named may be of either side. */
const WHOSE: Readonly<Record<string, Side | 'PLACE'>> = {
  ...{ executed_return: 'FEDERAL', migration_document: 'FEDERAL', asylum_claim: 'FEDERAL' },
  ...{ protection_case: 'STATE', determination: 'STATE', restitution_plan: 'STATE', follow_up: 'STATE' },
  ...{ representation: 'STATE', counsel_request: 'STATE' },
  ...{ stay: 'PLACE', place_told: 'PLACE', missing_report: 'PLACE' },
}

/** Whether a fact is an act of others to who oversees one side: of it the local day is told, as of the act itself. */
export function isEndedByOthers(fact: string, oversees: Side, isPlaceOfOthers: boolean): boolean {
  const whose = WHOSE[fact]
  if (whose === undefined) return false
  return whose === 'PLACE' ? isPlaceOfOthers : whose !== oversees
}
