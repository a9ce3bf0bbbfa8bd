/** Which kinds of alert a list is asked for, by their codes, their numbers or both. */
import type { Actor } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { LACKS_KINDS, lacksKinds } from '@vigia/law/agreements'
import { ALERT_KINDS, type AlertKind as KindCode } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'

interface Kinds {
  kind?: KindCode[] | null
  number?: string[] | null
}

/**
 * Those that are asked for; none for all. Throws BAD_USER_INPUT for what is no kind, FORBIDDEN for one that an agreement lacks, as for a stream
 * and for an endpoint.
 */
export function kindsAsked(filter: Kinds, { agreement }: Actor): KindCode[] {
  const kinds = kindsIn(filter)
  if (lacksKinds(agreement, kinds)) throw new Refusal('FORBIDDEN', LACKS_KINDS)
  return kinds
}

const MOST_VALUES = 100

/** Those of both lists, where both are given. */
function kindsIn({ kind, number }: Kinds): KindCode[] {
  if ((kind ?? []).length > MOST_VALUES || (number ?? []).length > MOST_VALUES)
    throw new Refusal('BAD_USER_INPUT', `A list holds at most ${MOST_VALUES} values.`)
  if (!number || number.length === 0) return kind ?? []
  const numbered = codesOf(ALERT_KINDS).filter((code) => number.includes(ALERT_KINDS[code].number))
  const unknown = number.find((one) => !numbered.some((code) => ALERT_KINDS[code].number === one))
  if (unknown !== undefined) throw new Refusal('BAD_USER_INPUT', 'No kind of alert has this number: write "A01".')
  const both = kind && kind.length > 0 ? numbered.filter((code) => kind.includes(code)) : numbered
  if (both.length === 0) throw new Refusal('BAD_USER_INPUT', 'None of these kinds has any of these numbers.')
  return both
}
