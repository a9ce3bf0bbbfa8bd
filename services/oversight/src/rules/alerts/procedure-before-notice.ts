/**
 * A04: INM opened the migration procedure of a child, or ordered that it be presented, before the Procuraduría was told.
 *
 * Law     Ley de Migración arts. 95, 98, 112 II: neither comes before the notice; no child is presented at all (arts. 98 ¶2, 99 ¶3).
 * Court   None known.
 * Policy  The day of the opening is known and not its hour: of one day, it is not known that the procedure came first, nor that a
 *         presentation did whose hour is not told. A presentation after the notice is no less against the law, and not this alert: where
 *         it holds a child, A01 and A02 say so.
 */
import { atTheLatest, instantOf, localDateOf } from '@vigia/law/mexican-time'
import type { Detection, Evidence } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const procedureBeforeNotice: ChildRule = {
  kind: 'PROCEDURE_BEFORE_NOTICE',
  about: 'CHILD',
  endedBy: null,
  courses: ({ evidence, detections }, thresholds) =>
    evidence.flatMap((told) => {
      const found = detections.find(({ id }) => id === told.detectionId)
      const since = found && firstBeforeNotice(told, found)
      if (!since) return []
      return [{ subject: told.id, state: found.state, since, steps: climb({ since }, thresholds), ending: null }]
    }),
}

function firstBeforeNotice({ procedureOpenedOn, presentedAt }: Evidence, { ppnnaNotifiedAt }: Detection): Date | null {
  const isOpenedBefore =
    procedureOpenedOn !== null && (!ppnnaNotifiedAt || localDateOf(ppnnaNotifiedAt) > procedureOpenedOn)
  const isPresentedBefore = presentedAt !== null && (!ppnnaNotifiedAt || ppnnaNotifiedAt > atTheLatest(presentedAt))
  const acts = [...(isOpenedBefore ? [instantOf(procedureOpenedOn)] : []), ...(isPresentedBefore ? [presentedAt] : [])]
  return acts.length === 0 ? null : new Date(Math.min(...acts.map((at) => at.getTime())))
}
