/** The part of a child's record that this service adds: by which acts the child left Mexico or was moved. */
import { isId } from '@vigia/law/ids'
import { builder } from '../builder.ts'
import { ExecutedReturn } from './executed-return.ts'
import { ReturnPlan } from './return-plan.ts'

builder
  .externalRef('Child', builder.selection<{ id: string }>('id'), ({ id }) => (isId(id) ? { id } : null))
  .implement({
    description:
      'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
    externalFields: (t) => ({ id: t.id() }),
    fields: (t) => ({
      returns: t.field({
        type: [ExecutedReturn],
        nullable: true,
        access: 'return:read',
        description: 'Executed returns, the latest first. Null when they cannot be read.',
        resolve: ({ id }, _args, { returns }) => returns.ofChild.load(id),
      }),
      returnPlans: t.field({
        type: [ReturnPlan],
        nullable: true,
        access: 'return:read',
        description: 'Returns that were scheduled, the latest day first. Null when they cannot be read.',
        resolve: ({ id }, _args, { returns }) => returns.plansOf.load(id),
      }),
    }),
  })
