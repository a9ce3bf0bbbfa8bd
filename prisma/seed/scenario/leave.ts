/** How a child is returned or moved by an act of authority, and what was and was not done that day. */
import type { FamilyTie } from '@vigia/law/family-ties'
import type { ReturnMode, ReturnType } from '@vigia/law/return-types'
import { civil, DAY, HOUR, type Minute, startOfDay } from '../calendar.ts'
import { townsIn } from '../places/towns.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import { checklistOf } from './checklist.ts'
import type { Context } from './context.ts'
import { INM_IS_FULLER_SINCE } from './evidence.ts'
import type { ExecutedReturn } from './facts.ts'
import type { Departure, Found } from './found.ts'
import { isUnjoinableReturnDue, sendUnjoinableReturn } from './plant.ts'
import { refOf } from './refs.ts'

/** A hundredth of returns reaches the registry in a later file. */
const LATE = 0.01

const RECEIVERS: Readonly<Record<string, string>> = {
  GTM: 'Procuraduría General de la Nación',
  HND: 'Secretaría de Niñez, Adolescencia y Familia',
  SLV: 'CONAPINA',
  NIC: 'Ministerio de la Familia',
}

export function executeReturn(context: Context, found: Found, departure: Departure): void {
  const chance = context.random('leave')
  const row = returnOf(context, found, departure)
  const lag = chance.chance(LATE) && departure.at < context.until - 120 * DAY ? chance.between(33, 90) * DAY : 0
  const arrivesAt = departure.at + lag
  if (!context.sink.isSent(row, arrivesAt)) return
  context.sink.write(row, arrivesAt)
  if (row.determination !== null && departure.standing === 'NO_DETERMINATION') {
    context.ledger.planted.claimedDeterminations.push(row.folio)
  }
  if (lag === 0 && isUnjoinableReturnDue(context)) sendUnjoinableReturn(context, row, folioOf(context, departure.at))
  if (!row.isHourTold) context.ledger.planted.hourNotTold.push(row.folio)
  if (row.receivedByTie !== null) context.ledger.told.receptions.push(row.folio)
  context.ledger.returned(found.person.id, { ...row, person: found.person, foundAt: found.at })
  const checklist = checklistOf(chance, found, row)
  if (checklist) {
    const filledAt = Math.max(arrivesAt, departure.at + 5 * DAY)
    context.sink.write(checklist, filledAt)
    if (checklist.shownBy !== null && context.sink.isSent(checklist, filledAt))
      context.ledger.told.checklists.push(row.folio)
  }
}

/** Moves inside Mexico and reunifications abroad are in the same table, and are no returns. */
export function moveElsewhere(context: Context, found: Found, at: Minute): void {
  const chance = context.random('moves')
  if (found.departure || found.held || found.openStay || !chance.chance(0.0025)) return
  const type: ReturnType = chance.chance(0.75) ? 'TRANSFER' : 'THIRD_COUNTRY_REUNIFICATION'
  const row = returnOf(context, found, { at, office: found.state, type, standing: 'NO_DETERMINATION' })
  const destination = type === 'TRANSFER' ? 'MEX' : 'USA'
  context.sink.write({ ...row, destination, receivedBy: null, receivedByTie: null }, at)
  context.ledger.moved(at, type)
}

/** Of those returned on the day on which they were found nobody writes the hour down: it does not show that they were found before. */
function returnOf(context: Context, found: Found, departure: Departure): ExecutedReturn {
  const chance = context.random('leave')
  const { nationality } = found.person
  const mode = modeOf(chance, nationality)
  return {
    feed: 'executed-returns',
    folio: folioOf(context, departure.at),
    ref: refOf(chance, found),
    state: departure.office,
    plannedOn: startOfDay(departure.at - chance.below(4) * DAY),
    departedAt: departure.at,
    isHourTold: startOfDay(departure.at) !== startOfDay(found.at),
    type: departure.type,
    destination: ABROAD.has(nationality) ? 'HTI' : nationality,
    mode,
    exitPoint:
      mode === 'BUS'
        ? `Frontera sur, ${townsIn(departure.office)[0] ?? ''}`
        : `Aeropuerto de ${townsIn(departure.office)[0] ?? ''}`,
    receivedBy: chance.chance(0.7) ? (RECEIVERS[nationality] ?? null) : null,
    receivedByTie: departure.at >= INM_IS_FULLER_SINCE ? kinOf(context.random('kin')) : null,
    determination: numberClaimed(context, found, departure),
    planFolio: departure.at >= INM_IS_FULLER_SINCE ? planClaimed(context, found, departure) : null,
  }
}

/** INM writes down the number of most determinations that permit the return, and now and then one that nobody has made. */
function numberClaimed(context: Context, { person, state }: Found, { standing, at }: Departure): string | null {
  const chance = context.random('claims')
  if (standing === 'VALID' && chance.chance(0.6)) return context.ledger.decisions.get(person.id)?.at(-1)?.number ?? null
  if (standing !== 'NO_DETERMINATION' || !chance.chance(0.015)) return null
  return `BID-${state}-${civil(at).year}-9${String(chance.below(100_000)).padStart(5, '0')}`
}

/** Of most that were issued before the departure. */
function planClaimed(context: Context, { person }: Found, { at }: Departure): string | null {
  const plan = context.ledger.decisions.get(person.id)?.at(-1)?.plan ?? null
  return plan !== null && plan.on < at && context.random('plans').chance(0.7) ? plan.folio : null
}

/** Written down for a third of the children. Ours. */
function kinOf(chance: Random): FamilyTie | null {
  return chance.chance(0.34) ? kin(chance) : null
}

const kin = drawer<FamilyTie>({
  MOTHER: 44,
  FATHER: 20,
  GRANDPARENT: 16,
  AUNT_OR_UNCLE: 12,
  SIBLING: 5,
  NOT_A_RELATIVE: 3,
})

const ABROAD = new Set(['XXA', 'ZZZ'])

function folioOf({ serials }: Context, at: Minute): string {
  const { year } = civil(at)
  return `RET/${year}/${String(serials.next(`return ${year}`)).padStart(6, '0')}`
}

function modeOf(chance: Random, nationality: string): ReturnMode {
  if (nationality === 'GTM') return 'BUS'
  if (nationality === 'HND' || nationality === 'SLV') return chance.pick(['BUS', 'OFFICIAL_FLIGHT', 'BUS'])
  return chance.pick(['COMMERCIAL_FLIGHT', 'OFFICIAL_FLIGHT'])
}

/** An hour in the day after a child was last seen. */
export function someHoursAfter(chance: Random, at: Minute): Minute {
  return at + 2 * HOUR + chance.below(20 * HOUR)
}
