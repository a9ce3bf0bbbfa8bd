/**
 * What follows when a child has just been found. For some it is quicker than in life, so that somebody who watches for a quarter of
 * an hour sees it happen; for the others it takes the hours and days that it takes.
 */
import { SILENT_SINCE } from '../files/periods.ts'
import type { Context } from '../scenario/context.ts'
import type { Fact } from '../scenario/facts.ts'
import type { Found } from '../scenario/found.ts'
import { detectionOf } from '../scenario/notice.ts'
import { type Path, pathOf, type Step } from './path.ts'
import { giveBack, handOver, openCase, type Subject, stayOf } from './steps.ts'

/** A median of 14 minutes becomes one of nine hours. */
const AS_IN_LIFE = 40

const CHANCES = { held: 0.9, notified: 0.75, case: 0.28, returned: 0.2 } as const

/** Longer than nine days nobody is held by INM in the twin either. */
const HELD_AT_MOST = 216 * 60

export function newChild(context: Context, found: Found, isQuick: boolean): Path {
  const chance = context.random('path')
  const { at, state, person } = found
  const pace = isQuick ? 1 : AS_IN_LIFE
  found.isNotified = chance.chance(CHANCES.notified)
  const noticeAt = found.isNotified ? at : null
  const { nationality, language, company } = person
  const subject: Subject = {
    acta: found.acta,
    state,
    isAlone: company === 'UNACCOMPANIED',
    nationality,
    language,
    noticeAt,
    pace,
  }
  const steps: Step[] = [{ at, tell: () => told(context, found) }]
  const handedOver = at + 2 + Math.min(HELD_AT_MOST, Math.round(chance.logNormal(14 * pace, 0.8)))
  const isSilent = SILENT_SINCE[state] !== undefined
  const opens = found.isNotified && !isSilent && chance.chance(CHANCES.case / CHANCES.notified)
  const openedAt = at + 3 + Math.round(chance.logNormal(20 * pace, 0.8))
  const isReturned = chance.chance(CHANCES.returned)
  const leaves = isReturned ? Math.max(handedOver, openedAt) + 5 + Math.round(chance.logNormal(40 * pace, 0.7)) : null
  if (chance.chance(CHANCES.held)) {
    const lodged = { place: context.network.held(chance, state, at), enteredAt: at, handedOver, leaves }
    steps.push({ at, tell: () => stayOf(subject, lodged) }, ...handOver(context, subject, lodged))
  }
  if (opens) steps.push(...openCase(context, subject, openedAt, leaves))
  if (leaves !== null) steps.push(giveBack(context, subject, leaves))
  return pathOf(found.acta, steps)
}

/** Notices that are not due yet have not happened: the acta is written at once. */
function told(context: Context, found: Found): Fact {
  const row = detectionOf(context, found)
  return { ...row, ppnnaAt: found.isNotified ? found.at : null }
}
