/** The 26 closed weeks before the day of the data, the same weeks a year before, and the two spans of 28 days. */
import { addDays, mondayOf } from '../format/calendar.ts'

const DAYS_IN_WEEK = 7
const WEEKS = 26
const WEEKS_IN_YEAR = 52
const DAYS_IN_SPAN = 28

export function halfYearUntil(today: string) {
  const monday = mondayOf(today)
  const from = addDays(monday, -WEEKS * DAYS_IN_WEEK)
  const to = addDays(monday, -1)
  return {
    from,
    to,
    beforeFrom: addDays(from, -WEEKS_IN_YEAR * DAYS_IN_WEEK),
    beforeTo: addDays(to, -WEEKS_IN_YEAR * DAYS_IN_WEEK),
  }
}

export const fourWeeksBefore = (today: string) => addDays(today, -DAYS_IN_SPAN)

/** The last 28 days, today included, and the 28 before them. */
export const lastFourWeeks = (today: string) => ({ from: addDays(today, 1 - DAYS_IN_SPAN), to: today })
export const fourWeeksEarlier = (today: string) => ({
  from: addDays(today, 1 - 2 * DAYS_IN_SPAN),
  to: addDays(today, -DAYS_IN_SPAN),
})
