/** The part of a child's record that this service adds: the Procuraduría's file and who represents the child. */

import type { ProtectionCase as CaseRow } from '@vigia/db/representation'
import { isOfOthers } from '@vigia/kit/competence/others'
import { known } from '@vigia/kit/graph/known-code'
import { childByKey } from '@vigia/kit/graph/opened'
import { atMostAPage, pageOf } from '@vigia/kit/graph/rows-at-hand'
import { CASE_STATUSES, type CaseStatus as Status } from '@vigia/law/protection-cases'
import { builder } from '../builder.ts'
import { caseOfChild } from '../rules/case-of-child.ts'
import { Complaint } from './complaint.ts'
import { CounselRequest } from './counsel-request.ts'
import { ProtectionCase } from './protection-case.ts'
import { Representation } from './representation.ts'

/** Of a file of others it is only known whether it was closed. */
function statusOf(file: CaseRow): Status {
  if (isOfOthers(file)) return file.closedAt === null ? 'OPEN' : 'CLOSED'
  return known(CASE_STATUSES, file.status)
}

export const Child = builder.externalRef('Child', builder.selection<{ id: string }>('id'), childByKey).implement({
  description:
    'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
  externalFields: (t) => ({ id: t.id() }),
  fields: (t) => ({
    ppnnaCase: t.field({
      type: ProtectionCase,
      nullable: true,
      access: 'representation:read',
      description:
        "The Procuraduría's file: the one being worked on, else the one opened last; for who oversees one side, of others only where there is none of its own. Null when there is none. All of them: ppnnaCases.",
      resolve: async ({ id }, _args, { cases }) => {
        const files = await cases.ofChild.load(id)
        const whole = files.filter((file) => !isOfOthers(file))
        return caseOfChild((whole.length > 0 ? whole : files).map((file) => ({ ...file, status: statusOf(file) })))
      },
    }),
    ppnnaCases: t.field({
      type: [ProtectionCase],
      nullable: true,
      access: 'representation:read',
      description:
        'Every file that a Procuraduría opened for the child, the one opened last first, at most 100: a child that is moved, or found again, has several. Empty where none is known, null when they cannot be read.',
      resolve: async ({ id }, _args, { cases }) => {
        const lastFirst = (a: CaseRow, b: CaseRow) =>
          b.openedAt.getTime() - a.openedAt.getTime() || (a.id < b.id ? 1 : -1)
        return atMostAPage((await cases.ofChild.load(id)).toSorted(lastFirst))
      },
    }),
    representations: t.field({
      type: [Representation],
      nullable: true,
      access: 'representation:read',
      description: 'Who represents the child, the latest first, at most 100. Null when it cannot be read.',
      resolve: async ({ id }, _args, { cases }) => atMostAPage(await cases.representationsOf.load(id)),
    }),
  }),
})

builder.objectFields(Child, (t) => ({
  counselRequests: t.connection(
    {
      type: CounselRequest,
      nullable: true,
      access: 'representation:read',
      description: 'Requests for independent counsel, the latest first. Null when they cannot be read.',
      resolve: async ({ id }, args, { cases }) => pageOf(await cases.counselRequestsOf.load(id), args),
    },
    {
      name: 'CounselRequestConnection',
      description: 'A page of requests for independent counsel.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Requests for the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'CounselRequestEdge' },
  ),
  complaints: t.connection(
    {
      type: Complaint,
      nullable: true,
      access: 'oversight:read',
      description: 'Complaints to an ombudsperson, the latest first. Null when they cannot be read.',
      resolve: async ({ id }, args, { complaints }) => pageOf(await complaints.ofChild.load(id), args),
    },
    {
      name: 'ComplaintConnection',
      description: 'A page of complaints to an ombudsperson.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Complaints about the child in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'ComplaintEdge' },
  ),
}))
