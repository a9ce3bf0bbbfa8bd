/**
 * How old a child is on a day, in which age group, and who is a child.
 *
 * Law     Ley de Migración art. 3 XVI, LGDNNA art. 5: under 18; under 12 a girl or boy, from 12 an adolescent.
 *         Where it is doubtful whether somebody is over 18, that person is presumed to be an adolescent.
 * Policy  A person whose birth date is an estimate is presumed a child while the estimate makes the age 18
 *         or less: the doubt of one year is a default of Vigía.
 */
import type { LocalDate } from './local-dates.ts'
import type { AgeGroup, DetailedAgeGroup } from './people.ts'

export const AGE_OF_MAJORITY = 18
export const AGE_OF_ADOLESCENCE = 12

export interface KnownAge {
  readonly bornOn: LocalDate | null
  /** Whole years, as somebody wrote them down on the day; used where no birth date is known. */
  readonly age?: number | null
  readonly isEstimated?: boolean
}

/** Whole years on that day. Negative when born later. */
export function ageOn(bornOn: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** The age group of so many whole years; UNKNOWN for null; null where it is not the age of a child. */
export function ageGroupOf(years: number | null): AgeGroup | null {
  if (years === null) return 'UNKNOWN'
  if (years < 0 || years >= AGE_OF_MAJORITY) return null
  return years < AGE_OF_ADOLESCENCE ? 'FROM_0_TO_11' : 'FROM_12_TO_17'
}

/** The group within the age group, of so many whole years; null where they are not known, or not those of a child. */
export function detailedAgeGroupOf(years: number | null): DetailedAgeGroup | null {
  if (years === null || years < 0 || years >= AGE_OF_MAJORITY) return null
  if (years <= 2) return 'FROM_0_TO_2'
  if (years <= 5) return 'FROM_3_TO_5'
  if (years < AGE_OF_ADOLESCENCE) return 'FROM_6_TO_11'
  return years <= 14 ? 'FROM_12_TO_14' : 'FROM_15_TO_17'
}

/**
 * Whether somebody counts as an adolescent by the presumption of art. 3 XVI, as a detection is kept: no years, since the estimate gives
 * those of an adult, and yet a group. Null where neither is known: then nobody had to presume anything.
 */
export function isPresumedMinor(years: number | null, group: AgeGroup): boolean | null {
  if (years !== null) return false
  return group === 'UNKNOWN' ? null : true
}

/** Whole years on that day, by the birth date or else as written down; null when neither is known. */
export function knownAgeOn({ bornOn, age }: KnownAge, day: LocalDate): number | null {
  return bornOn === null ? (age ?? null) : ageOn(bornOn, day)
}

/**
 * The age group on that day. UNKNOWN where neither birth date nor age is known; a person presumed to be an
 * adolescent counts as one; null where the person is no child.
 */
export function ageGroupOn(known: KnownAge, day: LocalDate): AgeGroup | null {
  const years = knownAgeOn(known, day)
  if (years === null || years < AGE_OF_MAJORITY) return ageGroupOf(years)
  return isChildOn(known, day) ? 'FROM_12_TO_17' : null
}

/** Under 18, or presumed to be. Nobody is presumed an adult. */
export function isChildOn(known: KnownAge, day: LocalDate): boolean {
  const years = knownAgeOn(known, day)
  if (years === null) return true
  const limit = known.isEstimated && known.bornOn !== null ? AGE_OF_MAJORITY + 1 : AGE_OF_MAJORITY
  return years >= 0 && years < limit
}
