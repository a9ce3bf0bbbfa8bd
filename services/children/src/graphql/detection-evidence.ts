/** What shows that the first steps after a detection were taken: notice, hand-over, information, interview, evaluation, procedure. */
import type { DetectionEvidence as EvidenceRow } from '@vigia/db/children'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { EVALUATION_RESULTS, INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from '@vigia/law/detection-evidence'
import { builder } from '../builder.ts'
import { Detection } from './detection.ts'

const NoticeChannel = builder.enumType('NoticeChannel', {
  description: 'By which channel a Procuraduría was told.',
  values: valuesOf(NOTICE_CHANNELS),
})
const Interviewer = builder.enumType('Interviewer', {
  description: 'Who interviewed a child. Only staff specialised in children may (Ley de Migración art. 112 VI).',
  values: valuesOf(INTERVIEWERS),
})
const EvaluationResult = builder.enumType('EvaluationResult', {
  description: "What the DIF's initial evaluation found (LGDNNA art. 98).",
  values: valuesOf(EVALUATION_RESULTS),
})
const ProcedureDecision = builder.enumType('ProcedureDecision', {
  description: "How INM's procedure of a child ended (Ley de Migración arts. 79, 112 III).",
  values: valuesOf(PROCEDURE_DECISIONS),
})

const DetectionEvidence = builder.objectRef<EvidenceRow>('DetectionEvidence').implement({
  description: 'What shows that the first steps were taken. Source: INM. Null in any field: not recorded.',
  access: 'detection:read',
  fields: (t) => ({
    noticeFolio: t.exposeString('noticeFolio', {
      nullable: true,
      access: 'child:identify',
      description: 'Number of the notice to the Procuraduría; null when not recorded.',
    }),
    noticeChannel: t.field({
      type: NoticeChannel,
      nullable: true,
      description: 'How the Procuraduría was told; null when not recorded.',
      resolve: ({ noticeChannel }) => knownOrNull(NOTICE_CHANNELS, noticeChannel),
    }),
    noticeOffice: t.exposeString('noticeOffice', {
      nullable: true,
      description: 'The office that received the notice; null when not recorded.',
    }),
    ppnnaArrivedAt: t.expose('ppnnaArrivedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the Procuraduría came; until then adult carers are not presented (Ley de Migración art. 95). Null when not recorded.',
    }),
    handedOverAt: t.expose('handedOverAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the child was handed over to the DIF (Ley de Migración art. 112 I); null when not recorded.',
    }),
    informedAt: t.expose('informedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the child was informed in plain words (Ley de Migración art. 112 IV); null when not recorded.',
    }),
    informedIn: t.exposeString('informedIn', {
      nullable: true,
      description: 'In which language the child was informed; null when not recorded.',
    }),
    interviewer: t.field({
      type: Interviewer,
      nullable: true,
      description: 'Who interviewed the child; null when not recorded.',
      resolve: ({ interviewer }) => knownOrNull(INTERVIEWERS, interviewer),
    }),
    hadInterpreter: t.exposeBoolean('hadInterpreter', {
      nullable: true,
      description: 'Whether there was an interpreter; null when not recorded.',
    }),
  }),
})

builder.objectFields(DetectionEvidence, (t) => ({
  interviewedAt: t.expose('interviewedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When the child was interviewed (Ley de Migración art. 112 VI); null when not recorded.',
  }),
  handoverNumber: t.exposeString('handoverNumber', {
    nullable: true,
    access: 'child:identify',
    description:
      'Number of the act by which INM handed the child over to the DIF (Ley de Migración art. 112 I); null when not recorded.',
  }),
  handoverTellsNotice: t.exposeBoolean('handoverTellsNotice', {
    nullable: true,
    description: 'Whether that act proves the notice to the Procuraduría; null when not recorded.',
  }),
  handoverHasReceipt: t.exposeBoolean('handoverHasReceipt', {
    nullable: true,
    description: 'Whether the DIF signed in that act for having received the child; null when not recorded.',
  }),
  handedOverTo: t.exposeString('handedOverTo', {
    nullable: true,
    access: 'location:read',
    description:
      'The place that this act names as receiving the child, as INM writes it; null when not recorded. Where the child was is told by placements.',
  }),
  enteredOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'Local day of entry into the country, from which the term to claim asylum runs (LRPCAP art. 18); null when not recorded.',
    resolve: ({ enteredOn }) => dayOf(enteredOn),
  }),
  presentedAt: t.expose('presentedAt', {
    type: 'DateTime',
    nullable: true,
    description:
      'When INM ordered that the child be presented, which the law permits in no case (Ley de Migración arts. 98 ¶2, 99 ¶3); null when not recorded.',
  }),
}))

builder.objectFields(DetectionEvidence, (t) => ({
  protectionNeed: t.boolean({
    nullable: true,
    access: 'risk:read',
    description:
      'Whether somebody saw signs of a need for international protection; null when not recorded, and once it was erased.',
    resolve: async (evidence, _args, { children }) => (await children.evaluationOf(evidence)).protectionNeed,
  }),
  evaluatedOn: t.field({
    type: 'Date',
    nullable: true,
    access: 'risk:read',
    description: 'Local day of the initial evaluation by the DIF (LGDNNA art. 98); null when not recorded.',
    resolve: ({ evaluatedOn }) => dayOf(evaluatedOn),
  }),
  evaluationResult: t.field({
    type: EvaluationResult,
    nullable: true,
    access: 'risk:read',
    description: 'What it found; null when not recorded, and once it was erased.',
    resolve: async (evidence, _args, { children }) =>
      knownOrNull(EVALUATION_RESULTS, (await children.evaluationOf(evidence)).result),
  }),
  procedureOpenedOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      "Local day on which INM's procedure began, which must not be before the notice (Ley de Migración art. 112 II): alert A04. Null when not recorded.",
    resolve: ({ procedureOpenedOn }) => dayOf(procedureOpenedOn),
  }),
  procedureDecidedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day of its decision; null while it is open, or when not recorded.',
    resolve: ({ procedureDecidedOn }) => dayOf(procedureDecidedOn),
  }),
  procedureDecision: t.field({
    type: ProcedureDecision,
    nullable: true,
    description: 'How it ended; null while it is open, or when not recorded.',
    resolve: ({ procedureDecision }) => knownOrNull(PROCEDURE_DECISIONS, procedureDecision),
  }),
  followsPlan: t.exposeBoolean('followsPlan', {
    nullable: true,
    description: 'Whether the decision conforms to the restitution plan, as INM says; null when it does not say.',
  }),
}))

builder.objectField(Detection, 'evidence', (t) =>
  t.field({
    type: DetectionEvidence,
    nullable: true,
    access: 'detection:read',
    description: 'What shows that the first steps were taken. Null when no file tells of any.',
    resolve: ({ id }, _args, { children }) => children.evidenceOf.load(id),
  }),
)
