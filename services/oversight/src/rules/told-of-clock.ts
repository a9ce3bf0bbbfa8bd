/**
 * How closely an asker is told when the clock of an alert began, and by which fact it ended. What is known of children to the minute
 * finds the one of whom an alert does not say that it is about it: by an entry where it is, by a detection that it has no counsel.
 */
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
