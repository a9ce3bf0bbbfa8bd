/** Reads hours of the clock: 14:30, 14.30 hrs, 2:30:00 p. m. */

const HOUR = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(?:h(?:rs?|oras?)?\.?)?\s*(?:([ap])\.?\s?m\.?)?$/i

/** As `hh:mm:ss`; null for what is no hour. */
export function hourText(text: string): string | null {
  const [, hours, minutes, seconds = '00', half] = HOUR.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  let hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  return hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 ? null : `${two(hour)}:${minutes}:${seconds}`
}

/** As programs write it that know no day without an hour: 00:00:00.000, and in Mexico 12:00:00 a. m. */
export const isMidnight = (hour: string) => /^0?0[:.]00/.test(hour) || hourText(hour) === '00:00:00'

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
