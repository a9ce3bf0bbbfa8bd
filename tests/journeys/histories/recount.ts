/** What the figures must be: everything counted from scratch, by the pure rules, from the facts as they stand. */

import { cameBackFrom } from '@vigia/law/determinations'
import { type FacilityType, stayKindOf } from '@vigia/law/facilities'
import { atTheLatest, localDateOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import { inCareAmong } from '../../../services/placements/src/rules/care.ts'
import { heldAmong } from '../../../services/placements/src/rules/detention.ts'
import { backlogByAge } from '../../../services/representation/src/rules/backlog.ts'
import {
  type CasePath,
  casePathOf,
  isUndetermined,
  isUnprocessed,
} from '../../../services/representation/src/rules/case-path.ts'
import { countedAs } from '../../../services/returns/src/rules/counted-return.ts'
import { standingOfReturn } from '../../../services/returns/src/rules/standing-of-return.ts'
import type { Dimensions, Facts, ReturnFact } from './facts.ts'

export type Service = 'children' | 'placements' | 'representation' | 'returns'
/** By `indicator|state|day|nationality|age group|accompaniment`; only what is not 0. */
export type Cells = Record<string, number>

const UNKNOWN: Dimensions = { nationality: 'ZZZ', age_group: 'UNKNOWN', accompaniment: 'UNDETERMINED' }
const HELD: Partial<Record<string, string>> = {
  REFERRAL: 'HELD_IN_REFERRAL_CENTERS',
  PROHIBITED: 'HELD_IN_PROHIBITED_PLACES',
  OTHER_AD_HOC: 'HELD_IN_OTHER_AD_HOC_PLACES',
  CARE: 'CHILDREN_IN_CARE',
}

export function recount(facts: Facts): Record<Service, Cells> {
  return {
    children: countChildren(facts),
    placements: countStays(facts),
    representation: countCases(facts),
    returns: countReturns(facts),
  }
}

class Count {
  readonly cells: Cells = {}

  add(indicator: string, state: string, at: Date | string | null, of: Dimensions, n = 1): void {
    if (at === null) return
    const day = typeof at === 'string' ? at : localDateOf(at)
    const key = [indicator, state, day, of.nationality, of.age_group, of.accompaniment].join('|')
    const sum = (this.cells[key] ?? 0) + n
    if (sum === 0) delete this.cells[key]
    else this.cells[key] = sum
  }
}

function dimensionsOf(facts: Facts, childId: string): Dimensions {
  return facts.child.get(childId) ?? UNKNOWN
}

function countChildren(facts: Facts): Cells {
  const count = new Count()
  for (const child of facts.child.values()) count.add('CHILDREN_DETECTED', child.state, child.first_detected_at, child)
  for (const found of facts.detection.values()) {
    count.add('DETECTIONS', found.state, found.detected_at, found)
    count.add('PPNNA_NOTIFIED', found.state, found.ppnna_notified_at, found)
  }
  return count.cells
}

function countStays(facts: Facts): Cells {
  const count = new Count()
  for (const stay of facts.stay.values()) {
    const facility = facts.facility.get(stay.facility_id)
    const indicator = facility && HELD[stayKindOf(facility.type)]
    if (!facility || !indicator) continue
    const of = dimensionsOf(facts, stay.child_id)
    count.add(indicator, facility.state, stay.entered_at, of)
    count.add(indicator, facility.state, stay.left_at, of, -1)
  }
  return count.cells
}

function casePaths(facts: Facts): Map<string, CasePath> {
  const ofChild = <Row extends { child_id: string }>(rows: Map<string, Row>, id: string) =>
    [...rows.values()].filter(({ child_id }) => child_id === id)
  const ids = new Set([...facts.detection.values(), ...facts.protection_case.values()].map(({ child_id }) => child_id))
  const paths = [...ids].map((id) => {
    const path = casePathOf({
      notices: ofChild(facts.detection, id).flatMap(({ id, state, ppnna_notified_at: notifiedAt }) =>
        notifiedAt ? [{ id, state, notifiedAt }] : [],
      ),
      cases: ofChild(facts.protection_case, id).map((file) => ({
        ...file,
        openedAt: file.opened_at,
        notifiedAt: file.notified_at,
      })),
      determinations: ofChild(facts.determination, id).map(({ decided_at, authority }) => ({
        decidedAt: decided_at,
        authority,
      })),
      plans: ofChild(facts.restitution_plan, id).map(({ issued_on }) => ({ issuedOn: issued_on })),
    })
    return [id, path] as const
  })
  return new Map(paths.flatMap(([id, path]) => (path ? [[id, path] as const] : [])))
}

function countCases(facts: Facts): Cells {
  const count = new Count()
  for (const [id, path] of casePaths(facts)) {
    for (const [indicator, at, n] of countsOfPath(path))
      count.add(indicator, path.state, at, dimensionsOf(facts, id), n)
  }
  return count.cells
}

/** What one child adds to which count, and when; nothing where the instant is not known. */
export function countsOfPath({ notifiedAt, openedAt, determinedAt, planOn }: CasePath) {
  const counts: [indicator: string, at: Date | string | null, n: number][] = []
  if (notifiedAt && !(openedAt && openedAt <= notifiedAt))
    counts.push(['UNPROCESSED_CASES', notifiedAt, 1], ['UNPROCESSED_CASES', openedAt, -1])
  if (openedAt && !(determinedAt && determinedAt <= openedAt))
    counts.push(['WITHOUT_DETERMINATION', openedAt, 1], ['WITHOUT_DETERMINATION', determinedAt, -1])
  counts.push(['CASES_OPENED', openedAt, 1], ['DETERMINATIONS', determinedAt, 1], ['PLANS_ISSUED', planOn, 1])
  return counts
}

function countReturns(facts: Facts): Cells {
  const count = new Count()
  for (const fact of facts.executed_return.values()) {
    for (const indicator of countedAs(returnFacts(fact, facts)))
      count.add(indicator, fact.state, fact.departed_at, dimensionsOf(facts, fact.child_id))
  }
  return count.cells
}

function returnFacts({ child_id, departed_at, return_type, destination }: ReturnFact, facts: Facts) {
  const determinations = [...facts.determination.values()].filter((row) => row.child_id === child_id)
  const found = [...facts.detection.values()].filter(
    (row) => row.child_id === child_id && row.detected_at <= atTheLatest(departed_at),
  )
  const departures = [...facts.executed_return.values()].filter(
    (row) => row.child_id === child_id && isReturn(row.return_type),
  )
  const latest = found.reduce<Date | null>(
    (last, row) => (last && last > row.detected_at ? last : row.detected_at),
    null,
  )
  return {
    returnType: return_type,
    departedAt: departed_at,
    destination,
    detectedAt: latest,
    standing: standingOfReturn(
      departed_at,
      determinations.map((row) => ({ ...row, decidedAt: row.decided_at })),
      cameBackFrom(
        departed_at,
        departures.map((row) => row.departed_at),
        found.map((row) => row.detected_at),
      ),
    ),
  }
}

/** The boards of one state, as of one instant. */
export function boards(facts: Facts, state: string, now: Date) {
  const open = [...facts.stay.values()].flatMap((stay) => {
    const facility = facts.facility.get(stay.facility_id)
    const isHere = facility?.state === state && stay.left_at === null
    return isHere ? [{ facilityType: facility.type satisfies FacilityType, enteredAt: stay.entered_at }] : []
  })
  const paths = [...casePaths(facts).values()].filter((path) => path.state === state)
  const backlog = paths.filter(isUnprocessed).flatMap(({ notifiedAt }) => (notifiedAt ? [notifiedAt] : []))
  const oldest = backlog.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  return {
    held: heldAmong(open, now),
    care: inCareAmong(open, now),
    casework: {
      unprocessed: backlog.length,
      ...backlogByAge(backlog, now),
      withoutDetermination: paths.filter(isUndetermined).length,
      oldest,
    },
  }
}
