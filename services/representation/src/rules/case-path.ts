/**
 * How far the Procuraduría has come with a child: first notice, first case, first determination, first plan.
 * One child is counted once, however often it was found and told of.
 *
 * Law     Ley de Migración arts. 95, 98, 112 I-II: the Procuraduría is told at once. LGDNNA arts. 122, 123: it opens a case,
 *         determines the child's best interests and makes a plan to restore its rights. What another authority determined is none.
 * Policy  The state is that of the first notice; where no notice is known, that of the first case. Defaults of Vigía.
 */
import { type Authority, mayDetermineBestInterests } from '@vigia/law/authorities'
import type { StateCode } from '@vigia/law/states'

export interface KnownOfChild {
  /** Detections of which a Procuraduría was told. */
  readonly notices: readonly { readonly id: string; readonly state: StateCode; readonly notifiedAt: Date }[]
  readonly cases: readonly {
    readonly folio: string
    readonly state: StateCode
    readonly openedAt: Date
    /** Notice as the Procuraduría wrote it down itself. */
    readonly notifiedAt: Date | null
  }[]
  readonly determinations: readonly { readonly decidedAt: Date; readonly authority: Authority }[]
  /** By Mexican local date. */
  readonly plans: readonly { readonly issuedOn: string }[]
}

export interface CasePath {
  readonly state: StateCode
  readonly notifiedAt: Date | null
  readonly openedAt: Date | null
  readonly determinedAt: Date | null
  readonly planOn: string | null
}

/** Null where no Procuraduría was told of the child and none has opened a case. */
export function casePathOf({ notices, cases, determinations, plans }: KnownOfChild): CasePath | null {
  const notice = notices.toSorted((a, b) => before(a.notifiedAt, b.notifiedAt) || (a.id < b.id ? -1 : 1))[0]
  const file = cases.toSorted((a, b) => before(a.openedAt, b.openedAt) || (a.folio < b.folio ? -1 : 1))[0]
  const state = notice?.state ?? file?.state
  if (!state) return null
  const toldAt = [...notices, ...cases].flatMap(({ notifiedAt }) => (notifiedAt ? [notifiedAt] : []))
  return {
    state,
    notifiedAt: earliest(toldAt),
    openedAt: file?.openedAt ?? null,
    determinedAt: earliest(determinations.filter(isOfOffice).map(({ decidedAt }) => decidedAt)),
    planOn: plans.map(({ issuedOn }) => issuedOn).sort()[0] ?? null,
  }
}

/** Told of the child, and nothing done: the backlog. */
export function isUnprocessed({ notifiedAt, openedAt }: CasePath): boolean {
  return notifiedAt !== null && openedAt === null
}

/** A case is open and nobody has yet determined what is best for the child. */
export function isUndetermined({ openedAt, determinedAt }: CasePath): boolean {
  return openedAt !== null && determinedAt === null
}

const isOfOffice = ({ authority }: { readonly authority: Authority }) => mayDetermineBestInterests(authority)

function before(a: Date, b: Date): number {
  return a.getTime() - b.getTime()
}

function earliest(instants: readonly Date[]): Date | null {
  return instants.toSorted(before)[0] ?? null
}
