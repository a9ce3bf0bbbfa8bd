/** What an act says of whose it is: the type that all subgraphs share, and the field of each of their acts. */
import { SIDES } from '@vigia/law/competence'
import { valuesOf } from '../graph/enum-of.ts'
import type { BaseContext, SubgraphTypes } from '../graph/subgraph.ts'
import { type Competence, isOfOthers } from './others.ts'

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Record<never, never>, BaseContext>>
>
type AnyAct = ReturnType<AnyBuilder['objectRef']>

/** Whose something is that the asker is told of in part. Once a subgraph. */
export function competenceType(subgraph: unknown) {
  // It uses nothing of a service's own models and context, so one builder type serves all.
  const builder = subgraph as AnyBuilder
  const side = builder.enumType('CompetenceSide', {
    description: 'Which ombudsperson is competent for an act.',
    values: valuesOf(SIDES),
  })
  return builder.objectRef<Competence>('Competence').implement({
    shareable: true,
    description:
      'Whose something is of which the asker, who oversees others, is told no more than that it is there, and when it was. Source: this registry.',
    access: 'child:read',
    fields: (t) => ({
      side: t.expose('side', {
        type: side,
        description: 'Whether a federal body or one of a state; UNKNOWN where no file tells.',
      }),
      state: t.exposeString('state', {
        nullable: true,
        description:
          'INEGI code of the state whose commission to ask; null where it is not that of a state, or not known.',
      }),
    }),
  })
}

/** Adds `competence` to the acts of a subgraph, which _law/src/competence.ts names; call it once, where its types are there. */
export function competenceOn(subgraph: unknown, acts: readonly unknown[]): void {
  const builder = subgraph as AnyBuilder
  const type = competenceType(subgraph)
  for (const act of acts)
    builder.objectField(act as AnyAct, 'competence', (t) =>
      t.field({
        type,
        nullable: true,
        description:
          'Set where the asker oversees others than whose act this is, and is told of it by its existence and its days, an instant as the first of its local day: whose it is. All other fields are then FORBIDDEN. Null for an act that is told whole.',
        resolve: (record) => (isOfOthers(record) ? record.competence : null),
      }),
    )
}
