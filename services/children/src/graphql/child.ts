/** A child of the registry, under a pseudonym. The other services add to it where it was lodged, represented and sent. */
import { trailOf } from '@vigia/kit/audit/trail'
import { isOfOthers } from '@vigia/kit/competence/others'
import { Refusal } from '@vigia/kit/errors'
import { known } from '@vigia/kit/graph/known-code'
import { pageOf } from '@vigia/kit/graph/rows-at-hand'
import { MATRIX } from '@vigia/law/access-matrix'
import { NAMES_NO_CHILD } from '@vigia/law/folios'
import { isId } from '@vigia/law/ids'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { ACCOMPANIMENTS, AGE_GROUPS, SEXES } from '@vigia/law/people'
import { builder, counting } from '../builder.ts'
import { childNamed } from '../store/child-named.ts'
import type { ListedChild } from '../store/list-children.ts'
import type { ChildAsStub } from '../store/stubs.ts'
import { AsylumClaim } from './asylum-claim.ts'
import { Sex } from './codes.ts'
import { Detection } from './detection.ts'
import { documentsTold, MigrationDocument } from './migration-document.ts'

export const Child = builder.objectRef<ListedChild & Partial<ChildAsStub>>('Child')

Child.implement({
  description:
    'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
  access: 'child:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the child: random, of this registry.' }),
    folio: t.exposeString('folio', {
      description: 'Readable number of this registry, never derived from a name or date.',
    }),
    ageGroup: t.field({
      type: counting.ageGroup,
      description: 'As it was at the first detection.',
      resolve: ({ ageGroup }) => known(AGE_GROUPS, ageGroup) as never,
    }),
    sex: t.field({
      type: Sex,
      description: 'Sex as the authority recorded it: at the first detection that tells it.',
      resolve: ({ sex }) => known(SEXES, sex),
    }),
    nationality: t.exposeString('nationality', {
      description: 'ISO 3166-1 alpha-3 (code list COUNTRY); XXA stateless, ZZZ not specified.',
    }),
    accompaniment: t.field({
      type: counting.accompaniment,
      description: 'As it was at the first detection.',
      resolve: ({ accompaniment }) => known(ACCOMPANIMENTS, accompaniment) as never,
    }),
    firstDetectedAt: t.field({
      type: 'DateTime',
      description:
        'When the child was first found; where that is an act of others (see Detection.competence) the local day of it, by its first instant.',
      resolve: async ({ id, firstDetectedAt }, _args, { actor, children }) => {
        const isWhole = MATRIX[actor.role].oversees === undefined || !isOfOthers(await children.firstDetectionOf(id))
        return isWhole ? firstDetectedAt : instantOf(localDateOf(firstDetectedAt))
      },
    }),
    stubUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Set where the asker knows only that there is such a child, since it has left the last place in a state of his: until when he does. Every other group of fields is then FORBIDDEN. Null for a child in his rows.',
      resolve: ({ stubUntil }) => stubUntil ?? null,
    }),
  }),
})

builder.objectFields(Child, (t) => ({
  detections: t.connection(
    {
      type: Detection,
      access: 'detection:read',
      description: 'Each time an authority found the child, the latest first.',
      resolve: async ({ id }, args, { children }) => pageOf(await children.detectionsOf.load(id), args),
    },
    {
      name: 'DetectionConnection',
      description: 'A page of detections.',
      fields: (t) => ({
        totalCount: t.int({ description: 'Detections of the child in all.', resolve: ({ total }) => total }),
      }),
    },
    { name: 'DetectionEdge' },
  ),
  documents: t.connection(
    {
      type: MigrationDocument,
      access: 'detection:read',
      description:
        'Migration documents and statuses, those without a day first, then the latest granted; a certificate of COMAR for who may read asylum alone.',
      resolve: async ({ id }, args, context) => pageOf(await documentsTold(context, id), args),
    },
    {
      name: 'MigrationDocumentConnection',
      description: 'A page of migration documents.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Documents and statuses of the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'MigrationDocumentEdge' },
  ),
  asylumClaims: t.connection(
    {
      type: AsylumClaim,
      access: 'risk:read',
      description: 'Claims before COMAR, the latest filed first.',
      resolve: async ({ id }, args, { children }) => pageOf(await children.claimsOf.load(id), args),
    },
    {
      name: 'AsylumClaimConnection',
      description: 'A page of claims before COMAR.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Claims of the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'AsylumClaimEdge' },
  ),
}))

builder.asEntity(Child, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, { children }) => (isId(id) ? children.byId.load(id) : null),
})

builder.queryField('child', (t) =>
  t.field({
    type: Child,
    nullable: true,
    access: 'child:read',
    description:
      'One child; who was found to be another is that other one. Null, without an error, when there is none or the asker may not know of it; BAD_USER_INPUT for what is neither an id nor a folio.',
    args: { id: t.arg.id({ required: true, description: 'The id of the child, or its folio.' }) },
    resolve: async (_query, { id: text }, context) => {
      const id = await childNamed(context.db.pool, text)
      if (id === null) throw new Refusal('BAD_USER_INPUT', NAMES_NO_CHILD)
      // That it was asked for is told even where nothing is given.
      trailOf(context).name(id)
      return context.children.byId.load(id)
    },
  }),
)
