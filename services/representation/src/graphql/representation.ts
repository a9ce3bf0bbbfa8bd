/** Who represents a child, in which quality. */
import type { Representation as RepresentationRow } from '@vigia/db/representation'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import {
  FORUMS,
  isByProcuraduria,
  isIndependentCounsel,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from '@vigia/law/representation-types'
import { builder } from '../builder.ts'
import { Forum, RepresentationQuality, Suspension } from './codes.ts'

export const Representation = builder.objectRef<RepresentationRow>('Representation').implement({
  description: 'Who represents a child (LGDNNA arts. 92 VII-VIII, 106, 122 II). Source: the Procuraduría.',
  access: 'representation:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the representation, of this registry.' }),
    quality: t.field({
      type: RepresentationQuality,
      description: 'In what quality the child is represented.',
      resolve: ({ quality }) => known(REPRESENTATION_QUALITIES, quality),
    }),
    isByProcuraduria: t.boolean({
      description: 'Whether the Procuraduría itself represents the child.',
      resolve: ({ quality }) => isByProcuraduria(known(REPRESENTATION_QUALITIES, quality)),
    }),
    isIndependentCounsel: t.boolean({
      description: 'Whether it is counsel that does not depend on the authorities.',
      resolve: ({ quality }) => isIndependentCounsel(known(REPRESENTATION_QUALITIES, quality)),
    }),
    forum: t.field({
      type: Forum,
      nullable: true,
      description: 'Before whom; null when not recorded.',
      resolve: ({ forum }) => knownOrNull(FORUMS, forum),
    }),
    startedAt: t.field({
      type: 'Date',
      description: 'First local day of the representation.',
      resolve: ({ startedOn }) => dayOf(startedOn),
    }),
    endedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last local day; null while it lasts.',
      resolve: ({ endedOn }) => dayOf(endedOn),
    }),
    suspension: t.field({
      type: Suspension,
      nullable: true,
      description:
        'Of an amparo: what was said last of the act that it challenges, as a return; null when not recorded, and of any other forum.',
      resolve: ({ suspension }) => knownOrNull(SUSPENSIONS, suspension),
    }),
    suspensionOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since which local day; null where nothing is recorded of it.',
      resolve: ({ suspensionOn }) => dayOf(suspensionOn),
    }),
  }),
})

/** Who it is, which is of the child's identity. */
builder.objectFields(Representation, (t) => ({
  representedBy: t.exposeString('representedBy', {
    nullable: true,
    access: 'child:identify',
    description: 'Person or organisation; null when not recorded.',
  }),
  counselKey: t.exposeString('counselKey', {
    nullable: true,
    access: 'child:identify',
    description:
      'Number under which counsel is registered, cédula profesional or CLUNI; null when not recorded: then no account of counsel sees the child by it.',
  }),
}))
