/** Papers and claims: humanitarian cards while INM gave them, exit letters, and what becomes of claims before COMAR. */
import type { AsylumStatus, ReasonForGivingUp } from '@vigia/law/asylum'
import { type DocumentHolder, isRetained, type MigrationDocument } from '@vigia/law/migration-documents'
import type { StateCode } from '@vigia/law/states'
import { civil, DAY, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import { INM_IS_FULLER_SINCE } from './evidence.ts'
import type { Document } from './facts.ts'
import type { Found } from './found.ts'
import { refOf } from './refs.ts'

/** Since October 2023 the humanitarian card is given at discretion (domain.md 4.1): 129,212 in 2023, 3,755 in 2024 (4.7). */
const CARD_BY_YEAR: Readonly<Record<number, number>> = {
  2021: 0.1,
  2022: 0.13,
  2023: 0.16,
  2024: 0.008,
  2025: 0.012,
  2026: 0.012,
}
const OTHER_PAPERS = 0.05

/** Of children found, those who claim asylum. Ours: COMAR's own totals count children whom INM never found. */
const CLAIMS = 0.07

const otherPaper = drawer<MigrationDocument>({
  EXIT_LETTER: 55,
  PROVISIONAL_PERMIT: 25,
  REGIONAL_VISITOR: 10,
  PERMANENT_RESIDENT: 10,
})
const SOUTH: readonly StateCode[] = ['04', '07', '23', '27']
const holder = drawer<DocumentHolder>({ CHILD: 22, FAMILY: 40, CAS_OR_DIF: 18, PPNNA: 9, INM: 6, UNKNOWN: 5 })
const settled = drawer<AsylumStatus>({
  ...{ REFUGEE: 34, COMPLEMENTARY_PROTECTION: 5, DENIED: 12, ABANDONED: 25, WITHDRAWN: 9, FILED_AWAY: 4 },
  ...{ IN_REVIEW: 2, DERIVATIVE_GRANTED: 9 },
})
const pending = drawer<AsylumStatus>({ FILED: 40, CERTIFICATE_ISSUED: 35, INTERVIEW: 17, EXTENDED: 8 })

/** Since then COMAR tells why a claim was given up, and when it was ratified. Ours. */
export const COMAR_IS_FULLER_SINCE = minuteOf(2025, 1, 1)

const reason = drawer<ReasonForGivingUp>({
  ...{ GOES_ON: 30, MISSED: 18, RETURNS_HOME: 12, TOO_LONG: 12, HELD: 10, JOINS_FAMILY: 8, NO_COUNSEL: 5 },
  ...{ FEAR: 3, NOT_SAID: 2 },
})

export function givePapers(context: Context, found: Found): void {
  const chance = context.random('papers')
  const { year, month } = civil(found.at)
  const share = year === 2023 && month >= 10 ? 0.01 : (CARD_BY_YEAR[year] ?? 0.01)
  // The humanitarian status is due to every child; hardly any child alone is given it (90 of 81,593 in half of 2023).
  const isCard = chance.chance(found.person.company === 'UNACCOMPANIED' ? share * 0.2 : share)
  if (!isCard && !chance.chance(OTHER_PAPERS)) return
  const row = paperOf(context, found, isCard)
  const arrivesAt = (row.issuedOn ?? row.grantedOn ?? found.at) + 2 * DAY
  context.sink.write(row, arrivesAt)
}

function paperOf(context: Context, found: Found, isCard: boolean): Document {
  const chance = context.random('papers')
  const grantedOn = startOfDay(found.at + 2 * DAY + Math.round(chance.logNormal(12 * DAY, 0.8)))
  const issued = grantedOn + chance.below(40) * DAY
  const hasCard = isCard && issued + 2 * DAY < context.until && chance.chance(0.8)
  const paper = {
    feed: 'migration-documents' as const,
    ref: refOf(chance, found),
    document: isCard ? 'HUMANITARIAN_VISITOR' : otherPaper(chance),
    status: hasCard ? ('CARD_ISSUED' as const) : ('GRANTED_WITHOUT_CARD' as const),
    grantedOn,
    issuedOn: hasCard ? issued : null,
    expiresOn: isCard ? (hasCard ? issued : grantedOn) + 365 * DAY : null,
    holder: hasCard ? holder(chance) : null,
    isBound: chance.chance(0.3),
    curp: isCard ? (chance.chance(0.6) ? ('TEMPORARY' as const) : ('NONE' as const)) : null,
  }
  const isKept = paper.holder !== null && isRetained(paper.holder)
  const since = isKept ? retainedOn(context, issued) : null
  return { ...paper, retainedOn: since, validIn: territoryOf(context, found, paper) }
}

/** Most cards that an authority keeps it keeps from the first days on, and half of the time INM says since when. Ours. */
function retainedOn(context: Context, issued: Minute): Minute | null {
  const chance = context.random('retained')
  return issued >= INM_IS_FULLER_SINCE && chance.chance(0.5) ? issued + chance.below(2) * DAY : null
}

/** Of a regional visitor the southern border, of any other paper that binds the child the state in which it was given. Told of most. Ours. */
function territoryOf(
  { random }: Context,
  { state }: Found,
  { document, isBound }: Pick<Document, 'document' | 'isBound'>,
): readonly StateCode[] {
  if (!isBound || !random('territory').chance(0.8)) return []
  return document === 'REGIONAL_VISITOR' ? SOUTH : [state]
}

export function claimAsylum(context: Context, found: Found): void {
  const chance = context.random('asylum')
  if (found.departure && !chance.chance(0.02)) return
  if (!chance.chance(CLAIMS)) return
  const filedOn = startOfDay(found.at + DAY + Math.round(chance.logNormal(11 * DAY, 0.8)))
  const first = {
    feed: 'asylum-claims' as const,
    file: context.serials.stateYear('COMAR', found.state, filedOn, 6, '/'),
    ref: refOf(chance, found),
    ...{ filedOn, statusOn: filedOn, status: pending(chance), givenUpFor: null },
    ratifiedOn: ratifiedOn(context, found, filedOn),
  }
  if (first.ratifiedOn !== null && context.sink.isSent(first, filedOn + DAY))
    context.ledger.told.ratified.push(first.file)
  const settledOn: Minute = filedOn + Math.round(chance.logNormal(120, 0.6)) * DAY
  if (chance.chance(0.85)) {
    const status = settled(chance)
    const later = { ...first, status, statusOn: settledOn, givenUpFor: reasonOf(context, status, settledOn) }
    context.sink.writeTwice(first, filedOn + DAY, later, settledOn + DAY)
    if (later.givenUpFor !== null && context.sink.isSent(later, settledOn + DAY))
      context.ledger.told.givenUp.push(first.file)
  } else context.sink.write(first, filedOn + DAY)
}

/** Most claims of children alone are filed by a representative, and ratified on that day or the next: the term is of 3. Ours. */
function ratifiedOn(context: Context, { person }: Found, filedOn: Minute): Minute | null {
  if (filedOn < COMAR_IS_FULLER_SINCE) return null
  const chance = context.random('ratified')
  return chance.chance(person.company === 'UNACCOMPANIED' ? 0.8 : 0.5) ? filedOn + chance.below(2) * DAY : null
}

/** Of claims that were given up most say why. Ours. */
function reasonOf(context: Context, status: AsylumStatus, on: Minute): ReasonForGivingUp | null {
  if (on < COMAR_IS_FULLER_SINCE || (status !== 'WITHDRAWN' && status !== 'ABANDONED')) return null
  const chance = context.random('given up')
  return chance.chance(0.8) ? reason(chance) : null
}
