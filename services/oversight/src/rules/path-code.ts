/**
 * The code under which a child's path is counted: which stages it reached, each a digit, and its fate.
 * `PATH_11000_WAITING` is a child whose notice reached a Procuraduría, which opened a file, and who waits.
 */

import { isCodeOf } from '@vigia/law/code-list'
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
