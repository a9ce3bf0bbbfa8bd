/** Holds what persons were told of their acts against what is written of them, and the clock of each acknowledgement against what came of it. */
import type { Act } from './officials.ts'

/** One thing that is written of somebody: a step of an alert, a silence, an answer by a number. */
export interface Written {
  author: string
  kind: string
  alertId: string | null
  words: string | null
  version: number | null
}

/** What happened to an alert, in its order. */
export interface Happened {
  alertId: string
  step: string
  /** Of an acknowledgement: until when. */
  until: Date | null
}

const KIND_OF: Readonly<Record<Act['mutation'], string>> = {
  acknowledgeAlert: 'ACKNOWLEDGED',
  assignAlert: 'ASSIGNED',
  commentAlert: 'COMMENTED',
  closeAlert: 'CLOSED',
  answerAlert: 'ANSWERED',
  answerByNumber: 'BY_NUMBER',
  silenceAlerts: 'SILENCED',
}
/** Somebody else was quicker, or a fact was; the disk was full, and nothing may be written then. */
const EXPECTED = new Set(['CONFLICT', 'NOT_KEPT'])

/** Every breach, in a sentence. What was acknowledged is written once, what was refused is not, what nobody knows of is there once or not at all. */
export function breachesOfActs(acts: readonly Act[], written: readonly Written[]): string[] {
  const unclaimed = new Set(written)
  const breaches = acts.flatMap((act) => {
    const mine = written.filter((one) => isOf(one, act))
    for (const one of mine) unclaimed.delete(one)
    return ofOneAct(act, mine.length)
  })
  return [
    ...breaches,
    ...[...unclaimed].map(({ kind, author }) => `${kind} of ${author} is written, and nobody asked for it`),
  ]
}

/** An act without words is told apart by the version that it made. */
function isOf({ author, kind, alertId, words, version }: Written, act: Act): boolean {
  if (author !== act.author || kind !== KIND_OF[act.mutation] || alertId !== act.alertId) return false
  return act.words === null ? version === (act.version ?? Number.NaN) + 1 : words === act.words
}

function ofOneAct(act: Act, times: number): string[] {
  const { mutation, author, outcome, tries, alertId } = act
  const what = `${mutation} of ${author} about ${alertId ?? 'no alert'}`
  if (times > 1) return [`${what}: written ${times} times`]
  if (outcome === 'DONE') return times === 1 ? [] : [`${what}: acknowledged, and lost`]
  if (outcome === 'UNKNOWN') return []
  // What was refused when it was sent again may have been done the first time.
  if (tries > 1) return []
  if (times === 1) return [`${what}: refused with ${outcome}, and written`]
  return EXPECTED.has(outcome) || wasTooLate(act) ? [] : [`${what}: refused with ${outcome}`]
}

/** What was to end so soon that it was over when somebody came to do it: the way there was slow. */
function wasTooLate({ outcome, until, answeredAt }: Act): boolean {
  return outcome === 'BAD_USER_INPUT' && until !== null && answeredAt !== null && until <= answeredAt
}

/** What ends that somebody sees to it, by a person, a fact or the clock. */
const ENDS = new Set(['ACKNOWLEDGED', 'ACKNOWLEDGEMENT_ENDED', 'CLOSED', 'RESOLVED'])

/** An acknowledgement whose time is over has an end. */
export function unendedIn(history: readonly Happened[], now: Date): string[] {
  const steps = Map.groupBy(history, ({ alertId }) => alertId)
  return [...steps].flatMap(([alertId, happened]) => {
    const last = happened.findLastIndex(({ step }) => ENDS.has(step))
    const standing = happened[last]
    const isOver = standing?.step === 'ACKNOWLEDGED' && standing.until !== null && standing.until <= now
    return isOver
      ? [`the acknowledgement of ${alertId} was over at ${standing.until?.toISOString()}, and has no end`]
      : []
  })
}
