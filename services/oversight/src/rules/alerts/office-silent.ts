/**
 * A33: an office does not report, not even that there was nothing.
 *
 * Law     LGDNNA art. 99 ¶2: the information is sent at the moment in which it arises.
 * Court   None known.
 * Policy  24 hours, 72 hours and 7 days past what is usual are defaults of Vigía. A file without rows is a heartbeat. An
 *         office that has never sent anything owes its files since the registry took in its first one.
 */
import { addHours } from '@vigia/law/durations'
import { climb, type Ending } from '../../engine/course.ts'
import type { StateRule } from '../../engine/rule.ts'

export const officeSilent: StateRule = {
  kind: 'OFFICE_SILENT',
  about: 'STATE',
  endedBy: null,
  courses: ({ state, deliveries, registrySince }, thresholds) =>
    deliveries.flatMap(({ delivery, usualPeriodInDays, toldUntil, lastFile }) => {
      const told = toldUntil ?? registrySince
      if (!told) return []
      const since = addHours(told, 24 * usualPeriodInDays)
      const proof: Ending | null = lastFile && { fact: 'batch', id: lastFile.id, at: lastFile.takenAt }
      return [
        { subject: `${delivery}/${state}`, state, since, steps: climb({ since }, thresholds), ending: null, proof },
      ]
    }),
}
