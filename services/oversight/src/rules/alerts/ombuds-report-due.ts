/**
 * A37: an authority has not answered the ombudsperson who asked it for a report.
 *
 * Law     Ley de la CNDH art. 34: at most 15 calendar days; silence lets the facts be presumed. Its text was not at hand.
 * Court   None known.
 * Policy  Amber at 10 days.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const ombudsReportDue: ChildRule = {
  kind: 'OMBUDS_REPORT_DUE',
  about: 'CHILD',
  endedBy: null,
  courses: ({ complaints, state }, thresholds) =>
    complaints.flatMap(({ id, against, reportAskedOn, reportAnsweredOn }) => {
      if (reportAskedOn === null) return []
      const since = instantOf(reportAskedOn)
      const ending: Ending | null =
        reportAnsweredOn === null ? null : { fact: 'complaint', id, at: instantOf(reportAnsweredOn) }
      // Whom it is against is who owes the report: named otherwise later, it is an alert of another authority.
      const subject = against === null ? id : `${id}/${against}`
      return [{ subject, state, since, steps: climb({ since }, thresholds), ending }]
    }),
}
