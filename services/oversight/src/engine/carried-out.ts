/**
 * By which departure a planned return was carried out. The office of each state numbers for itself: one of another state with the same folio is
 * another return, unless it left on the planned day, with the state put right (`returns/src/intake/return-folio.ts`).
 */
import { localDateOf } from '@vigia/law/mexican-time'
import { type ChildPicture, earliest } from './child.ts'
import type { Ending } from './course.ts'

/** Null while it is a plan. */
export function carriedOutBy(plan: ChildPicture['returnPlans'][number], { returns }: ChildPicture): Ending | null {
  const departed = earliest(
    returns.filter(
      ({ folio, state, at }) => folio === plan.folio && (state === plan.state || localDateOf(at) === plan.plannedOn),
    ),
  )
  return departed && { fact: 'executed_return', id: departed.id, at: departed.at }
}
