/** Subscriptions as they are let in, whichever way they came: admitted, known, open to whoever asks, and not too many. */
import type { Actor } from '@vigia/kit/actor'
import { refuseWhatIsClosed } from '../graph/access.ts'
import type { Admission, Admitted, GraphRequest } from '../graph/admission.ts'
import type { Gateway } from '../graph/gateway.ts'
import type { Refusals } from '../request/refusals.ts'
import { newRequestId } from '../request/request-id.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { Rates } from '../sign-in/rates.ts'
import type { Trust } from '../trusted/trust.ts'
import { AlertStream, type AlertStreamParts, type Following } from './alert-stream.ts'
import { rootFieldOf } from './as-query.ts'
import { BoardStream, type BoardStreamParts } from './board-stream.ts'
import type { Outlet } from './outlet.ts'

export interface StreamsParts extends AlertStreamParts, BoardStreamParts {
  gateway: Pick<Gateway, 'execute' | 'closedTo'>
  admission: Admission
  trust: Trust
  rates: { person: Rates; machine: Rates }
  refusals: Pick<Refusals, 'tell'>
}

/** A subscription under way; what has no places has no cursors. */
export interface Subscribed {
  alerts: Following | null
  stop: () => void
}

export interface Streams {
  /** Reads, measures and lets in. Throws Refused. */
  admit: (request: GraphRequest, caller: Caller) => Promise<Admitted>
  /** Begins to tell. `lastEventId` is where a stream of server-sent events broke off. Throws Refused. */
  open: (admitted: Admitted, caller: Caller, outlet: Outlet, lastEventId?: string | null) => Promise<Subscribed>
  stop: () => void
}

const COST_OF_ONE = 100

export function createStreams(parts: StreamsParts): Streams {
  const { admission, trust, gateway, rates, refusals } = parts
  const [alerts, board] = [new AlertStream(parts), new BoardStream(parts)]
  return {
    async admit(request, { actor }) {
      const admitted = measured(request, actor)
      const asker = { actor, requestId: newRequestId(), reason: null }
      if (!trust.allows(admitted.document, actor)) await refusals.tell(asker, ['document'])
      trust.require(admitted.document, actor)
      const closed = gateway.closedTo(admitted, actor)
      if (closed) await refusals.tell(asker, closed.fields)
      refuseWhatIsClosed({ faultOf: () => closed }, admitted, actor)
      return admitted
    },
    async open(admitted, caller, outlet, lastEventId = null) {
      if (rootFieldOf(admitted) !== 'alertRaised') return { alerts: null, stop: board.follow(admitted, outlet) }
      const following = await alerts.follow(admitted, caller, outlet, lastEventId)
      return { alerts: following, stop: following.stop }
    },
    stop: () => alerts.stop(),
  }

  /** What is turned away was read all the same, and counts as one. */
  function measured(request: GraphRequest, { kind, sub }: Actor): Admitted {
    try {
      const admitted = admission.admit(request, 'stream')
      rates[kind].charge(sub, Math.max(1, Math.ceil(admitted.cost / COST_OF_ONE)))
      return admitted
    } catch (error) {
      rates[kind].allows(sub, 1)
      throw error
    }
  }
}
