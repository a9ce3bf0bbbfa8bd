/**
 * A danger and where it lies, in one word: what is sealed of a detection is a list of these.
 *
 * Law     LGDNNA art. 99: the databases tell of the risk factors in the place of origin, in transit and at the destination.
 * Policy  What was told without a place is kept without one: unknown, and of no place rather than of all.
 */
import { isCodeOf } from '@vigia/law/code-list'
import { RISK_FACTORS, RISK_PLACES, type RiskFactor, type RiskPlace } from '@vigia/law/risk-factors'

export interface RiskAtPlace {
  readonly factor: RiskFactor
  /** Null where nobody says it. */
  readonly place: RiskPlace | null
}

/** In no code, so that a word without it is a factor of before places were told. */
const AT = '@'

export function wordOf({ factor, place }: RiskAtPlace): string {
  return place === null ? factor : `${factor}${AT}${place}`
}

/** Throws at a word that no intake has written. */
export function riskIn(word: string): RiskAtPlace {
  const [factor = '', place, ...rest] = word.split(AT)
  const isPlace = place === undefined || isCodeOf(RISK_PLACES, place)
  if (!isCodeOf(RISK_FACTORS, factor) || !isPlace || rest.length > 0) throw new Error(`No risk is written so: ${word}`)
  return { factor, place: place ?? null }
}
