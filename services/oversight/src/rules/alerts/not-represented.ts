/**
 * A07: nobody represents the child, or the Procuraduría does not beside whoever does.
 *
 * Law     LGDNNA arts. 92 VIII, 106 ¶1: the Procuraduría in the place of absent parents. Arts. 4 XXIV, 106 ¶2, 122 II: in every procedure it
 *         intervenes, unasked and alongside, for every child.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía. A Procuraduría that represents in the place of the parents does intervene: the law
 *         does not say that it has to do so twice. A guardian, or parents far away, represent an unaccompanied child, and not instead of
 *         the Procuraduría. Of a child of whom nobody knows with whom it was, what is owed to every child is asked. Critical once the child was interviewed, or something was decided (a determination,
 *         INM's procedure, COMAR's decision of a claim), before anybody represented it. Where whoever represented it no longer does and
 *         nobody has come in his place, the same hours run anew, in an alert of its own. A detection asks until the child is found again.
 */
import { wasDecided } from '@vigia/law/asylum'
import { instantOf } from '@vigia/law/mexican-time'
import type { Accompaniment } from '@vigia/law/people'
import type { RepresentationQuality } from '@vigia/law/representation-types'
import { type ChildPicture, departure, earliest, firstEnding, latest, notBefore } from '../../engine/child.ts'
import { type Course, climb, type Ending } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
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
      const courseSince = (subject: string, since: Date, represented: Ending | null): Course => {
        const steps = climb({ since, act: firstAct(child, since) }, thresholds)
        return { subject, state: found.state, since, steps, ending: firstEnding([represented, departure(child)]) }
      }
      const represented = representedSince(child, found.at)
      const lapsed = represented && lapseSince(child, represented.at)
      const course = courseSince(found.id, found.at, represented)
      if (!lapsed) return course
      return [course, courseSince(`${found.id}/LAPSED`, lapsed, representedSince(child, lapsed))]
    }),
}

/** By whom of those who serve then or later all that is owed is there, the one who came last. */
function representedSince({ accompaniment, representations }: ChildPicture, since: Date): Ending | null {
  const serving = representations.filter(({ endedAt }) => !endedAt || endedAt > since)
  const first = OWED[accompaniment].map((owed) => earliest(serving.filter(({ quality }) => owed.includes(quality))))
  const there = first.filter((one) => one !== null)
  const last = there.length === first.length ? latest(there) : null
  return last && { fact: 'representation', id: last.id, at: notBefore(last.at, since) }
}

/** The last end of a representation after which one of those who are owed was missing; null where none was. */
function lapseSince({ accompaniment, representations }: ChildPicture, represented: Date): Date | null {
  const isServed = (at: Date) =>
    OWED[accompaniment].every((owed) =>
      representations.some((one) => owed.includes(one.quality) && one.at <= at && (!one.endedAt || one.endedAt > at)),
    )
  const ends = representations.flatMap(({ id, endedAt }) =>
    endedAt && endedAt > represented ? [{ id, at: endedAt }] : [],
  )
  return latest(ends.filter(({ at }) => !isServed(at)))?.at ?? null
}

/** An interview or a decision. */
function firstAct({ determinations, evidence, claims }: ChildPicture, since: Date): Date | null {
  const acts = [
    ...determinations.map(({ id, at }) => ({ id, at })),
    ...evidence.flatMap(({ id, procedureDecidedOn: on }) => (on ? [{ id, at: instantOf(on) }] : [])),
    ...evidence.flatMap(({ id, interviewedAt: at }) => (at ? [{ id, at }] : [])),
    ...claims.flatMap(({ id, status, statusOn: on }) => (on && wasDecided(status) ? [{ id, at: instantOf(on) }] : [])),
  ]
  return earliest(acts.filter(({ at }) => at >= since))?.at ?? null
}
