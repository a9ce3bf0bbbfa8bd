/**
 * Reads the returns of children. One instance a request: what is asked one by one is fetched together. Who oversees bodies of a state is told
 * of them by their existence and days.
 */
import { byKeys, unseen } from '@vigia/db/kept-plans'
import type { ExecutedReturn, ReturnChecklist, ReturnPlan, ReturnsDb } from '@vigia/db/returns'
import type { WithOthers } from '@vigia/kit/competence/others'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'

/** As it is counted. */
export interface StandingOfReturn {
  returnId: string
  standing: string
}

const STANDING = `select return_id as "returnId", standing from returns.return_standing
  where return_id = any (${unseen('$1', 'uuid[]')})`

export class ReturnStore {
  /** The returns of a child, the latest first. None for a child that the actor may not know of. */
  readonly ofChild
  readonly plansOf
  readonly standingOf
  readonly checklistsOf

  constructor({ prisma, rows: pool }: ReturnsDb, inSight: Seeing, withOthers: WithOthers) {
    this.ofChild = batchManyById<string, ExecutedReturn>(
      async (ids) => {
        const keys = await inSight(ids)
        const whole = prisma.executedReturn.findMany({
          where: { childId: { in: keys } },
          orderBy: [{ departedAt: 'desc' }, { id: 'desc' }],
        })
        return withOthers(whole, {
          ...{ acts: 'returns.executed_return', by: 'childId', keys },
          at: ({ departedAt }) => departedAt,
        })
      },
      ({ childId }) => childId,
    )
    this.plansOf = batchManyById<string, ReturnPlan>(
      async (ids) => {
        const keys = await inSight(ids)
        const whole = prisma.returnPlan.findMany({
          where: { childId: { in: keys } },
          orderBy: [{ plannedOn: 'desc' }, { id: 'desc' }],
        })
        return withOthers(whole, {
          ...{ acts: 'returns.return_plan', by: 'childId', keys },
          at: ({ plannedOn }) => plannedOn,
        })
      },
      ({ childId }) => childId,
    )
    this.standingOf = batchById<string, StandingOfReturn>(
      async (ids) => (await pool.query<StandingOfReturn>(byKeys(STANDING, [ids]))).rows,
      ({ returnId }) => returnId,
    )
    this.checklistsOf = batchManyById<string, ReturnChecklist>(
      (ids) => prisma.returnChecklist.findMany({ where: { returnId: { in: [...ids] } }, orderBy: [{ source: 'asc' }] }),
      ({ returnId }) => returnId,
    )
  }
}
