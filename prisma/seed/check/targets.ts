/** The published figures that the twin must reproduce within 1 % at scale 1, each with its place in domain.md. */

import { eventsIn, inmPeopleByState, PERIOD_EVENTS, YEAR_EVENTS } from '../calibration/events.ts'
import { INM_MONTHS } from '../calibration/inm-months.ts'
import { COHORT } from '../calibration/persons.ts'
import { RETURN_OFFICES_2023, RETURNS_2022, RETURNS_2023_BY_SEPTEMBER } from '../calibration/returns.ts'
import { CAS_2021 } from '../places/care.ts'
import type { SeenEvent, SeenReturn, Tally } from './tally.ts'

export interface Target {
  readonly name: string
  readonly source: string
  readonly expected: number
  readonly measured: (tally: Tally) => number
  /** A count shrinks with the scale; a share and the network of places do not. */
  readonly kind: 'COUNT' | 'SHARE' | 'FIXED'
}

type Test = (event: SeenEvent) => boolean

const within =
  (from: string, to: string): Test =>
  ({ day }) =>
    day.slice(0, from.length) >= from && day.slice(0, to.length) <= to
const all: Test = () => true
const inStates =
  (...states: string[]): Test =>
  ({ state }) =>
    states.includes(state)
const from =
  (...countries: string[]): Test =>
  ({ nationality }) =>
    countries.includes(nationality)
const alone: Test = ({ company }) => company === 'UNACCOMPANIED'
const under12: Test = ({ isUnder12 }) => isUnder12
const both =
  (one: Test, other: Test): Test =>
  (event) =>
    one(event) && other(event)

function count(name: string, source: string, expected: number, period: Test, also: Test = all): Target {
  const measured = ({ events }: Tally) => events.filter(both(period, also)).length
  return { name, source, expected, measured, kind: 'COUNT' }
}

function share(name: string, source: string, expected: number, period: Test, part: Test): Target {
  const measured = ({ events }: Tally) => {
    const base = events.filter(period)
    return base.filter(part).length / base.length
  }
  return { name, source, expected, measured, kind: 'SHARE' }
}

const year = (of: number) => within(String(of), String(of))

const EVENTS: readonly Target[] = [
  ...Object.entries(YEAR_EVENTS).map(([of, events]) => count(`detections ${of}`, '4.2', events, year(Number(of)))),
  ...PERIOD_EVENTS.map(([a, b, events]) => count(`detections ${a} to ${b}`, '4.2', events, within(a, b))),
  ...Object.keys(INM_MONTHS).map((key) =>
    count(`detections ${key}, as INM's tables`, '4.10', eventsIn(key), within(key, key)),
  ),
]

const STATES: readonly Target[] = [
  count('Chiapas January to October 2023', '4.4', 43_927, within('2023-01', '2023-10'), inStates('07')),
  count('Veracruz January to October 2023', '4.4', 12_312, within('2023-01', '2023-10'), inStates('30')),
  count('Tabasco 2023', '4.4', 11_320, year(2023), inStates('27')),
  count('Coahuila 2022', '4.4', 3_978, year(2022), inStates('05')),
  share('Chiapas in 2024', '4.4', 0.632, year(2024), inStates('07')),
  share('Chiapas, Veracruz, Tabasco in 2024', '4.4', 0.75, year(2024), inStates('07', '30', '27')),
  share('Chiapas, October 2024 to May 2026', '4.10', inmShare(7), within('2024-10', '2026-05'), inStates('07')),
  share('Tabasco, October 2024 to May 2026', '4.10', inmShare(27), within('2024-10', '2026-05'), inStates('27')),
  share('Veracruz, October 2024 to May 2026', '4.10', inmShare(30), within('2024-10', '2026-05'), inStates('30')),
]

const CHILDREN: readonly Target[] = [
  share('girls 2023', '4.2', 0.461, year(2023), ({ sex }) => sex === 'FEMALE'),
  share('under 12, 2023', '4.2', 0.716, year(2023), under12),
  count('under 12, 2021', '4.2', 52_484, year(2021), under12),
  count('under 12, 2024', '4.2', 99_892, year(2024), under12),
  count('unaccompanied 2024', '4.2', 6_203, year(2024), alone),
  share('under 12 of the unaccompanied 2024', '4.2', 766 / 6_203, both(year(2024), alone), under12),
  count('unaccompanied January and February 2023', '4.2', 1_227, within('2023-01', '2023-02'), alone),
  count('Ecuador Q1 2023', '4.3', 4_670, within('2023-01', '2023-03'), from('ECU')),
  count('Venezuela Q1 2023', '4.3', 3_365, within('2023-01', '2023-03'), from('VEN')),
  count('Honduras Q1 2023', '4.3', 1_987, within('2023-01', '2023-03'), from('HND')),
  count('Guatemala Q1 2023', '4.3', 1_805, within('2023-01', '2023-03'), from('GTM')),
  share('Venezuela 2024', '4.3', 0.4, year(2024), from('VEN')),
  share('Guatemala, Honduras, El Salvador 2024', '4.3', 0.187, year(2024), from('GTM', 'HND', 'SLV')),
]

const PERSONS: readonly Target[] = [
  {
    ...{ name: 'persons January 2021 to May 2022', source: '4.1', expected: COHORT.detected, kind: 'COUNT' },
    measured: ({ firsts }) => firsts.filter(within(COHORT.from, COHORT.to)).length,
  },
  {
    ...{ name: 'of them with a case', source: '4.1', expected: COHORT.caseOpened, kind: 'COUNT' },
    measured: ({ firsts, withCase }) =>
      firsts.filter(within(COHORT.from, COHORT.to)).filter(({ child }) => withCase.has(child)).length,
  },
]

const returned = (name: string, expected: number, test: (row: SeenReturn, child: SeenEvent) => boolean): Target => ({
  ...{ name, source: '4.5', expected, kind: 'COUNT' },
  measured: ({ returns, firsts }) => returns.filter((row) => test(row, firsts[row.child] as SeenEvent)).length,
})
const returnedShare = (name: string, expected: number, part: Test): Target => ({
  ...{ name, source: '4.5', expected, kind: 'SHARE' },
  measured: ({ returns, firsts }) => {
    const base = returns.filter(({ day }) => day.startsWith('2022')).map(({ child }) => firsts[child] as SeenEvent)
    return base.filter(part).length / base.length
  },
})

const RETURNS: readonly Target[] = [
  returned('returns 2022', RETURNS_2022.total, ({ day }) => day.startsWith('2022')),
  returned(
    'returns January to September 2022',
    RETURNS_2022.bySeptember,
    ({ day }) => day >= '2022' && day < '2022-10',
  ),
  returned(
    'returns January to September 2023',
    RETURNS_2023_BY_SEPTEMBER,
    ({ day }) => day >= '2023' && day < '2023-10',
  ),
  returnedShare('unaccompanied of returns 2022', RETURNS_2022.unaccompanied, alone),
  returnedShare('Honduras and Guatemala of returns 2022', RETURNS_2022.hondurasAndGuatemala, from('HND', 'GTM')),
  ...Object.entries(RETURN_OFFICES_2023).map(([state, expected]) =>
    returned(`returns by ${state}, January to October 2023`, expected ?? 0, ({ day, office }) => {
      return day >= '2023' && day < '2023-11' && office === state
    }),
  ),
]

const PLACES: readonly Target[] = [
  {
    name: 'CAS in 2021',
    source: '4.6',
    expected: CAS_2021.centres,
    kind: 'FIXED',
    measured: ({ centres2021 }) => centres2021.count,
  },
  {
    name: 'places in them',
    source: '4.6',
    expected: CAS_2021.places,
    kind: 'FIXED',
    measured: ({ centres2021 }) => centres2021.places,
  },
  {
    ...{ name: 'of the five states without, those with one', source: '4.6', expected: 0, kind: 'FIXED' },
    measured: ({ centres2021 }) => CAS_2021.noneIn.filter((state) => centres2021.states.has(state)).length,
  },
]

export const TARGETS: readonly Target[] = [...EVENTS, ...STATES, ...CHILDREN, ...PERSONS, ...RETURNS, ...PLACES]

/** A state's share of all whom INM's tables call presented or channelled, weighted as the twin's months are. */
function inmShare(state: number): number {
  let [ofState, ofAll] = [0, 0]
  for (const key of Object.keys(INM_MONTHS)) {
    const people = inmPeopleByState(key)
    const events = eventsIn(key)
    ofState += (events * (people[state - 1] ?? 0)) / people.reduce((sum, one) => sum + one, 0)
    ofAll += events
  }
  return ofState / ofAll
}
