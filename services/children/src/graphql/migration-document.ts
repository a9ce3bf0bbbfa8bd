/** A migration document or status of a child. */
import type { MigrationDocument as DocumentRow } from '@vigia/db/children'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { mayReadOf } from '@vigia/kit/opened'
import {
  CURP_ASSIGNMENTS,
  DOCUMENT_HOLDERS,
  DOCUMENT_STATUSES,
  type MigrationDocument as DocumentCode,
  MIGRATION_DOCUMENTS,
} from '@vigia/law/migration-documents'
import { stateByCode } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { scopeOfDocument } from '../rules/told-of-asylum.ts'
import { CurpAssignment, DocumentHolder, DocumentStatus, MigrationDocumentType } from './codes.ts'
import { State } from './state.ts'

export const MigrationDocument = builder.objectRef<DocumentRow>('MigrationDocument').implement({
  description: 'A migration document or status (Ley de Migración arts. 52 V, 54, 74, 112 I). Source: INM.',
  access: 'detection:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the document, of this registry.' }),
    document: t.field({
      type: MigrationDocumentType,
      description: 'Which document or status it is.',
      resolve: ({ document }) => known(MIGRATION_DOCUMENTS, document),
    }),
    status: t.field({
      type: DocumentStatus,
      description: 'How far the document is.',
      resolve: ({ status }) => known(DOCUMENT_STATUSES, status),
    }),
    grantedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which the status was granted; null when it was not, or is not recorded.',
      resolve: ({ grantedOn }) => dayOf(grantedOn),
    }),
    issuedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which the card was issued; null when there is no card, or it is not recorded.',
      resolve: ({ issuedOn }) => dayOf(issuedOn),
    }),
    expiresOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last local day of validity; null when it has none, or it is not recorded.',
      resolve: ({ expiresOn }) => dayOf(expiresOn),
    }),
  }),
})

builder.objectFields(MigrationDocument, (t) => ({
  holder: t.field({
    type: DocumentHolder,
    nullable: true,
    description: 'In whose hands the card is; null when not recorded.',
    resolve: ({ holder }) => knownOrNull(DOCUMENT_HOLDERS, holder),
  }),
  retainedOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'Local day since which an authority keeps the card; null when none keeps it, or nobody tells since when.',
    resolve: ({ retainedOn }) => dayOf(retainedOn),
  }),
  hasGeographicRestriction: t.boolean({
    nullable: true,
    description: 'Whether it binds the child to a part of the country; null when not recorded.',
    resolve: ({ geographicRestriction }) => geographicRestriction,
  }),
  validIn: t.field({
    type: [State],
    nullable: true,
    description:
      'The federal entities in which it is valid, as a provisional permit states them; all 32 where it is valid in the whole country. Null when not recorded.',
    resolve: ({ validIn }) => (validIn.length === 0 ? null : validIn.flatMap((code) => stateByCode(code) ?? [])),
  }),
  curpAssigned: t.field({
    type: CurpAssignment,
    nullable: true,
    description: 'Whether a CURP came with it, never the CURP; null when not recorded.',
    resolve: ({ curpAssigned }) => knownOrNull(CURP_ASSIGNMENTS, curpAssigned),
  }),
}))

/** Those of a child that tell the asker nothing but what he may read of it. */
export async function documentsTold({ children, actor, now }: Context, child: string): Promise<DocumentRow[]> {
  const all = await children.documentsOf.load(child)
  return all.filter(({ document }) => {
    const scope = scopeOfDocument(document as DocumentCode)
    return scope === null || mayReadOf(actor, scope, child, now().getTime())
  })
}
