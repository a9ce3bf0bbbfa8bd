/** Where the planted defects lie, by name and not by number alone, so that a registry can be asked for each of them. */
import type { StateCode } from '@vigia/law/states'
import { DAY, isoDay, type Minute, startOfDay } from '../calendar.ts'
import { SILENT_SINCE } from '../files/periods.ts'
import { countedReturns, standingOf } from './board.ts'
import type { Ledger, ReturnEntry } from './ledger.ts'

export function plantedOf(ledger: Ledger, until: Minute) {
  const { sameFile, laterFile, corrected, claimedDeterminations, hourNotTold, unjoinable, withheldCases } =
    ledger.planted
  const { enteredLongBefore, incompleteActs, lateDecrees, shortOfCarers, withAdults, unreported } = ledger.planted
  const returns = countedReturns(ledger)
  return {
    unlistedReferralCentres: [...ledger.sightings].map(([place, { first, children }]) => {
      return { name: place.name, state: place.state, firstEntry: isoDay(first), children: children.size }
    }),
    silentOffices: Object.entries(SILENT_SINCE).map(([state, days]) => ({
      state,
      cutoff: isoDay(startOfDay(until) - (days ?? 0) * DAY),
      casesWithheld: withheldCases.get(state as StateCode) ?? [],
    })),
    returnsByStanding: foliosBy(returns, (row) => standingOf(ledger, row)),
    prohibitedReturns: foliosBy(
      returns.filter(({ type }) => type !== 'ASSISTED_RETURN'),
      ({ type }) => type,
    ),
    determinationsThatDoNotExist: claimedDeterminations,
    returnedOnTheDayOfTheFind: hourNotTold,
    lateDeterminations: ledger.lateDecisions,
    sameActaTwice: { inOneFile: sameFile, inALaterFile: laterFile, correctedLater: corrected },
    oneChildInTwoStates: ledger.twoStates,
    unjoinable,
    enteredLongBefore,
    incompleteActsOfHandover: incompleteActs,
    lateDecrees,
    shortOfCarers,
    centresWhoseRegistrationExpired: expiredCentres(ledger),
    sleepingWithAdults: withAdults,
    disappearancesNotReported: unreported,
  }
}

/** The keys of those with children. */
function expiredCentres({ openStays }: Ledger): string[] {
  return [...new Set(openStays.flatMap(({ place: { registry, key } }) => (registry === 'EXPIRED' && key ? [key] : [])))]
}

function foliosBy(rows: readonly ReturnEntry[], kindOf: (row: ReturnEntry) => string): Record<string, string[]> {
  const kinds = Map.groupBy(rows, kindOf)
  return Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.map(({ folio }) => folio)]))
}
