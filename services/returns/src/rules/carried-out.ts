/**
 * Whether a departure is the one that was planned.
 *
 * Law     None.
 * Policy  The office of each state numbers for itself: one of another state with the same number is another return, unless it left on the
 *         planned day, with the state put right. A default of Vigía; the alerts about plans go by the same (oversight, carried-out).
 */
import { localDateOf } from '@vigia/law/mexican-time'

interface Plan {
  readonly folio: string
  readonly state: string
  readonly plannedOn: Date
}
interface Departed {
  readonly folio: string
  readonly state: string
  readonly departedAt: Date
}

/** `plannedOn` is a day, which stands at its midnight in UTC. */
export function isCarriedOutBy({ folio, state, plannedOn }: Plan, departed: Departed): boolean {
  const isOfDay = localDateOf(departed.departedAt) === plannedOn.toISOString().slice(0, 10)
  return departed.folio === folio && (departed.state === state || isOfDay)
}
