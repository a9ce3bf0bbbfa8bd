/**
 * Until when an authority must answer an ombudsperson: its report on a complaint, and whether it accepts a recommendation
 * (domain.md 2.1, step 19).
 *
 * Law     Ley de la CNDH art. 34: the report within 15 calendar days, less where it is urgent; silence takes the facts as true.
 *         Ley de la CNDH art. 46: whether a recommendation is accepted, within 15 working days of its notice.
 * Policy  The term runs from the day after the one that the file tells. The commissions of the states have laws of their own,
 *         which were not read: theirs are counted so too. A shorter term in an urgent case is not told. Working days are those of LFPA
 *         art. 28, less those on which the CNDH has suspended its work, where it made the recommendation; no file tells of which state
 *         another commission is, so that no suspension moves its terms. Defaults of Vigía.
 */
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { closedDaysOf, type WorkSuspension } from '@vigia/law/work-suspensions'
import { addWorkingDays } from '@vigia/law/working-days'

const REPORT_WITHIN_DAYS = 15
const ANSWER_WITHIN_WORKING_DAYS = 15

/** Last local day for the report; null where none was asked for. */
export function reportDueOn(askedOn: LocalDate | null): LocalDate | null {
  return askedOn && addDays(askedOn, REPORT_WITHIN_DAYS)
}

/** Last local day for saying whether the recommendation is accepted; null where there is none. */
export function recommendationDueOn(
  recommendedOn: LocalDate | null,
  ombuds: string,
  suspensions: readonly WorkSuspension[],
): LocalDate | null {
  const closed = ombuds === 'CNDH' ? closedDaysOf('CNDH', null, suspensions) : undefined
  return recommendedOn && addWorkingDays(recommendedOn, ANSWER_WITHIN_WORKING_DAYS, closed)
}
