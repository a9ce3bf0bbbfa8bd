/** Which files have more columns than the plain ones, and what stands in them. */

import { REASONS_FOR_GIVING_UP } from '@vigia/law/asylum'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { codesOf } from '@vigia/law/code-list'
import { DETERMINATION_STATUSES, GUARANTEES } from '@vigia/law/determinations'
import { DORMITORIES } from '@vigia/law/dormitories'
import { LEGAL_FIGURES, REGIMES } from '@vigia/law/facility-registry'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { COUNSEL_DENIERS, SUSPENSIONS } from '@vigia/law/representation-types'
import { RIGHTS } from '@vigia/law/rights'
import type { Minute } from '../calendar.ts'
import type { Place } from '../places/facility.ts'
import { keyOfTown } from '../places/towns.ts'
import { INM_IS_FULLER_SINCE } from '../scenario/evidence.ts'
import type { Fact } from '../scenario/facts.ts'
import type { Course, FacilityRecord, Keeping, Upkeep } from '../scenario/fuller-facts.ts'
import { DIF_TELLS_OF_KEEPING_SINCE } from '../scenario/keep.ts'
import { COMAR_IS_FULLER_SINCE } from '../scenario/papers.ts'
import { FULLER_OFFICES } from '../scenario/upkeep.ts'
import { FEEDS, type FeedName } from './columns.ts'
import { evidenceCells } from './evidence-cells.ts'
import type { Pen } from './pen.ts'
import type { Sender } from './senders.ts'

/** INM's newest export, the offices with fuller software, the national list of centres and DIF's newest stays, COMAR's newest export, CNDH's own form. */
export function isFuller(feed: FeedName, { source, state }: Sender, cutoff: Minute): boolean {
  switch (feed) {
    case 'detections':
    case 'migration-documents':
    case 'executed-returns':
      return cutoff >= INM_IS_FULLER_SINCE
    case 'protection-cases':
    case 'representations':
    case 'determinations':
      return state !== null && FULLER_OFFICES.includes(state)
    case 'facilities':
      return source === 'SNDIF'
    case 'stays':
      return source === 'SNDIF' && cutoff >= DIF_TELLS_OF_KEEPING_SINCE
    case 'asylum-claims':
      return cutoff >= COMAR_IS_FULLER_SINCE
    case 'return-checklists':
      return source === 'CNDH'
    default:
      return false
  }
}

/** The cells under the further titles of the feed; blank where nothing is told. */
export function furtherCells(fact: Fact, pen: Pen): string[] {
  return toldBy(fact, pen) ?? FEEDS[fact.feed].more.map(() => '')
}

function toldBy(fact: Fact, pen: Pen): string[] | null {
  switch (fact.feed) {
    case 'detections':
      return withKeyOfTown(fact.feed, fact, fact.evidence && evidenceCells(fact.evidence, pen))
    case 'migration-documents':
      return [fact.validIn.map((state) => pen.state(state)).join('|'), pen.day(fact.retainedOn)]
    case 'facilities':
      return withKeyOfTown(fact.feed, fact.place, fact.record && recordCells(fact.record, pen))
    case 'stays':
      return [
        ...(fact.keeping ? keepingCells(fact.keeping, pen) : ['', '', '']),
        ...[pen.hour(fact.measure?.requestedAt ?? null), pen.text(fact.keeping?.bed ?? null)],
      ]
    case 'protection-cases':
      return fact.upkeep && upkeepCells(fact.upkeep, pen)
    case 'representations':
      return [
        ...[pen.word(SUSPENSIONS, fact.suspension?.word ?? null), pen.day(fact.suspension?.on ?? null)],
        ...[pen.word(COUNSEL_DENIERS, fact.counsel?.deniedBy ?? null), fact.key ?? ''],
      ]
    case 'asylum-claims':
      return [pen.word(REASONS_FOR_GIVING_UP, fact.givenUpFor), pen.day(fact.ratifiedOn)]
    case 'determinations':
      return fact.course && courseCells(fact.course, pen)
    case 'executed-returns':
      return [pen.word(FAMILY_TIES, fact.receivedByTie), fact.planFolio ?? '']
    case 'return-checklists':
      return [
        ...[pen.text(fact.shownBy), ...[fact.escort?.women, fact.escort?.men].map((count) => String(count ?? ''))],
        ...codesOf(CHECKLIST_ITEMS).map((item) => pen.text(fact.shownByItem[item] ?? null)),
      ]
    default:
      return null
  }
}

/** INEGI's key of the municipality stands last, whatever else is told. */
function withKeyOfTown(
  feed: FeedName,
  { state, town }: Pick<Place, 'state' | 'town'>,
  cells: string[] | null,
): string[] {
  return [...(cells ?? FEEDS[feed].more.slice(1).map(() => '')), keyOfTown(state, town)]
}

function keepingCells({ sleepsWith, missingReported, missingReportedAt }: Keeping, pen: Pen): string[] {
  const reported = missingReported === null ? '' : pen.yesNo(missingReported)
  return [pen.word(DORMITORIES, sleepsWith), reported, pen.hour(missingReportedAt)]
}

function recordCells(record: FacilityRecord, pen: Pen): string[] {
  return [
    ...[record.number ?? '', pen.text(record.address), pen.word(LEGAL_FIGURES, record.figure)],
    ...[pen.word(REGIMES, record.regime), pen.text(record.director), pen.text(record.funding)],
    ...[pen.day(record.gazettedOn), ...(record.places ?? ['', '', '', '']).map(String)],
    ...[record.carers === null ? '' : String(record.carers), record.contact],
  ]
}

function upkeepCells({ followUps, ...days }: Upkeep, pen: Pen): string[] {
  return [
    followUps.map((on) => pen.day(on)).join('|'),
    ...[days.transitionPlanOn, days.documentsHandedOn, days.reunificationAgreedOn].map((on) => pen.day(on)),
  ]
}

function courseCells({ openedAt, status, reviewer, violated, factors, heededOn }: Course, pen: Pen): string[] {
  return [
    ...[pen.hour(openedAt), pen.word(DETERMINATION_STATUSES, status), pen.text(reviewer)],
    ...[pen.words(RIGHTS, violated), pen.text(factors)],
    ...codesOf(GUARANTEES).map((guarantee) => pen.day(heededOn[guarantee] ?? null)),
  ]
}
