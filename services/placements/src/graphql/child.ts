/** The part of a child's record that this service adds: where the child is and was. */
import { pageOf } from '@vigia/kit/graph/keyset'
import { isId } from '@vigia/law/ids'
import { builder } from '../builder.ts'
import { Placement } from './placement.ts'

builder
  .externalRef('Child', builder.selection<{ id: string }>('id'), ({ id }) => (isId(id) ? { id } : null))
  .implement({
    description:
      'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
    externalFields: (t) => ({ id: t.id() }),
    fields: (t) => ({
      placements: t.connection(
        {
          type: Placement,
          nullable: true,
          access: 'child:read',
          description: 'Each place the child was in, the latest first. Null when they cannot be read.',
          resolve: async ({ id }, args, { placements }) => {
            const rows = await placements.ofChild.load(id)
            return { ...pageOf(rows, ({ enteredAt, id }) => [enteredAt.toISOString(), id], args), total: rows.length }
          },
        },
        {
          name: 'PlacementConnection',
          description: 'A page of placements.',
          fields: (t) => ({
            totalCount: t.int({ description: 'Placements of the child in all.', resolve: ({ total }) => total }),
          }),
        },
        { name: 'PlacementEdge' },
      ),
    }),
  })
