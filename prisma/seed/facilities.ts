/** The network of places, and which of them a child of a state is taken to. */
import type { FacilityType } from '@vigia/law/facilities'
import type { StateCode } from '@vigia/law/states'
import type { Minute } from './calendar.ts'
import { HELD_AT, type HeldAt } from './calibration/held.ts'
import { carePlaces } from './places/care.ts'
import { isOpen, type Place } from './places/facility.ts'
import { inmPlaces } from './places/inm.ts'
import { referralCentres } from './places/referral-centres.ts'
import type { Random } from './random.ts'
import { drawer } from './shares.ts'

export interface Network {
  readonly places: readonly Place[]
  /** Where INM takes a child first. Always an office at the least. */
  held(random: Random, state: StateCode, at: Minute, kind?: HeldAt): Place
  /** A centre of social assistance; undefined where the state has none open. */
  centre(random: Random, state: StateCode, from: Minute, until: Minute): Place | undefined
  /** A shelter, module or family. Every state has one. */
  elsewhere(random: Random, state: StateCode, from: Minute, until: Minute, isAlone: boolean): Place
}

const CENTRE_TYPES: readonly FacilityType[] = ['CASF', 'CASE', 'CASM', 'CASP']
const ELSEWHERE_ALONE: readonly FacilityType[] = ['EAH', 'MOD', 'EAH', 'ALB', 'FAM_A', 'FAM_E', 'HOSP']
const ELSEWHERE_WITH: readonly FacilityType[] = ['ALB', 'ALB', 'EAH', 'FAM_E', 'CIM', 'ALB']

export function network(): Network {
  const places = [...inmPlaces(), ...carePlaces(), ...referralCentres()]
  const byStateAndType = Map.groupBy(places, ({ state, type }) => `${state} ${type}`)
  const drawHeldAt = drawer(HELD_AT)

  function oneOf(random: Random, state: StateCode, types: readonly FacilityType[], from: Minute, until: Minute) {
    const open = types
      .flatMap((type) => byStateAndType.get(`${state} ${type}`) ?? [])
      .filter((place) => isOpen(place, from, until))
    if (open.length === 0) return undefined
    return random.pick(open)
  }

  function surely(place: Place | undefined, state: StateCode): Place {
    if (!place) throw new Error(`State ${state} has no such place`)
    return place
  }

  return {
    places,
    held: (random, state, at, kind = drawHeldAt(random)) =>
      surely(oneOf(random, state, [kind], at, at) ?? oneOf(random, state, ['OR'], at, at), state),
    centre: (random, state, from, until) => oneOf(random, state, CENTRE_TYPES, from, until),
    elsewhere: (random, state, from, until, isAlone) => {
      const kind = random.pick(isAlone ? ELSEWHERE_ALONE : ELSEWHERE_WITH)
      return surely(oneOf(random, state, [kind], from, until) ?? oneOf(random, state, ['ALB'], from, until), state)
    },
  }
}
