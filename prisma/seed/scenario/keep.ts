/** What DIF's newest software tells of how a place keeps a child, and of one who is out of sight. Two in a hundred are against the law. Ours. */
import { isGoneOutOfSight } from '@vigia/law/closures'
import { HOUR, minuteOf } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Context } from './context.ts'
import type { Stay } from './facts.ts'
import type { Found } from './found.ts'
import type { Keeping } from './fuller-facts.ts'

export const DIF_TELLS_OF_KEEPING_SINCE = minuteOf(2026, 9, 1)

const WITH_ADULTS = 0.02
const REPORTED = 0.8

/** Null before it told of it, and of a home. */
export function keepingOf(context: Context, { person, acta }: Found, stay: Omit<Stay, 'keeping'>): Keeping | null {
  const { place, enteredAt, leftAt, exit } = stay
  if (enteredAt < DIF_TELLS_OF_KEEPING_SINCE || !place.type.startsWith('CAS')) return null
  const chance = context.random('keeping')
  const { planted } = context.ledger
  const isAlone = person.company !== 'ACCOMPANIED'
  const isWithAdults = chance.chance(WITH_ADULTS) && isAlone
  const isReported = chance.chance(REPORTED)
  const at = leftAt === null ? null : leftAt + chance.between(1, 20) * HOUR
  if (isWithAdults && leftAt === null) planted.withAdults.push(acta)
  const sleepsWith = isWithAdults ? 'UNRELATED_ADULTS' : isAlone ? 'CHILDREN_ALONE' : 'OWN_FAMILY'
  const kept = { sleepsWith, bed: bedOf(context.random('beds')) } as const
  if (exit === null || !isGoneOutOfSight(exit)) return { ...kept, missingReported: null, missingReportedAt: null }
  const isKnown = isReported && at !== null && at <= context.until
  if (!isKnown) planted.unreported.push(acta)
  return { ...kept, missingReported: isKnown, missingReportedAt: isKnown ? at : null }
}

function bedOf(chance: Random): string {
  return `Dormitorio ${chance.between(1, 6)}, cama ${chance.between(1, 12)}`
}
