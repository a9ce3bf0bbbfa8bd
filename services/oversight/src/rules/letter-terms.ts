/** What an office has chosen about its letters for a state: its word for that state, else that for all, else what is done unasked. */
import type { Role } from '@vigia/law/access-matrix'
import { type LetterTerms, UNCHOSEN_TERMS } from '@vigia/law/letters'

/** What an office has chosen last; state null: for all states of which it said nothing else. */
export interface Chosen extends LetterTerms {
  readonly role: Role
  readonly state: string | null
}

export function termsOf(choices: readonly Chosen[], role: Role, state: string): LetterTerms {
  return chosenFor(choices, role, state) ?? UNCHOSEN_TERMS
}

/** Null where the office has chosen nothing that holds for the state. */
export function chosenFor<One extends Chosen>(choices: readonly One[], role: Role, state: string): One | null {
  const own = choices.filter((one) => one.role === role)
  return own.find((one) => one.state === state) ?? own.find((one) => one.state === null) ?? null
}
