/** Where a child is taken: first by INM, then by DIF, until the child is returned, goes on, is handed to somebody or stays. */
import type { ExitType } from '@vigia/law/closures'
import { DAY, HOUR, type Minute } from '../calendar.ts'
import { RECEIVED_BY_DIF } from '../calibration/held.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import type { Measure, Stay } from './facts.ts'
import type { Found } from './found.ts'
import { keepingOf } from './keep.ts'
import { refOf } from './refs.ts'
import { requested } from './request.ts'

/** Of children found, those whom INM takes to one of its places, and of those who go on, from where. */
const TAKEN_BY_INM = 0.84

const goneExit = drawer<ExitType>({ CONTINUED_ROUTE: 48, VOLUNTARY_ABANDONMENT: 40, NOT_LOCATED: 12 })
const keptExit = drawer<ExitType>({
  ...{ FAMILY_REINTEGRATION: 34, FOLLOW_UP_CONCLUDED: 18, INSTITUTIONAL_REFERRAL: 22, OTHER_PLANNED: 16, MAJORITY: 1 },
  ...{ TAKEN_BY_RELATIVE: 3 },
})

export interface Lodging {
  readonly stays: readonly Stay[]
  /** When the child was last seen to leave; null while the child is somewhere. */
  readonly lastSeen: Minute | null
}

export function lodge(context: Context, found: Found): Lodging {
  const chance = context.random('stays')
  if (found.held) return { stays: [heldNow(context, found, chance)], lastSeen: null }
  // Found so late that nobody has written down yet where the child is.
  if (found.at > context.until - 4 * HOUR) return { stays: [], lastSeen: found.at }
  const goesToDif = isReceived(chance, found)
  const isTaken = chance.chance(TAKEN_BY_INM) || !goesToDif
  const leavesAt = found.departure?.at ?? null
  const first = isTaken ? firstStay(context, found, chance, goesToDif) : null
  if (first && (first.exit === 'RETURN' || !goesToDif)) return { stays: [first], lastSeen: first.leftAt }
  const arrival = (first?.leftAt ?? found.at) + 20 + chance.below(5 * HOUR)
  // Too late for DIF to receive the child before the end, or before departure.
  if (arrival >= (leavesAt ?? context.until) - HOUR)
    return { stays: first ? [first] : [], lastSeen: first?.leftAt ?? found.at }
  const later = difStays(context, found, chance, arrival)
  return { stays: first ? [first, ...later] : later, lastSeen: later.at(-1)?.leftAt ?? null }
}

function heldNow({ network }: Context, found: Found, chance: Random): Stay {
  const { state, held } = found
  const since = held?.since ?? found.at
  const place = network.held(chance, state, since, held?.kind)
  return stayOf('INM', { found, chance }, { place, enteredAt: since, leftAt: null, exit: null })
}

/** Children without family more often; whoever is to stay, always. */
function isReceived(chance: Random, { openStay, person, at, departure }: Found): boolean {
  if (openStay !== null) return true
  if (departure && departure.at - at < 30 * HOUR) return false
  const year = 1970 + Math.floor(at / (365.2425 * DAY))
  const share = RECEIVED_BY_DIF[year] ?? 0.5
  return chance.chance(person.company === 'UNACCOMPANIED' ? Math.min(0.9, share + 0.22) : share - 0.03)
}

/** With INM for some hours, some for days; a child who is returned at once leaves from there. */
function firstStay(context: Context, found: Found, chance: Random, goesToDif: boolean): Stay {
  const { at, state, departure } = found
  const entered = at + 15 + chance.below(100)
  const place = context.network.held(chance, state, entered)
  const hours = Math.min(chance.logNormal(8, 1.05), found.openStay ? 24 : 216)
  const natural = entered + Math.max(20, Math.round(hours * HOUR))
  const isLast = departure !== null && !goesToDif
  const end = isLast ? departure.at : Math.min(natural, (departure?.at ?? context.until) - 2 * HOUR)
  const left = Math.max(entered + 10, end)
  const exit = isLast ? 'RETURN' : firstExit(found, chance, goesToDif)
  return stayOf('INM', { found, chance }, { place, enteredAt: entered, leftAt: left, exit })
}

function firstExit({ hasLeft }: Found, chance: Random, goesToDif: boolean): ExitType {
  if (goesToDif) return 'INSTITUTIONAL_REFERRAL'
  return hasLeft ? goneExit(chance) : chance.pick(['OTHER_PLANNED', 'INSTITUTIONAL_REFERRAL', 'OTHER_PLANNED'])
}

function difStays(context: Context, found: Found, chance: Random, arrival: Minute): Stay[] {
  const { openStay, departure, hasLeft, state, person } = found
  const end = openStay ? null : (departure?.at ?? naturalEnd(context, found, chance, arrival))
  const isAlone = person.company === 'UNACCOMPANIED'
  const wantsCentre = openStay ? openStay === 'CENTRE' : chance.chance(isAlone ? 0.72 : 0.3)
  const until = end ?? context.until
  const centre = wantsCentre ? context.network.centre(chance, state, arrival, until) : undefined
  const place = centre ?? context.network.elsewhere(chance, state, arrival, until, isAlone)
  const exit = end === null ? null : departure ? 'RETURN' : hasLeft ? goneExit(chance) : keptExit(chance)
  const moves = end !== null && end - arrival > 20 * DAY && centre !== undefined && chance.chance(0.12)
  if (!moves) return [difStay(context, { found, chance }, { place, enteredAt: arrival, leftAt: end, exit })]
  const moved = arrival + Math.round((end - arrival) * 0.4)
  const next = context.network.elsewhere(chance, state, moved, end, isAlone)
  return [
    difStay(context, { found, chance }, { place, enteredAt: arrival, leftAt: moved, exit: 'TRANSFER_TO_CAS' }),
    difStay(context, { found, chance }, { place: next, enteredAt: moved + 6 * HOUR, leftAt: end, exit }),
  ]
}

/** Families stay days, children alone weeks; a few months. Always over before the end. */
function naturalEnd({ until }: Context, { person }: Found, chance: Random, arrival: Minute): Minute {
  const isAlone = person.company === 'UNACCOMPANIED'
  const days = Math.min(chance.logNormal(isAlone ? 24 : 6, 1.1), 620)
  const end = arrival + Math.max(3 * HOUR, Math.round(days * DAY))
  if (end < until - HOUR) return end
  return arrival + Math.max(30, Math.round((until - HOUR - arrival) * (0.2 + 0.75 * chance.next())))
}

function difStay(context: Context, of: OfChild, span: Span): Stay {
  const { found, chance } = of
  const isCentre = span.place.type.startsWith('CAS')
  const difFile =
    isCentre || chance.chance(0.3) ? context.serials.stateYear('DIF', found.state, span.enteredAt, 6) : null
  const measure = isCentre && chance.chance(0.74) ? measureOf(context, of, span.enteredAt) : null
  const stay = { ...stayOf('SNDIF', of, span), difFile, measure: measure && requested(context, measure, span) }
  return { ...stay, keeping: keepingOf(context, found, stay) }
}

/** Before entry in most cases, as the law wants; ratified within a day in most. */
function measureOf(context: Context, { found: { state }, chance }: OfChild, enteredAt: Minute): Measure {
  const at = Math.min(enteredAt + chance.between(-5 * HOUR, 3 * HOUR), context.until)
  const ratified = at + Math.round(chance.logNormal(14 * HOUR, 0.6))
  return {
    number: context.serials.stateYear('MUP', state, enteredAt, 6),
    ...{ requestedAt: null, at },
    authority: chance.chance(0.85) ? 'PPNNA' : 'PUBLIC_PROSECUTOR',
    ratifiedAt: ratified <= context.until && chance.chance(0.8) ? ratified : null,
  }
}

interface OfChild {
  readonly found: Found
  readonly chance: Random
}

type Span = Pick<Stay, 'place' | 'enteredAt' | 'leftAt' | 'exit'>

function stayOf(sender: Stay['sender'], { found, chance }: OfChild, span: Span): Stay {
  return { feed: 'stays', sender, ref: refOf(chance, found), ...span, difFile: null, measure: null, keeping: null }
}
