/** Pictures as rules of alerts read them: a child, a place, a state of whom nothing is known but what a test says. */

import type { AlertSeverity } from '@vigia/law/alert-kinds'
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { instantOf } from '@vigia/law/mexican-time'
import type {
  ChildPicture,
  Detection,
  Evidence,
  ProtectionCase,
  Stay,
} from '../../../services/oversight/src/engine/child.ts'
import { type Course, standingAt } from '../../../services/oversight/src/engine/course.ts'
import type { FacilityPicture } from '../../../services/oversight/src/engine/facility.ts'
import type { Judged } from '../../../services/oversight/src/engine/judge.ts'
import type { StatePicture } from '../../../services/oversight/src/engine/state.ts'

/** Tuesday 3 November 2026, noon in Mexico City. */
export const T0 = instantOf('2026-11-03', 12)
const HOUR = 3_600_000
export const after = (hours: number): Date => new Date(T0.getTime() + hours * HOUR)
export const days = (n: number): Date => after(24 * n)

/** An unaccompanied child found at T0 in Chiapas, of whom everybody was told at once. */
export function aChild(differences: Partial<ChildPicture> = {}): ChildPicture {
  return {
    ...{ id: 'child', state: '07', accompaniment: 'UNACCOMPANIED', language: null, turns18On: null },
    detections: [aFind()],
    ...{ evidence: [], documents: [], claims: [], stays: [], measures: [], cases: [], representations: [] },
    ...{ counselRequests: [], determinations: [], plans: [], followUps: [], complaints: [] },
    ...{ returnPlans: [], returns: [], checklists: [] },
    ...differences,
  }
}

export const aFind = (differences: Partial<Detection> = {}): Detection => ({
  ...{ id: 'found', at: T0, state: '07', ppnnaNotifiedAt: T0, difNotifiedAt: T0 },
  ...{ consulateNotifiedAt: null, comarNotifiedAt: null },
  ...differences,
})

export const evidence = (differences: Partial<Evidence> = {}): Evidence => ({
  ...{ id: 'evidence', at: T0, detectionId: 'found', handedOverAt: null, hadInterpreter: null, need: null },
  ...{ interviewedAt: null, presentedAt: null, enteredOn: null, handoverAct: null },
  ...{ evaluatedOn: null, procedureOpenedOn: null, procedureDecidedOn: null },
  ...differences,
})

export const aStayIn = (type: Stay['type'], differences: Partial<Stay> = {}): Stay => ({
  ...{ id: 'stay', at: T0, facilityId: 'place', type, state: '07', leftAt: null, exitType: null, keeping: null },
  ...differences,
})

export const aFile = (differences: Partial<ProtectionCase> = {}): ProtectionCase => ({
  ...{ id: 'case', at: T0, state: '07', notifiedAt: null, closedAt: null, transitionPlanOn: null },
  ...differences,
})

export const represented = (
  quality: ChildPicture['representations'][number]['quality'],
  differences: Partial<ChildPicture['representations'][number]> = {},
): ChildPicture['representations'][number] => ({
  id: 'by',
  at: T0,
  quality,
  forum: null,
  endedAt: null,
  suspension: null,
  suspensionOn: null,
  ...differences,
})

export const departed = (
  differences: Partial<ChildPicture['returns'][number]> = {},
): ChildPicture['returns'][number] => ({
  ...{ id: 'return', at: days(9), folio: 'R1', state: '07', returnType: 'ASSISTED_RETURN' },
  ...differences,
})

/** A plan for that return, learned of on the first day. */
export const planned = (
  differences: Partial<ChildPicture['returnPlans'][number]> = {},
): ChildPicture['returnPlans'][number] => ({
  ...departed({ id: 'plan', at: days(1) }),
  plannedOn: null,
  ...differences,
})

export const decided = (
  differences: Partial<ChildPicture['determinations'][number]> = {},
): ChildPicture['determinations'][number] => ({
  ...{ id: 'bid', at: days(5), caseId: 'case', outcome: 'RETURN_PERMITTED', authority: 'PPNNA', interpreter: null },
  ...differences,
})

export const aPlace = (differences: Partial<FacilityPicture> = {}): FacilityPicture => ({
  ...{ id: 'place', state: '07', type: 'CASE', capacity: 10, carers: null },
  ...{ registryStatus: 'UNKNOWN', lifecycle: 'ACKNOWLEDGED' },
  ...{ entries: [], infants: [], lastExit: null, silentSince: null },
  ...differences,
})

export const aState = (differences: Partial<StatePicture> = {}): StatePicture => ({
  ...{
    state: '07',
    registrySince: null,
    today: '2026-11-03',
    now: T0,
    deliveries: [],
    backlog: { now: 0, weekAgo: 0 },
  },
  ...{ secretariat: null, breaches: [] },
  ...differences,
})

export function coursesOf<Picture>({ kind, courses }: Judged<Picture>, picture: Picture): Course[] {
  return courses(picture, thresholdsOf(kind))
}

/** How grave each alert of the rule is at an instant: null where none is open. */
export function gravityAt<Picture>(rule: Judged<Picture>, picture: Picture, now: Date): AlertSeverity | null {
  const standing = coursesOf(rule, picture).map((course) => standingAt(course, now))
  return standing.find((one) => one !== null)?.severity ?? null
}
