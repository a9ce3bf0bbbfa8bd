/** The part of a child's record that this service adds: by which acts the child left Mexico or was moved. */
import { childByKey } from '@vigia/kit/graph/opened'
import { atMostAPage, pageOf } from '@vigia/kit/graph/rows-at-hand'
import { builder } from '../builder.ts'
import { ExecutedReturn } from './executed-return.ts'
import { ReturnPlan } from './return-plan.ts'

export const Child = builder.externalRef('Child', builder.selection<{ id: string }>('id'), childByKey).implement({
  description:
    'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
  externalFields: (t) => ({ id: t.id() }),
  fields: (t) => ({
    returns: t.field({
      type: [ExecutedReturn],
      nullable: true,
      access: 'return:read',
      description: 'Executed returns, the latest first, at most 100. Null when they cannot be read.',
      resolve: async ({ id }, _args, { returns }) => atMostAPage(await returns.ofChild.load(id)),
    }),
    returnPlans: t.connection(
      {
        type: ReturnPlan,
        nullable: true,
        access: 'return:read',
        description: 'Returns that were scheduled, the latest day first. Null when they cannot be read.',
        resolve: async ({ id }, args, { returns }) => pageOf(await returns.plansOf.load(id), args),
      },
      {
        name: 'ReturnPlanConnection',
        description: 'A page of scheduled returns.',
        fields: (t) => ({
          totalCount: t.int({
            description: 'Scheduled returns of the child in all; 0 when none is known.',
            resolve: ({ total }) => total,
          }),
        }),
      },
      { name: 'ReturnPlanEdge' },
    ),
  }),
})
