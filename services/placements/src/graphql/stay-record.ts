/** What INM reads back of the stays that it sent: a type of its own, from which no way leads to a child or to a place. */
import { knownOrNull } from '@vigia/kit/graph/known-code'
import { type Receipt, type Receipts, receiptFilter, receiptsPage } from '@vigia/kit/graph/receipts'
import { EXIT_TYPES } from '@vigia/law/closures'
import { builder, counting } from '../builder.ts'
import { ExitType } from './codes.ts'

interface Sent extends Receipt {
  enteredAt: Date
  leftAt: Date | null
  exitType: string | null
}

const STAYS: Receipts = {
  service: 'placements',
  entity: 'stay',
  by: { column: '"enteredAt"', cast: 'timestamptz' },
}

const StayRecord = builder.objectRef<Sent>('StayRecord').implement({
  description: 'Entry and exit of a stay as INM sent them. They stay so, whatever others have recorded since.',
  access: 'receipt:read',
  fields: (t) => ({
    enteredAt: t.expose('enteredAt', {
      type: 'DateTime',
      description: 'Day and hour of the entry; the first instant of the local day where it was sent without an hour.',
    }),
    leftAt: t.expose('leftAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Day and hour of the exit; null when INM sent none.',
    }),
    exitType: t.field({
      type: ExitType,
      nullable: true,
      description: 'How it ended; null when INM sent nothing of it.',
      resolve: ({ exitType }) => knownOrNull(EXIT_TYPES, exitType),
    }),
    fileName: t.exposeString('fileName', { description: 'The file in which it came.' }),
    line: t.exposeInt('line', { nullable: true, description: 'Line of that file; null when it came again unchanged.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When the file was taken in.' }),
  }),
})

const ReceiptFilter = receiptFilter(builder, counting.period)

builder.queryField('stayRecords', (t) =>
  t.connection(
    {
      type: StayRecord,
      nullable: true,
      access: 'receipt:read',
      description:
        'Stays that INM sent of the states of the asker’s office, the latest entry first. Null when they cannot be read.',
      args: { filter: t.arg({ type: ReceiptFilter, description: 'Which of them; all when left out.' }) },
      resolve: (_query, args, { db, actor }) => receiptsPage<Sent>(db.rows, STAYS, args, actor),
    },
    { name: 'StayRecordConnection', description: 'A page of stays as INM sent them.' },
    { name: 'StayRecordEdge' },
  ),
)
