/** The agreement of a partner as its issuer vouches for it: the claim `vigia_agreement`. */
import { AGREED_DATA_NAMES, type Agreement } from '@vigia/law/agreements'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { addDays, isLocalDate } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { z } from 'zod'

const When = z.union([z.string().refine(isLocalDate), z.iso.datetime({ offset: true })])

/** Strict: a word that is not known, as "kind" for "kinds", would open more than was agreed. */
const Claim = z
  .strictObject({
    data: z.array(z.enum(AGREED_DATA_NAMES)).min(1),
    kinds: z.array(z.enum(codesOf(ALERT_KINDS))).optional(),
    from: When,
    until: When,
  })
  .transform(({ data, kinds, from, until }): Agreement => {
    const end = isLocalDate(until) ? addDays(until, 1) : until
    return {
      data: [...data].sort(),
      kinds: kinds ? [...kinds].sort() : null,
      from: instantIn(from),
      until: instantIn(end),
    }
  })
  .refine(({ from, until }) => from < until)

/** Null for what says no agreement. Days are those of Mexico City, the last one included. */
export function agreementOf(claim: unknown): Agreement | null {
  const { success, data } = Claim.safeParse(claim)
  return success ? data : null
}

const instantIn = (text: string): number => (isLocalDate(text) ? instantOf(text) : new Date(text)).getTime()
