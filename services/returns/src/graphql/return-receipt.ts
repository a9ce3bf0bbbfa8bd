/** What INM reads back of the returns that it sent: types of their own, from which no way leads to a child or a standing. */
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { type Receipt, type Receipts, receiptFilter, receiptsPage } from '@vigia/kit/graph/receipts'
import { RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { builder, counting } from '../builder.ts'
import { ReturnMode, ReturnType } from './codes.ts'

interface Act extends Receipt {
  folio: string
  state: string
  returnType: string
  destination: string
}
interface Planned extends Act {
  plannedOn: string
}
interface Executed extends Act {
  departedAt: Date
  mode: string | null
  exitPoint: string | null
  receivingAuthority: string | null
}

const PLANS: Receipts = {
  service: 'returns',
  entity: 'return_plan',
  by: { column: '"plannedOn"', cast: 'date' },
}
const RETURNS: Receipts = {
  service: 'returns',
  entity: 'executed_return',
  by: { column: '"departedAt"', cast: 'timestamptz' },
}

const ReturnPlanReceipt = builder.objectRef<Planned>('ReturnPlanReceipt').implement({
  description: 'A scheduled return as INM sent it, and nothing of what others say of it.',
  access: 'receipt:read',
  fields: (t) => ({
    number: t.exposeString('folio', { description: 'Number that INM gave to the return.' }),
    plannedOn: t.expose('plannedOn', { type: 'Date', description: 'Local day for which it is scheduled.' }),
    state: t.exposeString('state', { description: 'INEGI code of the federal entity.' }),
    returnType: t.field({
      type: ReturnType,
      description: 'By what kind of act it is done.',
      resolve: (row) => known(RETURN_TYPES, row.returnType),
    }),
    destination: t.exposeString('destination', {
      description: 'Country of destination, ISO 3166-1 alpha-3; ZZZ not specified.',
    }),
    fileName: t.exposeString('fileName', { description: 'The file in which it came.' }),
    line: t.exposeInt('line', { nullable: true, description: 'Line of that file; null when it came again unchanged.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When the file was taken in.' }),
  }),
})

const ReturnReceipt = builder.objectRef<Executed>('ReturnReceipt').implement({
  description: 'An executed return as INM sent it. Whether it was valid is not said here.',
  access: 'receipt:read',
  fields: (t) => ({
    number: t.exposeString('folio', { description: 'Number that INM gave to the return.' }),
    departedAt: t.expose('departedAt', {
      type: 'DateTime',
      description: 'Day and hour of departure; the first instant of the local day where it was sent without an hour.',
    }),
    state: t.exposeString('state', { description: 'INEGI code of the federal entity.' }),
    returnType: t.field({
      type: ReturnType,
      description: 'By what kind of act it is done.',
      resolve: (row) => known(RETURN_TYPES, row.returnType),
    }),
    destination: t.exposeString('destination', {
      description: 'Country of destination, ISO 3166-1 alpha-3; ZZZ not specified.',
    }),
    mode: t.field({
      type: ReturnMode,
      nullable: true,
      description: 'How the child travelled; null when not sent.',
      resolve: ({ mode }) => knownOrNull(RETURN_MODES, mode),
    }),
    exitPoint: t.exposeString('exitPoint', {
      nullable: true,
      description: 'Where the child left the country; null when not sent.',
    }),
    receivingAuthority: t.exposeString('receivingAuthority', {
      nullable: true,
      description: 'Who received the child there; null when not sent.',
    }),
    fileName: t.exposeString('fileName', { description: 'The file in which it came.' }),
    line: t.exposeInt('line', { nullable: true, description: 'Line of that file; null when it came again unchanged.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When the file was taken in.' }),
  }),
})

const ReceiptFilter = receiptFilter(builder, counting.period)

builder.queryFields((t) => ({
  returnPlanReceipts: t.connection(
    {
      type: ReturnPlanReceipt,
      nullable: true,
      access: 'receipt:read',
      description:
        'Scheduled returns that INM sent of the states of the asker’s office, the latest day first. Null when they cannot be read.',
      args: { filter: t.arg({ type: ReceiptFilter, description: 'Which of them; all when left out.' }) },
      resolve: (_query, args, { db, actor }) => receiptsPage<Planned>(db.rows, PLANS, args, actor),
    },
    { name: 'ReturnPlanReceiptConnection', description: 'A page of scheduled returns as INM sent them.' },
    { name: 'ReturnPlanReceiptEdge' },
  ),
  returnReceipts: t.connection(
    {
      type: ReturnReceipt,
      nullable: true,
      access: 'receipt:read',
      description:
        'Executed returns that INM sent of the states of the asker’s office, the latest first. Null when they cannot be read.',
      args: { filter: t.arg({ type: ReceiptFilter, description: 'Which of them; all when left out.' }) },
      resolve: (_query, args, { db, actor }) => receiptsPage<Executed>(db.rows, RETURNS, args, actor),
    },
    { name: 'ReturnReceiptConnection', description: 'A page of executed returns as INM sent them.' },
    { name: 'ReturnReceiptEdge' },
  ),
}))
