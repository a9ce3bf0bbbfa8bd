/**
 * A27: a place is nearly full, full, or holds more children than it has places for.
 *
 * Law     Ley de Migración art. 106 ¶2: a station lodges no more than it has room for; art. 3 XI: a station is what INM establishes to lodge
 *         foreigners, and so are the provisional stays and places that it sets up. Of a centre no law gives a share of places.
 * Court   None known.
 * Policy  90, 100 and 120 % are defaults of Vigía, of a referral centre or an office too, which are not there to lodge anybody. A home has
 *         no capacity; a place that is listed with none at all is crowded by the first child. Whether there are carers enough (LGDNNA
 *         art. 110 III) is too-few-carers.ts.
 */
import { legalClassOf } from '@vigia/law/facilities'
import type { FacilityRule } from '../../engine/rule.ts'
import { reachedBy } from '../../engine/terms.ts'

export const overcrowded: FacilityRule = {
  kind: 'OVERCROWDED',
  about: 'FACILITY',
  endedBy: { ofInm: 'placements/stays/INM', ofOthers: 'placements/stays/DIF' },
  courses: ({ id, state, type, capacity, entries, lastExit }, thresholds) => {
    if (capacity === null) return []
    // The entry of whoever made the place that full; of those who are there now.
    const entryOf = (percent: number) => entries[Math.max(1, Math.ceil((percent * capacity) / 100)) - 1] ?? null
    const oneTooMany = legalClassOf(type) === 'PROHIBITED' ? (entries[capacity] ?? null) : null
    const steps = reachedBy(thresholds, ({ since, amount }) => (since === 'ACT' ? oneTooMany : entryOf(amount)))
    const since = steps[0]?.at ?? lastExit?.at
    return since ? [{ subject: id, state, facilityId: id, since, steps, ending: null, proof: lastExit }] : []
  },
}
