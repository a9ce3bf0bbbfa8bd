/**
 * Of which states the authorities may know of a child, beside the federal ones (security.md 3.2): the state that is responsible,
 * and the state where the child is. Responsible is whoever has found the child, and whoever's Procuraduría has a file of it.
 *
 * Law     LGDNNA art. 122: the Procuraduría of the state protects the child; art. 99: the DIF of the state registers it.
 *         Ley de Migración art. 112 I: the DIF to whom a child is handed over must know of whom it takes in.
 * Policy  A stay that has ended shows the child to no state any more; to those who know of it by acts, for 30 days (isKnownByActs).
 *         That there is such a child, without anything that is told of it, the secretary of that state sees for 90 days (isStub).
 *         What has been found or filed stays so, also after a transfer.
 *         All are defaults of Vigía: the law says who acts, not who may look.
 */
import { type Act, actsOf, DAYS_AFTER_A_STAY, DAYS_OF_A_STUB, type RowRule } from '@vigia/law/access-lines'
import { isIndependentCounsel, type RepresentationQuality } from '@vigia/law/representation-types'

export interface Concerned {
  /** State of the first detection. */
  readonly first: string
  /** States of all detections. */
  readonly found: readonly string[]
  /** States of the places where the child is now. */
  readonly lodged: readonly string[]
  /** States of the Procuradurías that have a file of the child. */
  readonly filed: readonly string[]
}

/**
 * Independent counsel knows of the children who gave it a mandate that has not ended (security.md 3.2).
 *
 * Law     LGDNNA art. 92 VII: a lawyer, and free communication with that lawyer.
 * Policy  A mandate that names an end has ended, from the day it was told. Counsel is who answers to the key that the mandate names
 *         (counsel-keys.ts): by a name alone it is nobody.
 */
export function isActiveMandate({
  quality,
  key,
  endedOn,
}: {
  quality: RepresentationQuality
  key: string | null
  endedOn: string | null
}): boolean {
  return key !== null && endedOn === null && isIndependentCounsel(quality)
}

/** Each state once, in the order of INEGI. */
export function statesInSightOf({ first, found, lodged, filed }: Concerned): string[] {
  return [...new Set([first, ...found, ...lodged, ...filed])].sort()
}

/** What an authority of a state did that lets the officers of that state know of the child; a stay ends. */
export interface ActOnChild {
  readonly act: Act
  readonly state: string
  readonly until: Date | null
}

const DAY_IN_MS = 86_400_000

/**
 * Procuradurías, the DIF and the ombudspersons of a state know of the children on whom its authorities have acted, each by the acts
 * that are its own (security.md 3.2). SQL: the view act_here of each service.
 *
 * Law     LGDNNA art. 122, 123: the Procuraduría acts on notice, and on its file. Art. 94: the DIF cares for whom it lodges.
 * Policy  A stay counts until 30 days after its end, so that who cared for a child can finish and answer for it.
 */
export function isKnownByActs(
  rule: RowRule,
  states: readonly string[],
  acts: readonly ActOnChild[],
  now: Date,
): boolean {
  const since = now.getTime() - DAYS_AFTER_A_STAY * DAY_IN_MS
  const own = acts.filter(({ act, state }) => actsOf(rule).includes(act) && states.includes(state))
  return own.some(({ until }) => until === null || until.getTime() > since)
}

/** A stay in a place of a state, and when it ended. */
export interface PastStay {
  readonly state: string
  readonly leftAt: Date | null
}

/**
 * Whether a child is a stub to these states: it has left a place of theirs within 90 days, and nothing else shows it to them
 * (security.md 3.2). SQL: the view stub_here of each service.
 *
 * Policy  A default of Vigía: who handed a child over must be able to say that it was there, and for what is since its new state answers.
 */
export function isStub(
  states: readonly string[],
  concerned: Concerned,
  stays: readonly PastStay[],
  now: Date,
): boolean {
  if (statesInSightOf(concerned).some((state) => states.includes(state))) return false
  const since = now.getTime() - DAYS_OF_A_STUB * DAY_IN_MS
  const ended = stays.filter(({ state, leftAt }) => states.includes(state) && leftAt !== null && leftAt <= now)
  return ended.some(({ leftAt }) => (leftAt?.getTime() ?? 0) > since)
}
