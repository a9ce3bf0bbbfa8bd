/** Enums of this service, made from the code lists of the law. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { AUTHORITIES } from '@vigia/law/authorities'
import { BACKLOG_AGES } from '@vigia/law/backlog-ages'
import { DETERMINATION_OUTCOMES, DETERMINATION_STATUSES, GUARANTEES } from '@vigia/law/determinations'
import { ANSWERS } from '@vigia/law/people'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import {
  COUNSEL_ANSWERS,
  COUNSEL_DENIERS,
  FORUMS,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from '@vigia/law/representation-types'
import { RIGHTS } from '@vigia/law/rights'
import { SOLUTIONS } from '@vigia/law/solutions'
import { builder } from '../builder.ts'

export const BacklogAge = builder.enumType('BacklogAge', {
  description: 'How long a Procuraduría has known of a child without opening a case. The limits are defaults of Vigía.',
  values: valuesOf(BACKLOG_AGES),
})

export const CaseStatus = builder.enumType('CaseStatus', {
  description: "How the Procuraduría's file stands.",
  values: valuesOf(CASE_STATUSES),
})

export const ClosingReason = builder.enumType('ClosingReason', {
  description: 'Why a file was closed.',
  values: valuesOf(CLOSING_REASONS),
})

export const DurableSolution = builder.enumType('DurableSolution', {
  description: 'The lasting answer to what the child needs.',
  values: valuesOf(SOLUTIONS),
})

export const DeterminationOutcome = builder.enumType('DeterminationOutcome', {
  description: 'What a best-interests determination says (LGDNNA art. 123, Ley de Migración art. 112 III).',
  values: valuesOf(DETERMINATION_OUTCOMES),
})

export const DeterminationStatus = builder.enumType('DeterminationStatus', {
  description: 'How far a determination is.',
  values: valuesOf(DETERMINATION_STATUSES),
})

export const Right = builder.enumType('Right', {
  description: 'A right of the child (LGDNNA art. 13 I-XX).',
  values: valuesOf(RIGHTS),
})

export const Guarantee = builder.enumType('Guarantee', {
  description: 'What must have been heeded in a determination (LGDNNA arts. 83, 92).',
  values: valuesOf(GUARANTEES),
})

export const Answer = builder.enumType('Answer', {
  description: 'An answer to a question. Unknown is never "no".',
  values: valuesOf(ANSWERS),
})

export const RepresentationQuality = builder.enumType('RepresentationQuality', {
  description: 'In what quality somebody represents a child (LGDNNA arts. 4 XXIV-XXVI, 92, 106).',
  values: valuesOf(REPRESENTATION_QUALITIES),
})

export const Forum = builder.enumType('Forum', {
  description: 'Before which authority a child is represented.',
  values: valuesOf(FORUMS),
})

export const Suspension = builder.enumType('Suspension', {
  description: 'What a judge of amparo has said of carrying out what is challenged (Ley de Amparo arts. 125-126).',
  values: valuesOf(SUSPENSIONS),
})

export const CounselAnswer = builder.enumType('CounselAnswer', {
  description: 'What became of a request for independent counsel (LGDNNA art. 92 VII).',
  values: valuesOf(COUNSEL_ANSWERS),
})

export const CounselDenier = builder.enumType('CounselDenier', {
  description: 'Who denies a child counsel of its own (LGDNNA art. 92 VII).',
  values: valuesOf(COUNSEL_DENIERS),
})

export const Authority = builder.enumType('Authority', {
  description: 'An authority or body that decides, orders, inspects or sends files.',
  values: valuesOf(AUTHORITIES),
})
