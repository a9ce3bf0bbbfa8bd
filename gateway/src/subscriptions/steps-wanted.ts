/** Which steps a stream is asked for, within what the asker may be told of. */
import { type Actor, isProgram } from '@vigia/kit/actor'
import { LACKS_KINDS, lacksKinds } from '@vigia/law/agreements'
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { NATION, territoryCodeOf } from '@vigia/law/states'
import { Refused } from '../request/refused.ts'
import type { Wanted } from './alert-feed.ts'

interface Filter {
  state?: string | null
  kind?: readonly string[] | null
  severity?: readonly string[] | null
  steps?: readonly string[] | null
}

/**
 * A person's page may name a state that is not theirs, and is told nothing of it; what is told is decided where the alert is read, and not
 * here. A program that asks for what it is never told of, also one by a person's token, would take that for quiet. Throws Refused:
 * BAD_USER_INPUT for a state that there is not, FORBIDDEN.
 */
export function stepsWanted(filter: unknown, actor: Actor): Wanted {
  const { states, agreement } = actor
  const { state, kind, severity, steps } = (filter ?? {}) as Filter // As the schema read it.
  const code = territoryCodeOf(state ?? NATION.code)
  if (code === null) throw new Refused(400, 'BAD_USER_INPUT', 'No such state: use its INEGI or ISO code.')
  const asked = { states: code === NATION.code ? null : [code], kinds: kind?.length ? kind : null }
  const wanted = { states: within(asked.states, states), kinds: within(asked.kinds, agreement?.kinds ?? null) }
  if (isProgram(actor) && asked.states && wanted.states?.length === 0)
    throw new Refused(403, 'FORBIDDEN', 'You are told of alerts of your own states alone.')
  if (isProgram(actor) && lacksKinds(agreement, asked.kinds)) throw new Refused(403, 'FORBIDDEN', LACKS_KINDS)
  return {
    ...wanted,
    severities: severity?.length ? severity : null,
    // As with every list that is empty: of none, whoever follows would hear nothing and take that for quiet.
    steps: steps?.length ? steps : TOLD_UNASKED,
  }
}

type Some = readonly string[] | null

const within = (asked: Some, own: Some): Some =>
  asked && own ? asked.filter((one) => own.includes(one)) : (asked ?? own)
