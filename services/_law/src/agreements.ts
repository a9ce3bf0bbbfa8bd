/**
 * What the agreement of a partner holds beside its states: which data, which kinds of alert, and from when until when. Whoever has
 * none, or one whose time is not now, is told nothing of what rests on it.
 *
 * Policy  security.md 3.2: a partner reads what its agreement covers. What an agreement may cover is a default of Vigía.
 */
import type { Scope } from './access-groups.ts'
import type { AlertKind } from './alert-kinds.ts'

/** What an agreement may name, and what each opens. */
export const AGREED_DATA = {
  overstays: ['pseudonym:read'],
  alerts: ['alert:read', 'webhook:read', 'webhook:manage'],
} as const satisfies Record<string, readonly Scope[]>
export type AgreedDatum = keyof typeof AGREED_DATA
export const AGREED_DATA_NAMES = Object.keys(AGREED_DATA) as AgreedDatum[]

export interface Agreement {
  data: readonly AgreedDatum[]
  /** Null for every kind. */
  kinds: readonly AlertKind[] | null
  /** Milliseconds since 1970. */
  from: number
  /** From then on nothing is told. */
  until: number
}

const BY_AGREEMENT: ReadonlySet<Scope> = new Set(Object.values(AGREED_DATA).flat())

/** Of some scopes those that an agreement opens, and those that rest on none. */
export function scopesAgreed(scopes: readonly Scope[], agreement: Agreement | undefined): Scope[] {
  const opened = new Set<Scope>(agreement?.data.flatMap((datum) => AGREED_DATA[datum]))
  return scopes.filter((scope) => opened.has(scope) || !BY_AGREEMENT.has(scope))
}

export type OutOfTerm = 'AGREEMENT_NOT_BEGUN' | 'AGREEMENT_ENDED'

/** Null while the agreement is in force. SQL: sec.agreed. */
export function outOfTerm({ from, until }: Agreement, now: number): OutOfTerm | null {
  if (now < from) return 'AGREEMENT_NOT_BEGUN'
  return now < until ? null : 'AGREEMENT_ENDED'
}

export const OUT_OF_TERM: Readonly<Record<OutOfTerm, string>> = {
  AGREEMENT_NOT_BEGUN: 'Your agreement has not begun: nothing is told before its first day.',
  AGREEMENT_ENDED: 'Your agreement has ended: nothing is told any more until it is renewed.',
}

/** Whether some of these kinds are none of its own: whoever is asked for them would say nothing of them. Without an agreement none is lacking. */
export function lacksKinds(agreement: Agreement | undefined, asked: readonly string[] | null): boolean {
  const own: readonly string[] | null = agreement?.kinds ?? null
  return own !== null && (asked ?? []).some((kind) => !own.includes(kind))
}

export const LACKS_KINDS = 'You are told of alerts of the kinds of your agreement alone.'
