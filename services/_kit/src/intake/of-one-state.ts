/**
 * A file that speaks for one state says nothing of another: its rows that do are refused, whatever they say, and the refusal
 * stands in the audit (security.md 10, row 31).
 */
import type { Feed, Sender } from './feed.ts'

/** How each such refusal ends. The row's own word for what is of another state stands before it. */
export const OF_ANOTHER_STATE = 'es de otra entidad que el archivo.'

/** Whether the sender of such a file must say of which state it is. */
export const isOfOneState = ({ ofOneState = false }: Feed, { source }: Sender): boolean =>
  typeof ofOneState === 'boolean' ? ofOneState : ofOneState.some((authority) => authority === source)
