/** When a Procuraduría, DIF, a consulate and COMAR are told of a child, and what else the acta of detection says. */
import type { Cause } from '@vigia/law/causes'
import type { DetectingAuthority } from '@vigia/law/detecting-authorities'
import type { DetectionType } from '@vigia/law/detection-types'
import type { AccompanimentBasis } from '@vigia/law/people'
import type { RiskFactor, RiskPlace } from '@vigia/law/risk-factors'
import type { TransitCondition } from '@vigia/law/transit-conditions'
import { HOUR, type Minute } from '../calendar.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import { evidenceOf, type HandedOver, INM_IS_FULLER_SINCE } from './evidence.ts'
import type { Detection } from './facts.ts'
import type { Found } from './found.ts'

const authority = drawer<DetectingAuthority>({
  ...{
    INM_AFM: 70,
    NATIONAL_GUARD: 13,
    INM_BETA: 4,
    INM_OPI: 3,
    SELF_PRESENTED: 3,
    STATE_POLICE: 2,
    MUNICIPAL_POLICE: 1,
  },
  ...{ SEDENA: 1, CIVIL_SOCIETY: 1, COMAR: 1, DIF: 0.7, US_AUTHORITY: 0.3 },
})
const typeOf = drawer<DetectionType>({
  ...{
    MIGRATION_CHECK: 55,
    RESCUE: 22,
    HANDED_OVER: 12,
    VERIFICATION_VISIT: 5,
    PORT_OF_ENTRY: 3,
    SPONTANEOUS_REQUEST: 3,
  },
})
const basis = drawer<AccompanimentBasis>({ STATEMENTS: 60, DOCUMENTS: 28, CONSULAR: 8, OTHER: 4 })
const cause = drawer<Cause>({
  ...{
    FAMILY_REUNIFICATION: 28,
    WORK: 10,
    SOCIAL_VIOLENCE: 18,
    POVERTY: 16,
    DOMESTIC_VIOLENCE: 5,
    GANG_RECRUITMENT: 4,
  },
  ...{ PERSECUTION: 3, EDUCATION: 4, ARMED_CONFLICT: 3, DISASTER: 1, SEXUAL_VIOLENCE: 1, HEALTH: 1, NOT_SAID: 5 },
})
const transit = drawer<TransitCondition>({
  ...{ BUS: 30, ON_FOOT: 24, FREIGHT_TRUCK: 8, TRAIN: 5, WITH_SMUGGLER: 12, IN_GROUP: 8, DARIEN: 6, EXTORTION: 3 },
  ...{ ROBBERY: 3, KIDNAPPING: 0.7, SEPARATION: 1, DEBT: 1 },
})
const risk = drawer<RiskFactor>({
  ...{ THREAT_TO_LIFE: 20, ILLNESS: 12, LANGUAGE: 14, OUT_OF_SCHOOL: 14, CRIME_VICTIM: 8, SIBLINGS_IN_CHARGE: 6 },
  ...{ TEENAGE_PREGNANCY: 4, DISABILITY: 3, MENTAL_HEALTH: 6, FORMER_RETURN: 6, CHILD_LABOUR: 4, FAMILY_TRACING: 4 },
})
const riskPlace = drawer<RiskPlace>({ ORIGIN: 58, TRANSIT: 34, DESTINATION: 8 })

/** `handedOver`: evidenceOf says what it is. */
export function detectionOf(context: Context, found: Found, handedOver: HandedOver | null = null): Detection {
  const plain = plainOf(context, found)
  return { ...plain, ...evidenceOf(context, found, plain, handedOver) }
}

function plainOf(context: Context, found: Found): Omit<Detection, 'evidence'> {
  const chance = context.random('notice')
  const { person, at, acta, state, town, relativeActa, tie } = found
  const risks = chance.chance(0.16) ? [risk(chance)] : []
  return {
    feed: 'detections',
    ...{ acta, at, state, town, person, age: found.years, relativeActa, tie, risks },
    riskPlace: risks.length > 0 && at >= INM_IS_FULLER_SINCE ? placeOf(context) : null,
    authority: authority(chance),
    type: typeOf(chance),
    basis: chance.chance(0.8) ? basis(chance) : null,
    causes: several(chance, cause),
    transit: [person.company === 'UNACCOMPANIED' ? 'ALONE' : 'WITH_FAMILY', ...several(chance, transit)],
    ...noticesOf(context, found, risks.length > 0),
  }
}

function placeOf({ random }: Context): RiskPlace | null {
  const chance = random('place of a risk')
  return chance.chance(0.7) ? riskPlace(chance) : null
}

function several<Kind>(chance: Random, draw: (chance: Random) => Kind): Kind[] {
  const kinds = new Set<Kind>()
  for (let count = chance.below(3); count > 0; count--) kinds.add(draw(chance))
  return [...kinds]
}

/** A few Procuradurías learn of a child without INM: then only their own file tells when. */
const TOLD_BY_OTHERS = 0.04

function noticesOf(context: Context, { at, isNotified, hasCase, held }: Found, hasRisk: boolean) {
  const chance = context.random('notice')
  const past = (minute: Minute): Minute | null => (minute <= context.until ? minute : null)
  const isByInm = isNotified && !(hasCase && chance.chance(TOLD_BY_OTHERS))
  return {
    ppnnaAt: isByInm ? past(after(chance, at, held ? 40 : 150)) : null,
    difAt: !held && chance.chance(0.6) ? past(after(chance, at, 200)) : null,
    consulateAt: chance.chance(hasRisk ? 0.2 : 0.35) ? past(after(chance, at, 10 * HOUR)) : null,
    comarAt: hasRisk && chance.chance(0.3) ? past(after(chance, at, 14 * HOUR)) : null,
  }
}

/** Half within the median; some long after, which is what the registry is for. */
function after(chance: Random, at: Minute, medianMinutes: number): Minute {
  return at + Math.max(5, Math.round(chance.logNormal(medianMinutes, 1.2)))
}
