/**
 * A37: an authority has not answered the ombudsperson who asked it for a report.
 *
 * Law     Ley de la CNDH art. 34: at most 15 calendar days from being asked, fewer where the CNDH says so; art. 38 ¶2: without the report the
 *         facts are taken for true.
 * Court   None known.
 * Policy  Amber at 10 days. The term runs from the day after the one on which it was asked for, and is over with its last day. The
 *         commissions of the states ask by laws of their own, which were not read: of them 15 days are a default. A shorter term that the
 *         CNDH gave is told in no file.
 */
import type { Authority } from '@vigia/law/authorities'
import { instantOf } from '@vigia/law/mexican-time'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'
import type { Delivery } from '../../engine/state.ts'

export const ombudsReportDue: ChildRule = {
  kind: 'OMBUDS_REPORT_DUE',
  about: 'CHILD',
  endedBy: ({ subject }) => tellsOfIt(subject.split('/')[1]),
  courses: (child, thresholds) =>
    child.complaints.flatMap(({ id, ombuds, against, reportAskedOn, reportAnsweredOn, state: ofCommission }) => {
      if (reportAskedOn === null) return []
      const [since, dayAfter] = [instantOf(reportAskedOn), instantOf(reportAskedOn, 24)]
      const ending: Ending | null =
        reportAnsweredOn === null ? null : { fact: 'complaint', id, at: instantOf(reportAnsweredOn) }
      // Whom it is against is who owes the report: named otherwise later, it is an alert of another authority.
      const subject = against === null ? id : `${id}/${against}`
      const isByItsLaw = ombuds === 'CNDH'
      const terms = thresholds.filter((term) => term.severity !== 'RED' || (term.since === 'REQUEST') === isByItsLaw)
      const state = ofCommission ?? child.state
      return [{ subject, state, since, steps: climb({ since: dayAfter, request: dayAfter }, terms), ending }]
    }),
}

/** Whose commission knows of an authority (domain.md 0.7): of a federal one the national, of one of a state that of the state. */
const TOLD_BY: Readonly<Partial<Record<Authority, Delivery>>> = {
  ...{ INM: 'representation/complaints/CNDH', SNDIF: 'representation/complaints/CNDH' },
  ...{ COMAR: 'representation/complaints/CNDH', NATIONAL_GUARD: 'representation/complaints/CNDH' },
  ...{ DIF: 'representation/complaints/CEDH', PPNNA: 'representation/complaints/CEDH' },
}

/** Of no other authority it is said here whose commission it is. */
function tellsOfIt(against = ''): readonly Delivery[] {
  const delivery = Object.entries(TOLD_BY).find(([authority]) => authority === against)?.[1]
  return delivery ? [delivery] : []
}
