/**
 * Which of the Procuradurías' files of one child speaks for the child today.
 *
 * Law     LGDNNA arts. 122, 123: the Procuraduría of the state where the child is; a child that is moved has more than one file.
 * Policy  The file that is still being worked on, else the one opened last. A default of Vigía.
 */
import type { CaseStatus } from '@vigia/law/protection-cases'

export interface CaseFacts {
  readonly id: string
  readonly status: CaseStatus
  readonly openedAt: Date
}

/** Null where there is no file. */
export function caseOfChild<Case extends CaseFacts>(cases: readonly Case[]): Case | null {
  const [best] = cases.toSorted(
    (a, b) =>
      Number(isWorkedOn(b)) - Number(isWorkedOn(a)) ||
      b.openedAt.getTime() - a.openedAt.getTime() ||
      (a.id < b.id ? 1 : -1),
  )
  return best ?? null
}

function isWorkedOn({ status }: CaseFacts): boolean {
  return status === 'OPEN' || status === 'IN_FOLLOW_UP'
}
