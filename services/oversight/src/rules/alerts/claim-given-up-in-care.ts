/**
 * A24: a claim of asylum was withdrawn or abandoned while the child was in a social assistance centre.
 *
 * Law     LGDNNA art. 92 VII: a lawyer, and free communication with that lawyer.
 * Court   None known.
 * Policy  KIND reported children who gave up for want of counsel. Amber when it happens, red where no independent counsel is
 *         recorded at that time: a default of Vigía.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { isIndependentCounsel } from '@vigia/law/representation-types'
import { type ChildPicture, staysInCentres } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const claimGivenUpInCare: ChildRule = {
  kind: 'CLAIM_GIVEN_UP_IN_CARE',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) =>
    child.claims.flatMap(({ id, status, statusOn }) => {
      if ((status !== 'WITHDRAWN' && status !== 'ABANDONED') || statusOn === null) return []
      // A day without an hour: whoever was in the centre at any time of it was there.
      const [since, evening] = [instantOf(statusOn), instantOf(statusOn, 24)]
      const stay = staysInCentres(child).find(({ at, leftAt }) => at < evening && (!leftAt || leftAt >= since))
      if (!stay) return []
      const act = hasCounselAt(child, since) ? null : since
      return [
        {
          subject: id,
          state: stay.state ?? child.state,
          facilityId: stay.facilityId,
          since,
          steps: climb({ since, act }, thresholds),
          ending: null,
        },
      ]
    }),
}

function hasCounselAt({ representations }: ChildPicture, instant: Date): boolean {
  return representations.some(
    ({ quality, at, endedAt }) => isIndependentCounsel(quality) && at <= instant && (!endedAt || endedAt > instant),
  )
}
