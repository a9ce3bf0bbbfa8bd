/** A step of an alert with its place in the stream, and what brings steps here as they get their places. */
import type { Check } from '../health.ts'

export interface Step {
  seq: number
  alertId: string
  step: string
  severity: string
  kind: string
  state: string
  at: Date
}

/** PostgreSQL, or JetStream where several gateways share one. Whichever it is, each step comes once, in order and without a gap. */
export interface Carrier {
  /** Rejects while something else has to carry in its stead. Null for what nothing can stand in for. */
  check: Check | null
  stop: () => Promise<void>
}
