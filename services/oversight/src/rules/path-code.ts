/**
 * The code under which a child's path is counted: which stages it reached, each a digit, and its fate.
 * `PATH_11000_WAITING` is a child whose notice reached a Procuraduría, which opened a file, and who waits.
 */

import { codesOf, isCodeOf } from '@vigia/law/code-list'
import { FATES, type Fate } from '@vigia/law/fates'

export interface Path {
  isNotified: boolean
  isCaseOpened: boolean
  isDetermined: boolean
  isPlanIssued: boolean
  isRepresented: boolean
  fate: Fate
}

/** Detections so far of the children of a cohort. */
export const EVENTS_CODE = 'PATH_EVENTS'

const FORM = /^PATH_([01])([01])([01])([01])([01])_([A-Z]+)$/

/** Null for a code that counts something else. */
export function pathIn(code: string): Path | null {
  const [, notified, opened, determined, planned, represented, fate = ''] = FORM.exec(code) ?? []
  if (notified === undefined || !isCodeOf(FATES, fate)) return null
  return {
    isNotified: notified === '1',
    isCaseOpened: opened === '1',
    isDetermined: determined === '1',
    isPlanIssued: planned === '1',
    isRepresented: represented === '1',
    fate,
  }
}

const BITS = ['0', '1'] as const

/** Every code of the children for whom a Procuraduría has opened a case, or has not. */
export function codesOfCase(isCaseOpened: boolean): string[] {
  const opened = isCaseOpened ? '1' : '0'
  const stages = BITS.flatMap((notified) =>
    BITS.flatMap((determined) =>
      BITS.flatMap((planned) => BITS.map((represented) => `${notified}${opened}${determined}${planned}${represented}`)),
    ),
  )
  return stages.flatMap((digits) => codesOf(FATES).map((fate) => `PATH_${digits}_${fate}`))
}
