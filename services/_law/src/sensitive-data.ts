/**
 * Which of the codes that files tell of a child are sensitive data (LGPDPPSO art. 3 X; domain.md 6: of ethnic origin, health, religion and
 * sexual preference), so that the impact assessment names them. A code that is new cannot be left out.
 *
 * Policy  Of what a code tells is a default of Vigía. Of religion none does, though a persecution may rest on it.
 */
import { CAUSES, type Cause } from './causes.ts'
import { codesOf } from './code-list.ts'
import { RISK_FACTORS, type RiskFactor } from './risk-factors.ts'

type Sensitive = 'HEALTH' | 'ETHNIC_ORIGIN' | 'SEXUAL_PREFERENCE'

const OF_RISKS: Readonly<Record<RiskFactor, Sensitive | null>> = {
  THREAT_TO_LIFE: null,
  CRIME_VICTIM: null,
  WITNESS: null,
  TRAFFICKING_VICTIM: null,
  TEENAGE_PREGNANCY: 'HEALTH',
  DISABILITY: 'HEALTH',
  ILLNESS: 'HEALTH',
  MENTAL_HEALTH: 'HEALTH',
  LANGUAGE: 'ETHNIC_ORIGIN',
  STATELESS_OR_UNREGISTERED: null,
  LGBTIQ: 'SEXUAL_PREFERENCE',
  STREET: null,
  SUBSTANCE_USE: 'HEALTH',
  SIBLINGS_IN_CHARGE: null,
  FORMER_RETURN: null,
  RELATIVE_SOUGHT_BY_CRIME: null,
  SEXUAL_VIOLENCE: 'HEALTH',
  TORTURE: 'HEALTH',
  CHILD_SPOUSE: null,
  CHILD_LABOUR: null,
  OUT_OF_SCHOOL: null,
  SPECIAL_EDUCATION: 'HEALTH',
  ARMED_GROUPS: null,
  CONFLICT_WITH_LAW: null,
  INSTITUTIONAL_CARE: null,
  FOSTER_CARE: null,
  FAMILY_TRACING: null,
  OTHER: null,
}

const OF_CAUSES: Readonly<Record<Cause, Sensitive | null>> = {
  FAMILY_REUNIFICATION: null,
  WORK: null,
  DOMESTIC_VIOLENCE: null,
  SOCIAL_VIOLENCE: null,
  PERSECUTION: null,
  GANG_RECRUITMENT: null,
  SEXUAL_VIOLENCE: 'HEALTH',
  TRAFFICKING: null,
  LGBTIQ_DISCRIMINATION: 'SEXUAL_PREFERENCE',
  POVERTY: null,
  EDUCATION: null,
  HEALTH: 'HEALTH',
  DISASTER: null,
  ARMED_CONFLICT: null,
  ORPHANED: null,
  OTHER: null,
  NOT_SAID: null,
}

/** In the words of the code lists: risk factors first, then causes. */
export function codesThatTellOf(what: Sensitive): string[] {
  return [
    ...codesOf(RISK_FACTORS).flatMap((code) => (OF_RISKS[code] === what ? [RISK_FACTORS[code].en] : [])),
    ...codesOf(CAUSES).flatMap((code) => (OF_CAUSES[code] === what ? [CAUSES[code].en] : [])),
  ]
}
