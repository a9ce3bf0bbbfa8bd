/** Relatives of a child, by kinship and never by name: who was detected too, and who was not, where, and whether there is contact. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { pageOf } from '@vigia/kit/graph/rows-at-hand'
import { FAMILY_CONTACTS, FAMILY_PLACES, FAMILY_TIES, TIE_VERIFICATIONS } from '@vigia/law/family-ties'
import { stateByCode } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { KnownRelative } from '../store/relative-store.ts'
import { Child } from './child.ts'
import { State } from './state.ts'

const FamilyTie = builder.enumType('FamilyTie', {
  description: 'Who somebody is to a child (LGDNNA art. 99).',
  values: valuesOf(FAMILY_TIES),
})
const FamilyPlace = builder.enumType('FamilyPlace', {
  description: 'Where a relative is.',
  values: valuesOf(FAMILY_PLACES),
})
const FamilyContact = builder.enumType('FamilyContact', {
  description: 'Whether the child is in contact with a relative.',
  values: valuesOf(FAMILY_CONTACTS),
})
const TieVerification = builder.enumType('TieVerification', {
  description: 'Whether a tie was verified.',
  values: valuesOf(TIE_VERIFICATIONS),
})

const Relative = builder.objectRef<KnownRelative>('Relative').implement({
  description: 'A relative of a child (LGDNNA art. 99). No name and no number. Source: INM.',
  access: 'risk:read',
  fields: (t) => ({
    tie: t.field({
      type: FamilyTie,
      description: 'Who the relative is to the child.',
      resolve: ({ tie }) => known(FAMILY_TIES, tie),
    }),
    wasDetected: t.boolean({
      description: 'Whether an authority has found the relative too, as an acta says.',
      resolve: ({ relativeActa }) => relativeActa !== null,
    }),
    place: t.field({
      type: FamilyPlace,
      nullable: true,
      description: 'Where; null when not recorded, and once it was erased.',
      resolve: ({ place }) => knownOrNull(FAMILY_PLACES, place),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description:
        'In which federal entity, of a relative who lives in Mexico; null of one who lives elsewhere, when not recorded, and once it was erased.',
      resolve: ({ state }) => (state === null ? null : stateByCode(state)),
    }),
    contact: t.field({
      type: FamilyContact,
      nullable: true,
      description:
        'Whether there is contact, and whether it is dangerous; null when not recorded, and once it was erased.',
      resolve: ({ contact }) => knownOrNull(FAMILY_CONTACTS, contact),
    }),
    verified: t.field({
      type: TieVerification,
      nullable: true,
      description: 'Whether the tie was verified; null when not recorded, and once it was erased.',
      resolve: ({ verified }) => knownOrNull(TIE_VERIFICATIONS, verified),
    }),
  }),
})

builder.objectField(Child, 'familyTies', (t) =>
  t.connection(
    {
      type: Relative,
      access: 'risk:read',
      description: 'Relatives that files tell of, by kinship, in the order in which they were told.',
      resolve: async ({ id }, args, { relatives }) => pageOf(await relatives.ofChild.load(id), args),
    },
    {
      name: 'RelativeConnection',
      description: 'A page of relatives.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Relatives of the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'RelativeEdge' },
  ),
)
