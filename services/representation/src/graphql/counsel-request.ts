/** A request for independent counsel, and what became of it. */
import type { CounselRequest as RequestRow } from '@vigia/db/representation'
import { knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { COUNSEL_ANSWERS, COUNSEL_DENIERS } from '@vigia/law/representation-types'
import { builder } from '../builder.ts'
import { CounselAnswer, CounselDenier } from './codes.ts'

export const CounselRequest = builder.objectRef<RequestRow>('CounselRequest').implement({
  description: 'A request for independent counsel (LGDNNA art. 92 VII). Source: the Procuraduría.',
  access: 'representation:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the request, of this registry.' }),
    requestedAt: t.field({
      type: 'Date',
      description: 'Local day of the request.',
      resolve: ({ requestedOn }) => dayOf(requestedOn),
    }),
    answer: t.field({
      type: CounselAnswer,
      nullable: true,
      description: 'What became of it; null when not recorded.',
      resolve: ({ answer }) => knownOrNull(COUNSEL_ANSWERS, answer),
    }),
    answeredAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day of the answer; null while there is none.',
      resolve: ({ answeredOn }) => dayOf(answeredOn),
    }),
    denialReason: t.exposeString('denialReason', {
      nullable: true,
      description:
        'Why it was denied, in the words of who denied it; null when it was not, or when no reason was given.',
    }),
    deniedBy: t.field({
      type: CounselDenier,
      nullable: true,
      description: 'Who denied it; null when it was not, or when not recorded.',
      resolve: ({ deniedBy }) => knownOrNull(COUNSEL_DENIERS, deniedBy),
    }),
  }),
})
