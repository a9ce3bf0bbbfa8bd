/**
 * A07: nobody represents the child, or the Procuraduría does not beside whoever does.
 *
 * Law     LGDNNA arts. 92 VIII, 106 ¶1: the Procuraduría in the place of absent parents. Arts. 4 XXIV, 106 ¶2, 122 II: in every procedure it
 *         intervenes, unasked and alongside, for every child.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía. A Procuraduría that represents in the place of the parents does intervene: the law
 *         does not say that it has to do so twice. A guardian, or parents far away, represent an unaccompanied child, and not instead of
 *         the Procuraduría. Of a child of whom nobody knows with whom it was, what is owed to every child is asked. Critical once the child was interviewed, or something was decided (a determination,
 *         INM's procedure), before anybody represented it. A detection asks until the child is found again.
 */
import { instantOf } from '@vigia/law/mexican-time'
import type { Accompaniment } from '@vigia/law/people'
import type { RepresentationQuality } from '@vigia/law/representation-types'
import {
  type ChildPicture,
  type Detection,
  departure,
  earliest,
  firstEnding,
  latest,
  notBefore,
} from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
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
      const ending = firstEnding([representedBy(child, found), departure(child)])
      const act = firstAct(child, found.at)
      const steps = climb({ since: found.at, act }, thresholds)
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}

/** Over once whoever is owed is there, by the one who came last. */
function representedBy({ accompaniment, representations }: ChildPicture, found: Detection): Ending | null {
  const serving = representations.filter(({ endedAt }) => !endedAt || endedAt > found.at)
  const first = OWED[accompaniment].map((owed) => earliest(serving.filter(({ quality }) => owed.includes(quality))))
  const there = first.filter((one) => one !== null)
  const last = there.length === first.length ? latest(there) : null
  return last && { fact: 'representation', id: last.id, at: notBefore(last.at, found.at) }
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
