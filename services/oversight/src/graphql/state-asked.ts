/** A state as it is asked for: its INEGI code; null for the nation. */
import { Refusal } from '@vigia/kit/errors'
import { NATION, territoryCodeOf } from '@vigia/law/states'

/** Throws BAD_USER_INPUT for a code of no state. */
export function stateAsked(state: string | null | undefined): string | null {
  if (state === null || state === undefined) return null
  const code = territoryCodeOf(String(state))
  if (!code) throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  return code === NATION.code ? null : code
}
