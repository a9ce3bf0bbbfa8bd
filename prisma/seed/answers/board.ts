/** What the board should show when the files end: held, unprocessed, returned, by state and for the nation. */
import { isDetention, isSocialAssistanceCentre, type StayKind, stayKindOf } from '@vigia/law/facilities'
import { isReturn } from '@vigia/law/return-types'
import { STANDINGS, type Standing } from '@vigia/law/standings'
import { STATES, type StateCode } from '@vigia/law/states'
import { civil, HOUR, type Minute, startOfDay } from '../calendar.ts'
import { tally } from './cohorts.ts'
import type { Ledger, ReturnEntry } from './ledger.ts'
import { expectedStanding } from './standing.ts'

export type Board = Readonly<Record<string, StateBoard>>

interface StateBoard {
  readonly detention: {
    readonly heldNow: number
    readonly inReferralCenters: number
    readonly inProhibitedPlaces: number
    readonly inOtherAdHocPlaces: number
    readonly over36Hours: number
    readonly longestHours: number | null
  }
  readonly inSocialAssistanceCentres: number
  readonly casework: { readonly unprocessed: number; readonly withoutDetermination: number }
  readonly returns: ReturnSummary
}

export interface ReturnSummary {
  readonly total: number
  readonly withoutValidDetermination: number
  readonly byStanding: Readonly<Record<Standing, number>>
  readonly within72Hours: number
  readonly deportations: number
}

/** By INEGI code, and "00" for the nation. Returns are those of the year in which the files end. */
export function boardOf(ledger: Ledger, until: Minute): Board {
  const { year } = civil(until)
  const returns = countedReturns(ledger).filter(({ departedAt }) => civil(departedAt).year === year)
  const boardFor = (isHere: (state: StateCode) => boolean): StateBoard => ({
    ...placesFor(ledger, until, isHere),
    casework: caseworkFor(ledger, isHere),
    returns: summaryOf(
      ledger,
      returns.filter(({ state }) => isHere(state)),
    ),
  })
  return Object.fromEntries([
    ['00', boardFor(() => true)],
    ...STATES.map(({ code }) => [code, boardFor((state) => state === code)] as const),
  ])
}

/** Acts by which a child left Mexico. Moves and reunifications are not in the ledger's returns. */
export function countedReturns(ledger: Ledger): ReturnEntry[] {
  return ledger.returns.filter(({ type }) => isReturn(type))
}

export function summaryOf(ledger: Ledger, returns: readonly ReturnEntry[]): ReturnSummary {
  const standings = returns.map((row) => standingOf(ledger, row))
  const byStanding = tally(Object.keys(STANDINGS) as Standing[], standings)
  return {
    total: returns.length,
    withoutValidDetermination: returns.length - byStanding.VALID,
    byStanding,
    within72Hours: returns.filter(({ departedAt, foundAt }) => departedAt - foundAt <= 72 * HOUR).length,
    deportations: returns.filter(({ type }) => type === 'DEPORTATION').length,
  }
}

export function standingOf({ decisions, departures }: Ledger, { departedAt, foundAt, person }: ReturnEntry): Standing {
  const before = departures.get(person.id)?.filter((departure) => startOfDay(departure) < startOfDay(foundAt)) ?? []
  const cameBackFrom = before.length === 0 ? null : Math.max(...before)
  return expectedStanding(departedAt, decisions.get(person.id) ?? [], cameBackFrom)
}

function placesFor({ openStays }: Ledger, until: Minute, isHere: (state: StateCode) => boolean) {
  const here = openStays.filter(({ place }) => isHere(place.state))
  const held = here
    .filter(({ place }) => isDetention(place.type))
    .map(({ place, enteredAt }) => ({ kind: stayKindOf(place.type), hours: Math.floor((until - enteredAt) / HOUR) }))
  const inKind = (wanted: StayKind) => held.filter(({ kind }) => kind === wanted).length
  return {
    detention: {
      heldNow: held.length,
      inReferralCenters: inKind('REFERRAL'),
      inProhibitedPlaces: inKind('PROHIBITED'),
      inOtherAdHocPlaces: inKind('OTHER_AD_HOC'),
      over36Hours: held.filter(({ hours }) => hours >= 36).length,
      longestHours: held.length === 0 ? null : Math.max(...held.map(({ hours }) => hours)),
    },
    inSocialAssistanceCentres: here.filter(({ place }) => isSocialAssistanceCentre(place.type)).length,
  }
}

/** A child counts in the state of the first notice, or else of the case. */
function caseworkFor({ children }: Ledger, isHere: (state: StateCode) => boolean) {
  const here = children.filter(({ noticeState, caseState }) => {
    const state = noticeState ?? caseState
    return state !== null && isHere(state)
  })
  return {
    unprocessed: here.filter(({ isNotified, caseState }) => isNotified && caseState === null).length,
    withoutDetermination: here.filter(({ caseState, isDetermined }) => caseState !== null && !isDetermined).length,
  }
}
