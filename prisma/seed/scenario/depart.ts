/** Who is returned, when, by which office and with what standing: exact numbers by month of departure. */
import type { ReturnType } from '@vigia/law/return-types'
import type { Standing } from '@vigia/law/standings'
import type { StateCode } from '@vigia/law/states'
import { civil, DAY, HOUR, type Minute, type Month } from '../calendar.ts'
import {
  PROHIBITED_RETURNS,
  RETURN_OFFICES_2023,
  RETURNS_2023_BY_OCTOBER,
  type ReturnCell,
  returnCells,
  returnsIn,
  standingWeights,
} from '../calibration/returns.ts'
import type { Random } from '../random.ts'
import { Carry, choose, rounder } from '../shares.ts'
import type { Context } from './context.ts'
import type { Departure, Found } from './found.ts'

/** Of a month's returns, the shares that come of children detected two months and one month before. */
const FROM_TWO_MONTHS_BEFORE = 0.06
const FROM_MONTH_BEFORE = 0.26

/** Days on which a determination can have been made between detection and departure. */
const TIME_FOR_DETERMINATION = 4 * DAY

type Leaving = { -readonly [Key in keyof Departure]: Departure[Key] } & { readonly child: Found }

export interface Departures {
  /** Marks those found in this month who will be returned, in it or in the two after it. */
  decide(found: readonly Found[], at: number): void
}

export function planDepartures(context: Context, months: readonly Month[]): Departures {
  const chance = context.random('returns')
  const cells = new Carry<ReturnCell>()
  const due = dueByMonth(context, months, cells)
  const offices = new Carry<StateCode | 'OWN'>()
  const standings = new Carry<Standing>()
  const prohibited = prohibitedActs(context, months)

  return {
    decide(found, at) {
      const pool = poolOf(chance, found)
      const leaving = [at, at + 1, at + 2].flatMap((target) => {
        const month = months[target]
        const left = due[target]
        if (!month || !left) return []
        const share = [1, FROM_MONTH_BEFORE, FROM_TWO_MONTHS_BEFORE][target - at] ?? 0
        return takeCells(left, share).flatMap((cell) => leave(chance, pool, cell, month, context.until))
      })
      giveOffices(chance, leaving, offices)
      giveStandings(chance, leaving, standings)
      giveTypes(chance, leaving, prohibited)
      for (const { child, ...departure } of leaving) child.departure = departure
    },
  }
}

/** The returns of each month, by kind of child, as a deck from which months of detection take. */
function dueByMonth(
  { scale, until }: Context,
  months: readonly Month[],
  cells: Carry<ReturnCell>,
): { deck: ReturnCell[]; count: number }[] {
  const whole = rounder()
  return months.map((month) => {
    const count = whole(scale * returnsIn(month.key) * partOf(month, until))
    cells.accrue(count, returnCells(month.key))
    return { deck: cells.take(count), count }
  })
}

function partOf({ start, end }: Month, until: Minute): number {
  return (Math.min(end, until) - start) / (end - start)
}

/** A share of the month's number, spread over its kinds; the last share takes all that is left. */
function takeCells(left: { deck: ReturnCell[]; count: number }, share: number): ReturnCell[] {
  if (share === 1) return left.deck.splice(0)
  const want = Math.floor(left.count * share)
  const step = left.deck.length / Math.max(1, want)
  const taken = new Set(Array.from({ length: Math.min(want, left.deck.length) }, (_, at) => Math.floor(at * step)))
  const cells = left.deck.filter((_, at) => taken.has(at))
  left.deck = left.deck.filter((_, at) => !taken.has(at))
  return cells
}

function poolOf(chance: Random, found: readonly Found[]): Map<ReturnCell, Found[]> {
  const free = chance.shuffle(found.filter(({ known, held }) => known === null && held === null))
  return Map.groupBy(free, ({ person }): ReturnCell => {
    const near = person.nationality === 'HND' || person.nationality === 'GTM'
    if (person.company === 'UNACCOMPANIED') return near ? 'ALONE_HN_GT' : 'ALONE_OTHER'
    return near ? 'WITH_HN_GT' : 'WITH_OTHER'
  })
}

/** Where a kind has run out (a small twin), another goes, so that the number stands. */
const INSTEAD: readonly ReturnCell[] = ['WITH_HN_GT', 'WITH_OTHER', 'ALONE_HN_GT', 'ALONE_OTHER']

function leave(
  chance: Random,
  pool: Map<ReturnCell, Found[]>,
  cell: ReturnCell,
  month: Month,
  until: Minute,
): Leaving[] {
  for (const kind of [cell, ...INSTEAD]) {
    const children = pool.get(kind) ?? []
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      const departsAt = child && departureOf(chance, child.at, month, until)
      if (!departsAt) continue
      children.splice(at, 1)
      return [{ child, at: departsAt, office: child.state, type: 'ASSISTED_RETURN', standing: 'NO_DETERMINATION' }]
    }
  }
  return []
}

/** Within a few days mostly; undefined where the month leaves no time. Never within an hour of the 72. */
function departureOf(chance: Random, detectedAt: Minute, month: Month, until: Minute): Minute | undefined {
  const earliest = Math.max(detectedAt + 7 * HOUR, month.start)
  const latest = Math.min(month.end, until) - 1
  if (earliest >= latest) return undefined
  for (let attempt = 0; attempt < 8; attempt++) {
    const at = Math.round(detectedAt + chance.logNormal(7 * DAY, 0.85))
    const isClear = Math.abs(at - detectedAt - 72 * HOUR) > HOUR
    if (at >= earliest && at <= latest && isClear) return at
  }
  const at = earliest + chance.below(Math.min(latest - earliest, 20 * DAY))
  return Math.abs(at - detectedAt - 72 * HOUR) > HOUR ? at : Math.min(latest, at + 3 * HOUR)
}

/** The office that returns is mostly the one that detected; in 2023 some states are known to return more than they detect. */
function giveOffices(chance: Random, leaving: readonly Leaving[], offices: Carry<StateCode | 'OWN'>): void {
  const known = leaving.filter(({ at }) => isPublished(at))
  const fixed = Object.values(RETURN_OFFICES_2023).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  if (known.length > 0) offices.accrue(known.length, { ...RETURN_OFFICES_2023, OWN: RETURNS_2023_BY_OCTOBER - fixed })
  const open = new Set(known)
  for (const office of known.length > 0 ? offices.take(known.length) : []) {
    const all = [...open]
    const departure = all.find(({ child }) => fits(office, child.state)) ?? all[0]
    if (!departure) break
    open.delete(departure)
    departure.office = office === 'OWN' ? ownOffice(departure.child.state) : office
  }
  for (const departure of leaving) {
    if (!isPublished(departure.at) && chance.chance(0.15))
      departure.office = chance.pick(['07', '30', '27', '09', '29', '19'])
  }
}

const fits = (office: StateCode | 'OWN', state: StateCode) =>
  office === 'OWN' ? RETURN_OFFICES_2023[state] === undefined : office === state

/** Where an office's published number is used up, Chiapas returns instead. */
const ownOffice = (state: StateCode): StateCode => (RETURN_OFFICES_2023[state] === undefined ? state : '07')

function isPublished(at: Minute): boolean {
  const { year, month } = civil(at)
  return year === 2023 && month <= 10
}

/** Determinations take days: the longer a child is here, the likelier there is one of them. */
function giveStandings(chance: Random, leaving: readonly Leaving[], standings: Carry<Standing>): void {
  for (const year of new Set(leaving.map(({ at }) => civil(at).year))) {
    const ofYear = leaving.filter(({ at }) => civil(at).year === year)
    standings.accrue(ofYear.length, standingWeights(year))
    const deck = standings.take(ofYear.length).filter((standing) => standing !== 'NO_DETERMINATION')
    const slow = ofYear.filter(({ at, child }) => at - child.at >= TIME_FOR_DETERMINATION)
    const chosen = choose(chance, slow, deck.length, ({ at, child }) => Math.min(at - child.at, 15 * DAY))
    for (const [at, departure] of chosen.entries()) departure.standing = deck[at] ?? 'NO_DETERMINATION'
  }
}

type Prohibited = Map<number, { acts: ProhibitedType[]; returns: number }>
type ProhibitedType = Extract<ReturnType, 'DEPORTATION' | 'BORDER_REJECTION'>

/** By year, the prohibited acts still to happen and the returns still to come among which they fall. */
function prohibitedActs({ scale, until }: Context, months: readonly Month[]): Prohibited {
  return new Map(
    Object.entries(PROHIBITED_RETURNS).map(([year, [deportations, atLeast, rejections]]) => {
      const ofYear = months.filter((month) => month.year === Number(year) && month.start < until)
      const acts: ProhibitedType[] = [
        ...Array<ProhibitedType>(Math.max(atLeast, Math.round(scale * deportations))).fill('DEPORTATION'),
        ...Array<ProhibitedType>(Math.round(scale * rejections)).fill('BORDER_REJECTION'),
      ]
      const returns = ofYear.reduce((sum, month) => sum + scale * returnsIn(month.key) * partOf(month, until), 0)
      return [Number(year), { acts, returns }] as const
    }),
  )
}

function giveTypes(chance: Random, leaving: readonly Leaving[], prohibited: Prohibited): void {
  for (const departure of leaving) {
    const left = prohibited.get(civil(departure.at).year)
    if (!left) continue
    if (chance.chance(left.acts.length / Math.max(1, left.returns)))
      departure.type = left.acts.pop() ?? 'ASSISTED_RETURN'
    left.returns--
  }
}
