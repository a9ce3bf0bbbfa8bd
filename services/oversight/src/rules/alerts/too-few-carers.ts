/**
 * A27: a social assistance centre has fewer carers than its children need.
 *
 * Law     LGDNNA art. 110 III: at least one carer for four children under one year, and one for eight older ones.
 * Court   None known.
 * Policy  Of the children of whom the registry knows that they are there, so that the true need is no smaller. One whose age is not
 *         known counts as older. Red from the entry that made them too many; over once they are not, be it by a first birthday. Of a
 *         centre whose carers no list tells nothing is said. What a list told last holds for the whole time. A birthday ends nothing while
 *         DIF has been silent for so long that the alert is frozen (frozen-by.ts): nobody knows who has come meanwhile.
 */
import { carersNeeded } from '@vigia/law/carers'
import { isSocialAssistanceCentre } from '@vigia/law/facilities'
import { instantOf } from '@vigia/law/mexican-time'
import { climb, type Ending } from '../../engine/course.ts'
import type { FacilityPicture } from '../../engine/facility.ts'
import type { FacilityRule } from '../../engine/rule.ts'

export const tooFewCarers: FacilityRule = {
  kind: 'TOO_FEW_CARERS',
  about: 'FACILITY',
  endedBy: 'placements/stays/DIF',
  courses: (place, thresholds) => {
    const { id, state, type, carers, lastExit, silentSince } = place
    if (carers === null || !isSocialAssistanceCentre(type)) return []
    const shortage = lastShortage(place, carers)
    const of = { subject: id, state, facilityId: id, proof: lastExit }
    if (!shortage) return lastExit ? [{ ...of, since: lastExit.at, steps: [], ending: null }] : []
    const { since, ending } = shortage
    const endsUntold = ending !== null && silentSince !== null && ending.at >= silentSince
    return [{ ...of, since, steps: climb({ since }, thresholds), ending, endsUntold }]
  },
}

/** What an entry or a first birthday changes. */
interface Change {
  readonly at: Date
  readonly infants: number
  readonly others: number
}

interface Shortage {
  readonly since: Date
  readonly ending: Ending | null
}

/** The last time at which those who are there now were too many for so many carers, and the birthday by which they no longer are. */
function lastShortage(place: FacilityPicture, carers: number): Shortage | null {
  const there = { infants: 0, others: 0 }
  return changesOf(place).reduce<Shortage | null>((last, { at, infants, others }) => {
    there.infants += infants
    there.others += others
    const isShort = carersNeeded(there) > carers
    if (isShort) return last && !last.ending ? last : { since: at, ending: null }
    if (!last || last.ending) return last
    // Whose it was is not told: with the day it would be the birthday of that child.
    return { since: last.since, ending: { fact: 'first_birthday', id: place.id, at } }
  }, null)
}

/** In their order, each with what it changes in all: an infant is among the entries, and is told apart there. */
function changesOf({ entries, infants }: FacilityPicture): Change[] {
  const changes: Change[] = [
    ...entries.map((at) => ({ at, infants: 0, others: 1 })),
    ...infants.map(({ at }) => ({ at, infants: 1, others: -1 })),
    ...infants.map(({ turnsOneOn }) => ({ at: instantOf(turnsOneOn), infants: -1, others: 1 })),
  ]
  // Whoever turns one at the instant of an entry has turned one before it.
  return changes.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.infants - b.infants)
}
