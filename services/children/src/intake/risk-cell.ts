/** Reads one danger of a cell, with the place where it lies in brackets behind it: "Amenaza contra la vida (origen)". */
import { code } from '@vigia/kit/intake/cells/codes'
import { type CellReader, isUnfit } from '@vigia/kit/intake/cells/reading'
import { RISK_FACTORS, RISK_PLACES, type RiskFactor, type RiskPlace } from '@vigia/law/risk-factors'
import { wordOf } from '../rules/risk-at-place.ts'

const factorIn = code(RISK_FACTORS, 'factores de riesgo')
const placeIn = code(RISK_PLACES, 'lugares del riesgo')
/** What a file says of itself is at most a cell long: no length of blanks makes this slow. */
const WITH_BRACKETS = /^([^()]+)\(([^()]*)\)$/

/** A factor told at two places is two items of the list. */
export const riskAtPlace: CellReader = (text, now) => {
  const whole = factorIn(text, now)
  const [, before = '', within = ''] = isUnfit(whole) ? (WITH_BRACKETS.exec(text) ?? []) : []
  if (before === '') return whole
  const factor = factorIn(before.trim(), now)
  if (factor === null || isUnfit(factor)) return factor
  const place = within.trim() === '' ? null : placeIn(within.trim(), now)
  // Both readers give a code of their own list.
  return isUnfit(place) ? place : wordOf({ factor: factor as RiskFactor, place: place as RiskPlace | null })
}
