/** Which relatives INM's newest system knows of a child: where they are, and whether there is contact. All of it ours: no figure exists. */
import type { FamilyContact, FamilyPlace, FamilyTie, TieVerification } from '@vigia/law/family-ties'
import type { StateCode } from '@vigia/law/states'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import type { Found } from './found.ts'
import type { Relative } from './fuller-facts.ts'

export const tieElsewhere = drawer<FamilyTie>({
  MOTHER: 46,
  FATHER: 22,
  AUNT_OR_UNCLE: 14,
  SIBLING: 10,
  GRANDPARENT: 8,
})
const placeElsewhere = drawer<FamilyPlace>({ UNITED_STATES: 52, ORIGIN: 36, MEXICO: 6, UNKNOWN: 6 })
const livesIn = drawer<StateCode>({ '09': 24, '19': 20, '07': 18, '02': 14, '15': 10, '08': 8, '14': 6 })
const contact = drawer<FamilyContact>({ YES: 68, NO: 16, LOST: 12, DANGEROUS: 4 })
const verified = drawer<TieVerification>({ PENDING: 46, YES: 34, NO: 20 })

export function relativeOf(context: Context, chance: Random, { relativeActa, state }: Found): Relative {
  const isFoundToo = relativeActa !== null
  const place = isFoundToo ? 'MEXICO' : placeElsewhere(chance)
  const rest = { contact: isFoundToo ? ('YES' as const) : contact(chance), verified: verified(chance) }
  return { place, state: place === 'MEXICO' ? stateOfRelative(context, isFoundToo ? state : null) : null, ...rest }
}

/** Of one who was found too, the same; told of most. Ours. */
function stateOfRelative({ random }: Context, same: StateCode | null): StateCode | null {
  const chance = random('state of a relative')
  const lives = livesIn(chance)
  return chance.chance(0.8) ? (same ?? lives) : null
}
