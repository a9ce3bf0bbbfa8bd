/** At what hour things happen: detections by weekday and hour, office acts by day. */
import { DAY, HOUR, type Minute, startOfDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'

const HOURS = drawer<string>({
  ...{ 0: 2, 1: 2, 2: 2, 3: 2, 4: 3, 5: 5, 6: 6, 7: 7, 8: 7, 9: 7, 10: 7, 11: 6, 12: 6 },
  ...{ 13: 5, 14: 5, 15: 5, 16: 5, 17: 5, 18: 5, 19: 5, 20: 4, 21: 4, 22: 3, 23: 3 },
})

/** Fewer children are found on Sundays. Days 0 to 6 from Sunday. */
const WEEKDAYS = [0.6, 1, 1.05, 1.05, 1.05, 1, 0.9]

/** A moment of a span, both ends inside it, weighted by weekday and hour. */
export function momentIn(random: Random, from: Minute, until: Minute): Minute {
  for (let attempt = 0; attempt < 12; attempt++) {
    const day = startOfDay(from + random.below(until - from))
    if (!random.chance(WEEKDAYS[weekday(day)] ?? 1)) continue
    const at = day + Number(HOURS(random)) * HOUR + random.below(HOUR)
    if (at >= from && at < until) return at
  }
  return from + random.below(Math.max(1, until - from))
}

/** Office hours of a day. */
export function officeHour(random: Random, day: Minute): Minute {
  return startOfDay(day) + (8 + random.below(11)) * HOUR + random.below(HOUR)
}

/** 0 for Sunday. 1 January 1970 was a Thursday. */
function weekday(at: Minute): number {
  return (Math.floor(at / DAY) + 4) % 7
}
