/** The numbers that authorities gave to a child. Whoever sees only pseudonyms sees none of them. */
import type { Actor } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { known } from '@vigia/kit/graph/known-code'
import { pageOf } from '@vigia/kit/graph/rows-at-hand'
import { mayReadOf } from '@vigia/kit/opened'
import { MATRIX } from '@vigia/law/access-matrix'
import { SIDE_OF_AUTHORITY } from '@vigia/law/competence'
import { IDENTIFIER_TYPES, type IdentifierType as NumberType } from '@vigia/law/identifiers'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { scopeOfNumber } from '../rules/told-of-asylum.ts'
import type { KnownIdentifier } from '../store/identifier-store.ts'
import { Child } from './child.ts'

export const IdentifierType = builder.enumType('IdentifierType', {
  description: 'Who numbers what: none of the numbers of a child is universal.',
  values: valuesOf(IDENTIFIER_TYPES),
})

/** From when until when a CURP counts is read off INM's documents, whether or not there are any. */
function spanFor({ role }: Actor, row: KnownIdentifier): Pick<KnownIdentifier, 'validFrom' | 'validTo'> {
  const { oversees } = MATRIX[role]
  if (row.type === 'CURP' && oversees !== undefined && oversees !== SIDE_OF_AUTHORITY.INM)
    throw new Refusal('FORBIDDEN', 'Another ombudsperson is competent for the documents of INM.')
  return row
}

const Identifier = builder.objectRef<KnownIdentifier>('Identifier').implement({
  description:
    'A number that an authority gave to a child, by which nobody may make the child known (LGDNNA arts. 76-77). Source: the files of all senders.',
  access: 'child:identify',
  fields: (t) => ({
    type: t.field({
      type: IdentifierType,
      description: 'What kind of number it is.',
      resolve: ({ type }) => known(IDENTIFIER_TYPES, type),
    }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'The number, in its canonical writing; null once it was erased.',
    }),
    issuer: t.exposeString('issuer', {
      nullable: true,
      description: 'Who gave it: code of an authority, or RENAPO; null when not recorded.',
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Day it was given: of an acta, a COMAR file, and a CURP that came with a document; null where no file tells, as for a NUE, which may be older than the document on which it stands. FORBIDDEN of a CURP for who oversees others than INM.',
      resolve: (row, _args, { actor }) => spanFor(actor, row).validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day on which it counts: of a temporary CURP the end of the last document with it (VIGENCIA); null where it has no end, and when not recorded; FORBIDDEN of a CURP for who oversees others than INM.',
      resolve: (row, _args, { actor }) => spanFor(actor, row).validTo,
    }),
    state: t.exposeString('state', {
      nullable: true,
      description:
        'INEGI code of the state whose office gave it; null for a number of the whole country, and when not recorded.',
    }),
  }),
})

/** Whether the asker may read of the child what a number of that kind tells. */
export function mayKnowNumber(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  type: NumberType,
  child: string,
): boolean {
  const scope = scopeOfNumber(type)
  return scope === null || mayReadOf(actor, scope, child, now().getTime())
}

builder.objectField(Child, 'identifiers', (t) =>
  t.connection(
    {
      type: Identifier,
      access: 'child:identify',
      description:
        'Numbers of the child, its detections, stays, files and complaints, in the order of their kinds; without those of files of COMAR and of complaints for who may not read asylum or complaints of it, and for who oversees one side without those of acts of others, which the acts themselves say are not told.',
      resolve: async ({ id }, args, context) => {
        const all = await context.identifiers.ofChild.load(id)
        const isTold = ({ type }: KnownIdentifier) => mayKnowNumber(context, known(IDENTIFIER_TYPES, type), id)
        return pageOf(all.filter(isTold), args)
      },
    },
    {
      name: 'IdentifierConnection',
      description: 'A page of the numbers of a child.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Numbers of the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'IdentifierEdge' },
  ),
)
