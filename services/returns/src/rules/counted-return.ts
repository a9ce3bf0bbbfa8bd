/**
 * As what an executed return is counted. `returns.counts_of` in SQL says the same.
 *
 * Law     Ley de Migración art. 120: a child is assisted to return or regularised, never deported.
 * Policy  Counted are the acts by which a child left Mexico. 72 hours from the last detection are a pattern that Vigía
 *         points at (domain.md A19), valid determination or not. A departure without an hour was after a find of its day.
 */
import { HOUR_IN_MS } from '@vigia/law/durations'
import { isReturn, type ReturnType } from '@vigia/law/return-types'
import type { Standing } from '@vigia/law/standings'

export interface ReturnFacts {
  readonly returnType: ReturnType
  readonly standing: Standing
  readonly departedAt: Date
  readonly destination: string
  /** Last detection that is not after the departure, nor after its day where nobody tells the hour; null when none is known. */
  readonly detectedAt: Date | null
}

export function countedAs({ returnType, standing, departedAt, destination, detectedAt }: ReturnFacts): string[] {
  if (!isReturn(returnType)) return []
  const counted = ['RETURNS', `STANDING_${standing}`, `DESTINATION_${destination}`]
  if (standing !== 'VALID') counted.push('RETURNS_WITHOUT_VALID_DETERMINATION')
  if (returnType === 'DEPORTATION') counted.push('DEPORTATIONS')
  if (detectedAt && departedAt.getTime() - detectedAt.getTime() <= 72 * HOUR_IN_MS)
    counted.push('RETURNS_WITHIN_72_HOURS')
  return counted
}
