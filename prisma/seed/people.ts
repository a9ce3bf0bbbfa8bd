/** Invented children: names as papers of their country write them, birth dates, languages and numbers. Nobody here exists. */
import { ageAt, civil, DAY, type Minute, minuteOf } from './calendar.ts'
import type { Company } from './calibration/children.ts'
import { curpOf } from './curp.ts'
import type { ChildSex, Names } from './names/names.ts'
import { foreignNames, HAITIAN } from './names/others.ts'
import { BOYS, COMPOUND_BOYS, COMPOUND_GIRLS, GIRLS, MAYA_SURNAMES, SURNAMES } from './names/spanish.ts'
import type { Random } from './random.ts'

export interface Person extends Names {
  readonly id: number
  readonly sex: ChildSex
  readonly nationality: string
  readonly bornOn: Minute
  readonly isBirthEstimated: boolean
  readonly language: string
  readonly countryOfBirth: string
  readonly countryOfResidence: string
  readonly company: Company
  /** With an adult who cares by custom only. */
  readonly isSeparated: boolean
  readonly nue: string | null
  readonly curp: string | null
}

/** Given names and surnames; siblings pass the surnames they share. */
export function namesOf(random: Random, nationality: string, sex: ChildSex, surnames?: Omit<Names, 'given'>): Names {
  return { given: givenName(random, nationality, sex), ...(surnames ?? surnamesOf(random, nationality)) }
}

function givenName(random: Random, nationality: string, sex: ChildSex): string {
  const girl = sex === 'FEMALE'
  const foreign = foreignNames(nationality)
  if (foreign) return random.pick(girl ? foreign.girls : foreign.boys)
  if (random.chance(0.12)) return random.pick(random.pick(girl ? COMPOUND_GIRLS : COMPOUND_BOYS))
  const names = girl ? GIRLS : BOYS
  const one = random.pick(names)
  const other = random.pick(names)
  return random.chance(0.55) && other !== one ? `${one} ${other}` : one
}

function surnamesOf(random: Random, nationality: string): Omit<Names, 'given'> {
  const foreign = foreignNames(nationality)
  if (foreign) return { first: random.pick(foreign.surnames), second: null }
  // Children of Haitian families who lived in the south carry Haitian surnames (domain.md 3.2).
  if (nationality === 'CHL' && random.chance(0.85)) return { first: random.pick(HAITIAN.surnames), second: null }
  const surname = () => random.pick(nationality === 'GTM' && random.chance(0.4) ? MAYA_SURNAMES : SURNAMES)
  return { first: surname(), second: random.chance(0.87) ? surname() : null }
}

export function languageOf(random: Random, nationality: string): string {
  const foreign = foreignNames(nationality)
  if (foreign) return foreign.language
  if (nationality === 'GTM' && random.chance(0.3)) return random.pick(["Q'eqchi'", 'Mam', "K'iche'", 'Kaqchikel'])
  return nationality === 'HND' && random.chance(0.02) ? 'Garífuna' : 'Español'
}

/** A birth date that makes the child exactly so old on the day of detection; an estimate is 1 January (domain.md 6). */
export function birthOf(random: Random, years: number, detectedAt: Minute, isEstimated: boolean): Minute {
  const { year, month, day } = civil(detectedAt)
  if (isEstimated) return minuteOf(year - years, 1, 1)
  const latest = minuteOf(year - years, month, month === 2 ? Math.min(day, 28) : day)
  const born = latest - random.below(364) * DAY
  return ageAt(born, detectedAt) === years ? born : latest
}

/** A number of nine digits that is given once: the factor shares no divisor with a thousand million. */
export function nueOf(count: number): string {
  return `N${String((BigInt(count) * 387_420_489n + 104_729n) % 1_000_000_000n).padStart(9, '0')}`
}

export function curpFor(random: Random, names: Names, sex: ChildSex, bornOn: Minute): string {
  return curpOf(names, sex, bornOn, random.below(26))
}
