/**
 * A18: a return, planned or executed, while a claim of asylum, protection already granted, or an amparo stands against it.
 *
 * Law     Ley de Migración art. 121 ¶2, LRPCAP art. 6: whoever asked for protection is not sent back. Ley de Amparo art. 126: an amparo
 *         against a deportation or an expulsion suspends it from its admission on, unasked.
 * Court   None known.
 * Policy  A claim counts by its present situation, from the day of filing; an amparo while somebody represents the child in it, and a
 *         suspension of which is told from its day until it is lifted, though nobody represents any more. A plan is critical as long as
 *         anything stands against it, while the return can still be prevented; once executed it gives way to the return. Against what an
 *         amparo alone stands it is by the law of that.
 */
import { forbidsReturn } from '@vigia/law/asylum'
import { instantOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import { carriedOutBy } from '../../engine/carried-out.ts'
import { type ChildPicture, earliest, firstEnding, latest, notBefore } from '../../engine/child.ts'
import { type Course, climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

/** What stands against a return, from when, and the fact that ended it. */
interface Obstacle {
  readonly id: string
  readonly isAmparo: boolean
  readonly at: Date
  readonly end: Ending | null
}

export const returnWhilePending: ChildRule = {
  kind: 'RETURN_WHILE_PENDING',
  about: 'CHILD',
  endedBy: () => ['children/asylum-claims/COMAR', 'representation/representations/PPNNA'],
  courses: (child, thresholds) => {
    const obstacles = obstaclesOf(child)
    const course = (
      { id, state }: { id: string; state: string },
      against: readonly Obstacle[],
      of: Pick<Course, 'since' | 'ending'>,
    ): Course => {
      const clocks = against.every(({ isAmparo }) => isAmparo) ? { act: of.since } : { since: of.since }
      return { subject: id, state, ...of, steps: climb(clocks, thresholds) }
    }
    const planned = child.returnPlans.filter(({ returnType }) => isReturn(returnType))
    const executed = child.returns.filter(({ returnType }) => isReturn(returnType))
    return [
      ...planned.flatMap((plan) => {
        const against = lastTime(obstacles.filter(({ end }) => end === null || end.at > plan.at))
        const first = earliest(against)
        if (!first) return []
        const ending = firstEnding([carriedOutBy(plan, child), lastEnd(against)])
        return [course(plan, against, { since: notBefore(plan.at, first.at), ending })]
      }),
      ...executed.flatMap((departed) => {
        const against = standing(obstacles, departed.at)
        return against.length > 0 ? [course(departed, against, { since: departed.at, ending: null })] : []
      }),
    ]
  },
}

function standing(obstacles: readonly Obstacle[], at: Date): readonly Obstacle[] {
  return obstacles.filter((one) => one.at <= at && (one.end === null || one.end.at > at))
}

/** Those of the last time without a break in which something stood: the clock of one that is raised anew is no older. */
function lastTime(obstacles: readonly Obstacle[]): readonly Obstacle[] {
  const stoodBefore = ({ at }: Obstacle) =>
    obstacles.some((one) => one.at < at && (one.end === null || one.end.at >= at))
  const begun = latest(obstacles.filter((one) => !stoodBefore(one)))
  return begun === null ? [] : obstacles.filter(({ at }) => at >= begun.at)
}

/** Null while any of them stands. */
function lastEnd(obstacles: readonly Obstacle[]): Ending | null {
  const ends = obstacles.map(({ end }) => end)
  return ends.reduce(
    (last, end) => (last === null || end === null ? null : end.at > last.at ? end : last),
    ends[0] ?? null,
  )
}

function obstaclesOf({ claims, representations }: ChildPicture): Obstacle[] {
  return [
    ...claims.flatMap(({ id, at, status, statusOn }): Obstacle[] => {
      if (forbidsReturn(status)) return [{ id, isAmparo: false, at, end: null }]
      // A situation that began later says that the claim was pending until then.
      return statusOn === null
        ? []
        : [{ id, isAmparo: false, at, end: { fact: 'asylum_claim', id, at: instantOf(statusOn) } }]
    }),
    ...representations.flatMap((one): Obstacle[] => [...amparoOf(one), ...suspensionOf(one)]),
  ]
}

type Representation = ChildPicture['representations'][number]

function amparoOf({ id, at, forum, endedAt }: Representation): Obstacle[] {
  if (forum !== 'AMPARO') return []
  return [{ id, isAmparo: true, at, end: endedAt && { fact: 'representation', id, at: endedAt } }]
}

/** Once lifted, it had been granted: nobody tells on which day, so that it stood since the amparo began. */
function suspensionOf({ id, at, forum, suspension, suspensionOn }: Representation): Obstacle[] {
  if (forum !== 'AMPARO' || suspensionOn === null) return []
  const on = instantOf(suspensionOn)
  if (suspension === 'GRANTED') return [{ id, isAmparo: true, at: on, end: null }]
  return suspension === 'LIFTED' ? [{ id, isAmparo: true, at, end: { fact: 'representation', id, at: on } }] : []
}
