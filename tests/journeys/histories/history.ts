/** Random histories: facts told early, late, again and differently, withdrawn, and services that follow at their own pace. */
import { localDateOf } from '@vigia/law/mexican-time'
import fc from 'fast-check'
import type { CaseFact, Entity, Facts } from './facts.ts'

/** A step is a few numbers, so that any part of a history is a history: that is how a failing one is made small. */
export interface Step {
  what: Entity | 'withdraw' | 'round'
  which: number
  child: number
  other: number
  code: number
  day: number
  until: number
}

const ENTITIES: Entity[] = [
  'child',
  'detection',
  'identifier',
  'facility',
  'stay',
  'protection_case',
  'determination',
  'restitution_plan',
  'executed_return',
]
const number = (max: number) => fc.integer({ min: 0, max })

const FIRST = { which: 0, child: 0, other: 0, code: 0, until: 0 }
/** Found, permitted to return and returned, found again and returned again: chance alone hardly ever comes so far. */
const BACK_AGAIN: readonly Step[] = [
  { ...FIRST, what: 'child', day: 900 },
  { ...FIRST, what: 'detection', day: 900 },
  { ...FIRST, what: 'protection_case', day: 800 },
  { ...FIRST, what: 'determination', day: 700 },
  { ...FIRST, what: 'executed_return', day: 600 },
  { ...FIRST, what: 'detection', which: 1, day: 400 },
  { ...FIRST, what: 'executed_return', which: 1, day: 200 },
]

/** The same, returned again on the day of the find, at an hour that nobody tells: the departure stands at midnight, the find at eight. */
const BACK_AND_GONE_IN_A_DAY: readonly Step[] = [
  ...BACK_AGAIN.slice(0, -2),
  { ...FIRST, what: 'detection', which: 1, day: 200 },
  { ...FIRST, what: 'executed_return', which: 1, day: 216 },
]

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what']>(
      ...ENTITIES,
      'child',
      'stay',
      'determination',
      'withdraw',
      'withdraw',
      'round',
      'round',
    ),
    which: number(3),
    child: number(2),
    other: number(8),
    code: number(59),
    // Half-hours before the present: some at the same instant, some within hours, some within days, some within months.
    day: fc.oneof(number(6), number(200), number(600), number(12_000)),
    until: number(900),
  }),
  { minLength: 1, maxLength: 45 },
)
export const aHistory: fc.Arbitrary<Step[]> = fc
  .tuple(fc.constantFrom([], BACK_AGAIN, BACK_AND_GONE_IN_A_DAY), steps)
  .map(([begun, more]) => [...begun, ...more])

export const NOW = new Date('2026-11-25T18:00:00Z')
const HALF_HOUR = 1_800_000
const at = (halfHours: number) => new Date(NOW.getTime() - halfHours * HALF_HOUR)
const idOf = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-00000000000${n}`
const childOf = (n: number) => idOf(0, n)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

const STATES = ['07', '30', '02'] as const
const TYPES = ['CCAN', 'EM', 'OR', 'CASE', 'CIM', 'FAM_E'] as const
const REGISTRATIONS = ['UNKNOWN', 'UNREGISTERED', 'REGISTERED', 'EXPIRED'] as const
const LIFECYCLES = ['SIGHTED', 'ACKNOWLEDGED'] as const
const OUTCOMES = ['RETURN_PERMITTED', 'STAY_IN_MEXICO', 'RETURN_NOT_PERMITTED'] as const
const DECIDERS = ['PPNNA', 'PPNNA', 'INM'] as const
const RETURNS = ['ASSISTED_RETURN', 'DEPORTATION', 'TRANSFER', 'BORDER_REJECTION', 'EXPULSION'] as const
const EXITS = ['NOT_LOCATED', 'FAMILY_REINTEGRATION', 'CONTINUED_ROUTE', null] as const
const DORMITORIES = [null, 'UNRELATED_ADULTS', 'CHILDREN_ALONE'] as const
const dimensions = (n: number) => ({
  nationality: pick(['HND', 'GTM', 'ZZZ'], n),
  age_group: pick(['FROM_0_TO_11', 'FROM_12_TO_17'], n),
  accompaniment: pick(['UNACCOMPANIED', 'ACCOMPANIED', 'SEPARATED'], n >> 1),
})

export interface Change {
  entity: Entity
  id: string
  /** Undefined when the fact is withdrawn. */
  fact: object | undefined
}

/** Facilities that are there from the start. */
export function opening(facts: Facts): Change[] {
  return [0, 1, 2].map((n) => {
    const of = { id: idOf(3, n), type: pick(TYPES, n), state: pick(STATES, n) }
    const fact = {
      ...of,
      capacity: null,
      carers: null,
      registry_status: pick(REGISTRATIONS, n),
      lifecycle: LIFECYCLES[0],
    }
    facts.facility.set(fact.id, fact)
    return { entity: 'facility' as const, id: fact.id, fact }
  })
}

/** What a step changes, noted in the facts too; null when it would break a constraint, or is no fact. */
export function changeOf(step: Step, facts: Facts): Change | null {
  if (step.what === 'round') return null
  if (step.what === 'withdraw') return withdrawal(step, facts)
  const fact = factOf(step.what, step, facts)
  if (!fact) return null
  ;(facts[step.what] as Map<string, object>).set(fact.id, fact)
  return { entity: step.what, id: fact.id, fact }
}

type Maker = (step: Step, facts: Facts) => { id: string } | null

function factOf(entity: Entity, step: Step, facts: Facts) {
  return MAKERS[entity](step, facts)
}

const MAKERS: Readonly<Record<Entity, Maker>> = {
  child: ({ child, code, day }) => ({
    id: childOf(child),
    state: pick(STATES, code),
    first_detected_at: at(day),
    ...dimensions(code),
  }),
  detection: ({ which, child, other, code, day }, facts) => {
    if (!facts.child.has(childOf(child))) return null
    const ppnna_notified_at = other < 2 ? null : at(Math.max(0, day - other))
    const found = { id: idOf(1, which), child_id: childOf(child), acta: `A${which}`, state: pick(STATES, code) }
    return { ...found, detected_at: at(day), ppnna_notified_at, ...dimensions(code) }
  },
  identifier: ({ which, child, other }, facts) => {
    const [id, child_id, value] = [idOf(2, which), childOf(child), `N${other % 4}`]
    const isTaken = [...facts.identifier.values()].some((fact) => fact.id !== id && fact.value === value)
    return isTaken || !facts.child.has(child_id) ? null : { id, child_id, type: 'NUE', value }
  },
  facility: ({ which, other, code, day }) => ({
    id: idOf(3, which % 3),
    type: pick(TYPES, code),
    state: pick(STATES, other),
    capacity: code % 3 === 0 ? null : code,
    carers: code % 2 === 0 ? null : code % 3,
    registry_status: pick(REGISTRATIONS, other),
    lifecycle: pick(LIFECYCLES, day),
  }),
  stay: ({ which, child, other, code, day, until }, facts) => {
    const left_at = other < 4 ? null : at(Math.max(0, day - until))
    const of = { id: idOf(4, which), child_id: childOf(child), facility_id: idOf(3, other % 3) }
    const stay = { ...of, entered_at: at(day), left_at, ...keeping(left_at, code) }
    return facts.admits(stay) ? stay : null
  },
  protection_case: ({ which, child, other, code, day }, facts) => {
    const id = idOf(5, which)
    const child_id = facts.protection_case.get(id)?.child_id ?? childOf(child)
    const notified_at = other < 3 ? null : at(day + other)
    const opened_at = at(day)
    const isOpenedInTime = [...facts.restitution_plan.values()].every(
      (plan) => plan.case_id !== id || localDateOf(opened_at) <= plan.issued_on,
    )
    return isOpenedInTime
      ? { id, child_id, folio: `P${which}`, state: pick(STATES, code), notified_at, opened_at }
      : null
  },
  determination: ({ which, other, code, day, until }, facts) => {
    const file = caseAt(facts, other)
    const decided = { decided_at: at(day), outcome: pick(OUTCOMES, code), authority: pick(DECIDERS, until) }
    return file ? { ...of(file, 6, which), number: `D${which}`, ...decided } : null
  },
  restitution_plan: ({ which, other, day }, facts) => {
    const file = caseAt(facts, other)
    const issued_on = localDateOf(at(day))
    return file && localDateOf(file.opened_at) <= issued_on
      ? { ...of(file, 7, which), folio: `R${which}`, issued_on }
      : null
  },
  executed_return: ({ which, child, other, code, day }) => ({
    id: idOf(8, which),
    child_id: childOf(child),
    folio: `E${which}`,
    state: pick(STATES, code),
    departed_at: at(day),
    return_type: pick(RETURNS, other),
    destination: pick(['HND', 'GTM'], code),
  }),
}

/** What its place tells of it, and of an exit; or does not tell. */
function keeping(left_at: Date | null, code: number) {
  const missing_reported = left_at === null ? null : pick([null, false, true], code)
  const told = missing_reported && code % 2 === 0 ? NOW : null
  return {
    exit_type: left_at === null ? null : pick(EXITS, code),
    sleeps_with: pick(DORMITORIES, code >> 1),
    ...{ missing_reported, missing_reported_at: told },
  }
}

function of(file: CaseFact, kind: number, which: number) {
  return { id: idOf(kind, which), case_id: file.id, child_id: file.child_id }
}

function caseAt(facts: Facts, n: number): CaseFact | undefined {
  const files = [...facts.protection_case.values()]
  return files[n % Math.max(1, files.length)]
}

/** A withdrawn child takes its own service's records along, a withdrawn case its determinations and plans. */
function withdrawal({ which, other, code }: Step, facts: Facts): Change | null {
  const entity = pick(
    ENTITIES.filter((name) => name !== 'facility'),
    code,
  )
  const id = [...facts[entity].keys()][(which + other) % Math.max(1, facts[entity].size)]
  if (!id) return null
  facts[entity].delete(id)
  const dependants =
    entity === 'child' ? [facts.detection, facts.identifier] : [facts.determination, facts.restitution_plan]
  const column = entity === 'child' ? 'child_id' : 'case_id'
  if (entity === 'child' || entity === 'protection_case') {
    for (const map of dependants as unknown as Map<string, Record<string, unknown>>[]) {
      for (const [key, row] of map) if (row[column] === id) map.delete(key)
    }
  }
  return { entity, id, fact: undefined }
}
