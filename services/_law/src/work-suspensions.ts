/**
 * Days on which an authority suspends its work, and which clocks stand still for it.
 *
 * Law     LFPA art. 28: no working days are those on which the competent authorities suspend their work by an agreement of the head of the
 *         dependency, published in the DOF. Art. 1: that law is of the federal administration; of it INM and COMAR have clocks here. A
 *         suspension is of whom the agreement names, and stops no clock of another authority.
 * Policy  Defaults of Vigía: a term that a child has before an authority runs by the calendar of that authority, as LRPCAP arts. 18 and 25
 *         by that of COMAR. The CNDH is autonomous and the Procuradurías and DIF are of the states, each under a law of its own; the dates of
 *         art. 28 are counted of them all the same, and a suspension that they publish, the CNDH in the DOF and a state in its gazette,
 *         counts as one of that article does, of that state alone. What a recommendation is answered by runs by the calendar of the CNDH
 *         where it made it; where the commission of a state did, by the dates of art. 28 alone: no file tells of which state it is.
 *         SNDIF has no clock of working days.
 */
import type { AlertKind } from './alert-kinds.ts'
import type { CodeList } from './code-list.ts'
import { dayNumberOf, daysBetween, type LocalDate } from './local-dates.ts'
import type { ClosedDays } from './working-days.ts'

export const CALENDAR_AUTHORITIES = {
  FEDERAL_ADMINISTRATION: {
    es: 'Toda la administración pública federal',
    en: 'The whole federal administration',
  },
  INM: { es: 'Instituto Nacional de Migración', en: 'National Migration Institute' },
  COMAR: { es: 'Comisión Mexicana de Ayuda a Refugiados', en: 'Refugee commission' },
  CNDH: { es: 'Comisión Nacional de los Derechos Humanos', en: 'National Human Rights Commission' },
  PPNNA: { es: 'Procuraduría de Protección de NNA de una entidad', en: 'Office for child protection of a state' },
  DIF: { es: 'Sistema DIF de una entidad', en: 'Family development system of a state' },
} as const satisfies CodeList

export type CalendarAuthority = keyof typeof CALENDAR_AUTHORITIES
/** Whose own clocks there are. */
type Keeper = Exclude<CalendarAuthority, 'FEDERAL_ADMINISTRATION'>

/** Whether there is one in each state, so that a suspension says of which. */
export function isOneOfEachState(authority: CalendarAuthority): boolean {
  return authority === 'PPNNA' || authority === 'DIF'
}

/** A suspension that was not withdrawn. */
export interface WorkSuspension {
  readonly id: string
  readonly authority: CalendarAuthority
  /** Null for an authority of the federation. */
  readonly state: string | null
  /** Its first and its last day. */
  readonly from: LocalDate
  readonly until: LocalDate
}

/** Longer than any holidays; a mistyped year is not. A default of Vigía. */
const LONGEST_IN_DAYS = 92

/** What is wrong with it, in a sentence for who records it; null where nothing is. Its days are days of the calendar. */
export function faultOfSuspension({ authority, state, from, until }: Omit<WorkSuspension, 'id'>): string | null {
  if (isOneOfEachState(authority) && state === null) return 'Name the state: each has an authority of its own.'
  if (!isOneOfEachState(authority) && state !== null) return 'Name no state: this authority is of the federation.'
  const days = daysBetween(from, until) + 1
  return days >= 1 && days <= LONGEST_IN_DAYS
    ? null
    : `Say its first and its last day: in that order, ${LONGEST_IN_DAYS} days at most.`
}

/** By whose calendar the working days of a kind of alert run; kinds without such a term are not here. */
const KEEPERS: Readonly<Partial<Record<AlertKind, Keeper>>> = {
  CASE_NOT_PROCESSED: 'PPNNA',
  NO_HUMANITARIAN_STATUS: 'INM',
  STATUS_WITHOUT_CARD: 'INM',
  NO_INITIAL_EVALUATION: 'DIF',
  NO_DETERMINATION: 'PPNNA',
  ASYLUM_DECISION_DUE: 'COMAR',
  ASYLUM_CLAIM_DUE: 'COMAR',
  ASYLUM_REVIEW_DUE: 'COMAR',
}

/** Null where no term of the kind is told in working days. */
export function keeperOf(kind: AlertKind): Keeper | null {
  return KEEPERS[kind] ?? null
}

/** The whole federal administration is INM and COMAR here, and neither the CNDH nor a state (LFPA art. 1). */
const SUSPENDED_BY: Readonly<Record<Keeper, readonly CalendarAuthority[]>> = {
  INM: ['INM', 'FEDERAL_ADMINISTRATION'],
  COMAR: ['COMAR', 'FEDERAL_ADMINISTRATION'],
  CNDH: ['CNDH'],
  PPNNA: ['PPNNA'],
  DIF: ['DIF'],
}

/** Suspensions of the authority by whose calendar a clock runs, in whichever state. */
export function suspensionsOf(keeper: Keeper, all: readonly WorkSuspension[]): WorkSuspension[] {
  return all.filter(({ authority }) => SUSPENDED_BY[keeper].includes(authority))
}

/** The days on which it is closed, in a state where it is one of each. */
export function closedDaysOf(keeper: Keeper, state: string | null, all: readonly WorkSuspension[]): ClosedDays {
  const own = suspensionsOf(keeper, all).filter((one) => one.state === null || one.state === state)
  return new Map(
    own.flatMap(({ id, from, until }) =>
      Array.from({ length: daysBetween(from, until) + 1 }, (_, i): [number, string] => [dayNumberOf(from) + i, id]),
    ),
  )
}

/** What was told of suspensions: those that hold, and how many entries there are, each of which makes a version of the calendar. */
export interface SuspensionsTold {
  readonly entries: number
  readonly inForce: readonly WorkSuspension[]
}

/** Of all that were recorded. */
export function suspensionsTold(recorded: readonly (WorkSuspension & { isWithdrawn: boolean })[]): SuspensionsTold {
  const inForce = recorded.filter(({ isWithdrawn }) => !isWithdrawn)
  return { entries: 2 * recorded.length - inForce.length, inForce }
}
