/**
 * What of a child's dangers whoever lodges it is told: what its health asks for, that it needs another language, and that it has to be
 * kept safe from somebody, without what from (security.md 3.2).
 *
 * Law     LGDNNA arts. 50 and 94: health and protection of the child who is lodged.
 * Policy  Which of the factors of art. 99 bear on care is a default of Vigía. Allergies are told by no file, and so by nobody.
 */
import type { RiskFactor } from './risk-factors.ts'

type Bearing = 'HEALTH' | 'LANGUAGE' | 'SAFETY'

/** Null for what care is not told: it asks for nothing of whoever lodges the child, or says too much of it. */
const BEARS_ON: Readonly<Record<RiskFactor, Bearing | null>> = {
  THREAT_TO_LIFE: 'SAFETY',
  CRIME_VICTIM: 'SAFETY',
  WITNESS: 'SAFETY',
  TRAFFICKING_VICTIM: 'SAFETY',
  TEENAGE_PREGNANCY: 'HEALTH',
  DISABILITY: 'HEALTH',
  ILLNESS: 'HEALTH',
  MENTAL_HEALTH: 'HEALTH',
  LANGUAGE: 'LANGUAGE',
  STATELESS_OR_UNREGISTERED: null,
  LGBTIQ: null,
  STREET: null,
  SUBSTANCE_USE: 'HEALTH',
  SIBLINGS_IN_CHARGE: null,
  FORMER_RETURN: null,
  RELATIVE_SOUGHT_BY_CRIME: 'SAFETY',
  SEXUAL_VIOLENCE: 'SAFETY',
  TORTURE: 'SAFETY',
  CHILD_SPOUSE: 'SAFETY',
  CHILD_LABOUR: null,
  OUT_OF_SCHOOL: null,
  SPECIAL_EDUCATION: null,
  ARMED_GROUPS: 'SAFETY',
  CONFLICT_WITH_LAW: null,
  INSTITUTIONAL_CARE: null,
  FOSTER_CARE: null,
  FAMILY_TRACING: null,
  OTHER: null,
}

export interface CareNeeds {
  /** Those that bear on health, as they are recorded. */
  readonly health: readonly RiskFactor[]
  needsOtherLanguage: boolean
  /** Whether a danger is recorded from which the child has to be kept safe; which, care is not told. */
  isFlagged: boolean
}

/** Null where no factor is recorded: that is unknown, and not none. */
export function careNeedsOf(factors: readonly RiskFactor[]): CareNeeds | null {
  if (factors.length === 0) return null
  const bears = (on: Bearing) => [...new Set(factors)].filter((factor) => BEARS_ON[factor] === on)
  return {
    health: bears('HEALTH'),
    needsOtherLanguage: bears('LANGUAGE').length > 0,
    isFlagged: bears('SAFETY').length > 0,
  }
}
