/**
 * A07: nobody represents the child, or the Procuraduría does not beside whoever does.
 *
 * Law     LGDNNA arts. 92 VIII, 106 ¶1: the Procuraduría in the place of absent parents. Arts. 4 XXIV, 106 ¶2, 122 II: in every procedure it
 *         intervenes, unasked and alongside, for every child.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía. A Procuraduría that represents in the place of the parents does intervene: the law
 *         does not say that it has to do so twice. A guardian, or parents far away, represent an unaccompanied child, and not instead of
 *         the Procuraduría. Of a child of whom nobody knows with whom it was, what is owed to every child is asked. Critical once the child was interviewed, or something was decided (a determination,
 *         INM's procedure, COMAR's decision of a claim), before anybody represented it. Where one who represented it no longer does and
 *         something that is owed is missing by that, the same hours run anew, in an alert of its own, until all of it is there
 *         again: what else ends meanwhile begins nothing. A detection asks until the child is found again.
 */
import { wasDecided } from '@vigia/law/asylum'
import { instantOf } from '@vigia/law/mexican-time'
import type { Accompaniment } from '@vigia/law/people'
import type { RepresentationQuality } from '@vigia/law/representation-types'
import {
  type ChildPicture,
  type Detection,
  departure,
  earliest,
  firstEnding,
  mayFollow,
  notBefore,
} from '../../engine/child.ts'
import { type Course, climb } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import { lapsesAfter, type Owed, servedSince } from '../../engine/lapses.ts'
import type { ChildRule } from '../../engine/rule.ts'

const BY_THE_PROCURADURIA: readonly RepresentationQuality[] = ['ADJUNCT', 'SUBSTITUTE']
/** Who has no parent or guardian at hand needs somebody in their place. */
const IN_THEIR_PLACE: readonly RepresentationQuality[] = ['SUBSTITUTE', 'GUARDIAN', 'ORIGINAL']

/** One of each is owed. */
const OWED: Readonly<Record<Accompaniment, readonly (readonly RepresentationQuality[])[]>> = {
  UNACCOMPANIED: [BY_THE_PROCURADURIA, IN_THEIR_PLACE],
  SEPARATED: [BY_THE_PROCURADURIA, IN_THEIR_PLACE],
  ACCOMPANIED: [BY_THE_PROCURADURIA],
  UNDETERMINED: [BY_THE_PROCURADURIA],
}

export const notRepresented: ChildRule = {
  kind: 'NOT_REPRESENTED',
  about: 'CHILD',
  endedBy: 'representation/representations/PPNNA',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const owed = owedTo(child)
      const courseSince = (subject: string, since: Date): Course => {
        const steps = climb({ since, act: firstAct(child, found, since) }, thresholds)
        const served = servedSince(owed, since)
        const represented = served && { fact: 'representation', ...served }
        return { subject, state: found.state, since, steps, ending: firstEnding([represented, departure(child)]) }
      }
      const represented = servedSince(owed, found.at)
      const lapses = represented ? lapsesAfter(owed, represented.at) : []
      return [
        courseSince(found.id, found.at),
        ...lapses.map(({ id, at }) => courseSince(`${found.id}/LAPSED/${id}`, at)),
      ]
    }),
}

function owedTo({ accompaniment, representations }: ChildPicture): Owed {
  const serving = (qualities: readonly RepresentationQuality[]) =>
    representations.filter(({ quality }) => qualities.includes(quality))
  return OWED[accompaniment].map((qualities) =>
    serving(qualities).map(({ id, at, endedAt }) => ({ id, at, until: endedAt })),
  )
}

/** An interview or a decision. What is told of the detection itself by the day of it, without an hour, was after it. */
function firstAct({ determinations, evidence, claims }: ChildPicture, found: Detection, since: Date): Date | null {
  const ofEvidence = evidence.flatMap(({ id, detectionId, interviewedAt, procedureDecidedOn: on }) =>
    [interviewedAt, on && instantOf(on)].flatMap((at) => {
      if (!at) return []
      const isOfFind = detectionId === found.id && mayFollow(at, found)
      return [{ id, at: isOfFind ? notBefore(at, found.at) : at }]
    }),
  )
  const decided = claims.flatMap(({ id, status, statusOn: on }) =>
    on && wasDecided(status) ? [{ id, at: instantOf(on) }] : [],
  )
  const acts = [...determinations.map(({ id, at }) => ({ id, at })), ...ofEvidence, ...decided]
  return earliest(acts.filter(({ at }) => at >= since))?.at ?? null
}
