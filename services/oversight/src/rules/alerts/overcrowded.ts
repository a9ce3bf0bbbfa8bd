/**
 * A27: a place is nearly full, full, or holds more children than it has places for.
 *
 * Law     LGDNNA art. 110 III: carers by the number of children; Ley de Migración art. 106 for INM.
 * Court   None known.
 * Policy  90, 100 and 120 % are defaults of Vigía. A home has no capacity. Whether there are carers enough is too-few-carers.ts.
 */
import { reachedBy } from '../../engine/course.ts'
import type { FacilityRule } from '../../engine/rule.ts'

export const overcrowded: FacilityRule = {
  kind: 'OVERCROWDED',
  about: 'FACILITY',
  endedBy: { ofInm: 'placements/stays/INM', ofOthers: 'placements/stays/DIF' },
  courses: ({ id, state, capacity, entries, lastExit }, thresholds) => {
    if (!capacity) return []
    // The entry of whoever made the place that full; of those who are there now.
    const entryOf = (percent: number) => entries[Math.max(1, Math.ceil((percent * capacity) / 100)) - 1] ?? null
    const steps = reachedBy(thresholds, ({ amount }) => entryOf(amount))
    const since = steps[0]?.at ?? lastExit?.at
    return since ? [{ subject: id, state, facilityId: id, since, steps, ending: null, proof: lastExit }] : []
  },
}
