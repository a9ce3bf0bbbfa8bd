/** What is told of alerts to those who follow them, by streams and by webhooks, where they do not say what they want to be told. */
import type { AlertStep } from './alert-kinds.ts'

/**
 * Steps after which somebody has something to do, or has nothing more to do. An answer of the authority is one: it dismisses nothing, and
 * whoever oversees the duty has to weigh it. What overseers do among themselves (acknowledge, assign, comment) is not. A default of Vigía.
 */
export const TOLD_UNASKED: readonly AlertStep[] = [
  'OPENED',
  'ESCALATED',
  'ACKNOWLEDGEMENT_ENDED',
  'ANSWERED',
  'RESOLVED',
  'CLOSED',
]
