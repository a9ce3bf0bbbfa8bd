/**
 * A07: nobody represents the child.
 *
 * Law     LGDNNA arts. 92 VIII, 106, 122 II: the Procuraduría in the place of absent parents for unaccompanied and
 *         separated children, and alongside for every child, from the first act.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía. Critical once the child was interviewed, or something was decided (a determination,
 *         INM's procedure), before anybody represented it. A detection asks until the child is found again.
 */
import { instantOf } from '@vigia/law/mexican-time'
import type { Accompaniment } from '@vigia/law/people'
import type { RepresentationQuality } from '@vigia/law/representation-types'
import { type ChildPicture, departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import type { ChildRule } from '../../engine/rule.ts'

/** Who has no parent or guardian at hand needs somebody in their place. */
const SUFFICES: Readonly<Record<Accompaniment, readonly RepresentationQuality[]>> = {
  UNACCOMPANIED: ['SUBSTITUTE', 'GUARDIAN', 'ORIGINAL'],
  SEPARATED: ['SUBSTITUTE', 'GUARDIAN', 'ORIGINAL'],
  ACCOMPANIED: ['ADJUNCT', 'SUBSTITUTE'],
  UNDETERMINED: ['ADJUNCT', 'SUBSTITUTE', 'GUARDIAN', 'ORIGINAL'],
}

export const notRepresented: ChildRule = {
  kind: 'NOT_REPRESENTED',
  about: 'CHILD',
  endedBy: 'representation/representations/PPNNA',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const serving = child.representations.filter(
        ({ quality, endedAt }) => SUFFICES[child.accompaniment].includes(quality) && (!endedAt || endedAt > found.at),
      )
      const first = earliest(serving)
      const by = first && { fact: 'representation', id: first.id, at: notBefore(first.at, found.at) }
      const ending = firstEnding([by, departure(child)])
      const act = firstAct(child, found.at)
      const steps = climb({ since: found.at, act }, thresholds)
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}

/** An interview or a decision. */
function firstAct({ determinations, evidence }: ChildPicture, found: Date): Date | null {
  const acts = [
    ...determinations.map(({ id, at }) => ({ id, at })),
    ...evidence.flatMap(({ id, procedureDecidedOn: on }) => (on ? [{ id, at: instantOf(on) }] : [])),
    ...evidence.flatMap(({ id, interviewedAt: at }) => (at ? [{ id, at }] : [])),
  ]
  return earliest(acts.filter(({ at }) => at >= found))?.at ?? null
}
