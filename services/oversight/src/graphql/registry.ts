/** What this database is, and as of when its figures are. */
import { builder } from '../builder.ts'
import type { RegistryState } from '../store/registry-store.ts'

const Registry = builder.objectRef<RegistryState>('Registry').implement({
  description: 'What this registry holds, and as of when.',
  access: 'stats:read',
  fields: (t) => ({
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description:
        "True when every child in it is invented. INM's tables and published figures are real in every registry.",
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When the newest figures were counted.' }),
    version: t.exposeString('version', {
      description: 'Versions of the figures of all services, in the order of their names: any change changes it.',
    }),
  }),
})

builder.queryField('registry', (t) =>
  t.field({
    type: Registry,
    nullable: true,
    access: 'stats:read',
    description: 'What this registry holds, and as of when. Null when it cannot be read.',
    resolve: (_query, _args, { registry }) => registry.state(),
  }),
)
