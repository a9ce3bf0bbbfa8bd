/** What INM reads back of the detections that it sent: a type of its own, from which no way leads to a child. */
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { type Receipt, type Receipts, receiptFilter, receiptsPage } from '@vigia/kit/graph/receipts'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, AGE_GROUPS } from '@vigia/law/people'
import { builder, counting } from '../builder.ts'
import { AccompanimentBasis, DetectingAuthority, DetectionType } from './codes.ts'

interface Sent extends Receipt {
  acta: string
  detectedAt: Date
  state: string
  municipality: string | null
  municipalityKey: string | null
  authority: string
  detectionType: string
  ageGroup: string
  accompaniment: string
  accompanimentBasis: string | null
  ppnnaNotifiedAt: Date | null
  difNotifiedAt: Date | null
}

const DETECTIONS: Receipts = {
  service: 'children',
  entity: 'detection',
  by: { column: '"detectedAt"', cast: 'timestamptz' },
}

const DetectionReceipt = builder.objectRef<Sent>('DetectionReceipt').implement({
  description: 'A detection as INM sent it. It stays so, whatever others have recorded since.',
  access: 'receipt:read',
  fields: (t) => ({
    number: t.exposeString('acta', { description: 'Number of the acta of the detection.' }),
    detectedAt: t.expose('detectedAt', { type: 'DateTime', description: 'When the child was found.' }),
    state: t.exposeString('state', { description: 'INEGI code of the federal entity.' }),
    municipality: t.exposeString('municipality', {
      nullable: true,
      description: 'Municipality of the detection; null when not sent.',
    }),
    municipalityKey: t.exposeString('municipalityKey', {
      nullable: true,
      description: "INEGI's key of it (catalogue AGEM), five digits; null when not sent.",
    }),
    authority: t.field({
      type: DetectingAuthority,
      description: 'Which authority found the child.',
      resolve: ({ authority }) => known(DETECTING_AUTHORITIES, authority),
    }),
    detectionType: t.field({
      type: DetectionType,
      description: 'In what kind of act it was.',
      resolve: ({ detectionType }) => known(DETECTION_TYPES, detectionType),
    }),
    ageGroup: t.field({
      type: counting.ageGroup,
      description: 'Age group of the child on that day.',
      resolve: ({ ageGroup }) => known(AGE_GROUPS, ageGroup) as never,
    }),
    accompaniment: t.field({
      type: counting.accompaniment,
      description: 'Company of the child, as it was sent.',
      resolve: ({ accompaniment }) => known(ACCOMPANIMENTS, accompaniment) as never,
    }),
    accompanimentBasis: t.field({
      type: AccompanimentBasis,
      nullable: true,
      description: 'On what the company rests; null when not sent.',
      resolve: ({ accompanimentBasis }) => knownOrNull(ACCOMPANIMENT_BASES, accompanimentBasis),
    }),
  }),
})

builder.objectFields(DetectionReceipt, (t) => ({
  ppnnaNotifiedAt: t.expose('ppnnaNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When INM told the Procuraduría; null when it says nothing of it.',
  }),
  difNotifiedAt: t.expose('difNotifiedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When INM told the DIF; null when it says nothing of it.',
  }),
  fileName: t.exposeString('fileName', { description: 'The file in which it came.' }),
  line: t.exposeInt('line', { nullable: true, description: 'Line of that file; null when it came again unchanged.' }),
  takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When the file was taken in.' }),
}))

const ReceiptFilter = receiptFilter(builder, counting.period)

builder.queryField('detectionReceipts', (t) =>
  t.connection(
    {
      type: DetectionReceipt,
      nullable: true,
      access: 'receipt:read',
      description:
        'Detections that INM sent of the states of the asker’s office, the latest first. Null when they cannot be read.',
      args: { filter: t.arg({ type: ReceiptFilter, description: 'Which of them; all when left out.' }) },
      resolve: (_query, args, { db, actor }) => receiptsPage<Sent>(db.rows, DETECTIONS, args, actor),
    },
    { name: 'DetectionReceiptConnection', description: 'A page of detections as INM sent them.' },
    { name: 'DetectionReceiptEdge' },
  ),
)
