/**
 * What INM is answered before it acts: that a Procuraduría permits it, or that none does. Nothing tells why not.
 *
 * Law     LGDNNA art. 97, Ley de Migración arts. 20 IV, 74, 112 III: no return before a determination that permits it.
 *         Ley de Migración art. 112 V, LRPCAP art. 21: no consulate where the child may need international protection.
 * Policy  A return is permitted where one that left now would be judged valid (standing-of-return.ts), but for what an earlier return has
 *         used up: here that is by the departure that INM itself wrote, whatever was found since, so that no find by others shows.
 *         What is used up is not looked up at all (`returns.gate_of_return`). A refusal that is known shuts the gate at once:
 *         sent without an hour it stands at the end of its day, and was made all the same. The consulate may be told where the latest act of a
 *         Procuraduría says so, of all its files of the child; on one day, a refusal prevails. The law does not say who lets INM
 *         turn to the consulate. Whatever is not known is not permitted.
 */
import { mayDetermineBestInterests } from '@vigia/law/authorities'
import { permitsReturn } from '@vigia/law/determinations'
import type { Gate } from '@vigia/law/gates'
import { type Determination, determinationThatSpeaks, standingOfReturn } from './standing-of-return.ts'

export interface Document extends Determination {
  readonly number: string | null
}

export interface ReturnGate {
  readonly answer: Gate
  /** The determination that permits it; null where none does. */
  readonly document: Document | null
}

export function returnGate(now: Date, determinations: readonly Document[]): ReturnGate {
  const document = determinationThatSpeaks(now, determinations)
  const isRefused = determinations.some((one) => one.decidedAt >= now && refusesReturn(one))
  const isPermitted = document !== undefined && !isRefused && standingOfReturn(now, determinations, null) === 'VALID'
  return isPermitted ? { answer: 'PERMITTED', document } : { answer: 'NOT_PERMITTED', document: null }
}

const refusesReturn = ({ authority, outcome }: Determination): boolean =>
  mayDetermineBestInterests(authority) && !permitsReturn(outcome)

export interface ConsularAct {
  readonly isPermitted: boolean
  /** Local day, `2026-11-25`. */
  readonly actedOn: string
}

export function consularContactGate(acts: readonly ConsularAct[]): Gate {
  const last = acts
    .map(({ actedOn }) => actedOn)
    .toSorted()
    .at(-1)
  const ofLastDay = acts.filter(({ actedOn }) => actedOn === last)
  return ofLastDay.length > 0 && ofLastDay.every(({ isPermitted }) => isPermitted) ? 'PERMITTED' : 'NOT_PERMITTED'
}
