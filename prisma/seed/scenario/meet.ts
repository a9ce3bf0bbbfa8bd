/** Makes events of drafts: siblings found together, acta numbers in the order of time, and names for the new children. */
import { civil, DAY, HOUR, type Minute } from '../calendar.ts'
import { SEPARATED_OF_ACCOMPANIED } from '../calibration/children.ts'
import { birthOf, curpFor, languageOf, namesOf, nueOf, type Person } from '../people.ts'
import { townsIn } from '../places/towns.ts'
import type { Random } from '../random.ts'
import type { Context } from './context.ts'
import type { Draft, Found } from './found.ts'

/** Share of children who have a number of foreigner, or a CURP, when they are found (domain.md 1.3: most have none). */
const WITH_NUE = 0.34
const WITH_CURP = 0.03

export function meet(context: Context, drafts: Draft[], end: Minute): Found[] {
  const chance = context.random('meet')
  for (const draft of drafts) draft.town = townOf(chance, draft)
  groupSiblings(chance, drafts, end)
  drafts.sort((a, b) => a.at - b.at)
  return drafts.map((draft) => foundOf(context, draft))
}

/** Towns come most frequent first: each is half as likely as the one before. */
function townOf(chance: Random, { state }: Draft): string {
  const towns = townsIn(state)
  let at = 0
  while (at < towns.length - 1 && chance.chance(0.45)) at++
  return towns[at] ?? ''
}

/** Accompanied children of one state and nationality, found within three days of each other, are often siblings. */
function groupSiblings(chance: Random, drafts: readonly Draft[], end: Minute): void {
  const ordered = drafts
    .filter(({ company, known, held }) => company === 'ACCOMPANIED' && !known && !held)
    .toSorted((a, b) => a.state.localeCompare(b.state) || a.nationality.localeCompare(b.nationality) || a.at - b.at)
  for (const [at, draft] of ordered.entries()) {
    const before = ordered[at - 1]
    if (!before || before.state !== draft.state || before.nationality !== draft.nationality) continue
    if (draft.at - before.at > 3 * DAY || !chance.chance(0.36)) continue
    draft.sibling = before.sibling ?? before
    // Numbered after the first child of the family, and never past the end of the month.
    draft.at = Math.min(draft.sibling.at + 1 + chance.below(3), end - 1)
    draft.town = draft.sibling.town
  }
}

function foundOf(context: Context, draft: Draft): Found {
  const chance = context.random('meet')
  const { sibling } = draft
  draft.acta = actaOf(context, draft)
  const isWithFamily = draft.company === 'ACCOMPANIED'
  const ofAdult = isWithFamily && !sibling && chance.chance(0.4) ? actaOf(context, draft) : null
  return {
    person: draft.known?.person ?? personOf(context, draft),
    ...{ known: draft.known, at: draft.at, state: draft.state, town: draft.town, acta: draft.acta, years: draft.years },
    relativeActa: sibling?.acta || ofAdult,
    tie: sibling?.acta ? 'SIBLING' : ofAdult ? chance.pick(['MOTHER', 'MOTHER', 'FATHER', 'AUNT_OR_UNCLE']) : null,
    held: draft.held,
    ...{ departure: null, isNotified: false, hasCase: false, isDetermined: false, openStay: null, hasLeft: false },
  }
}

function actaOf({ serials }: Context, { state, at }: Draft): string {
  const { year } = civil(at)
  return `INM/${state}/${year}/${String(serials.next(`acta ${year}`)).padStart(7, '0')}`
}

function personOf(context: Context, draft: Draft): Person {
  const chance = context.random('people')
  const { nationality, sex, years } = draft
  const names = namesOf(chance, nationality, sex, draft.sibling?.surnames ?? undefined)
  draft.surnames = { first: names.first, second: names.second }
  const isBirthEstimated = chance.chance(0.12)
  const bornOn = birthOf(chance, years, draft.at, isBirthEstimated)
  const id = context.serials.next('person') - 1
  const elsewhere = nationality === 'HTI' && chance.chance(0.4) ? chance.pick(['CHL', 'BRA', 'DOM']) : nationality
  return {
    ...names,
    ...{ id, sex, nationality, bornOn, isBirthEstimated, company: draft.company },
    language: languageOf(chance, nationality),
    countryOfBirth: nationality,
    countryOfResidence: elsewhere,
    isSeparated: draft.company === 'ACCOMPANIED' && chance.chance(SEPARATED_OF_ACCOMPANIED),
    nue: chance.chance(WITH_NUE) ? nueOf(id) : null,
    curp: chance.chance(WITH_CURP) ? newCurp(context, chance, names, draft, bornOn) : null,
  }
}

/** Two invented children may get the same CURP: the second then has none, so that no two are taken for one. */
function newCurp(context: Context, chance: Random, names: Parameters<typeof curpFor>[1], draft: Draft, bornOn: number) {
  const curp = curpFor(chance, names, draft.sex, bornOn)
  return context.serials.next(`curp ${curp}`) === 1 ? curp : null
}

/** So long after a child was last seen may the child be found again. */
export const REST_BEFORE_NEXT = 20 * HOUR
