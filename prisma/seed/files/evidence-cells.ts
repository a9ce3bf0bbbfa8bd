/** What stands in the further columns of INM's newest export of detections, but for the key of the municipality. */
import { EVALUATION_RESULTS, INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from '@vigia/law/detection-evidence'
import { FAMILY_CONTACTS, FAMILY_PLACES, TIE_VERIFICATIONS } from '@vigia/law/family-ties'
import type { Evidence } from '../scenario/fuller-facts.ts'
import type { Pen } from './pen.ts'

export function evidenceCells(
  { numbers, notice, handover, informed, evaluation, procedure, relative, ...steps }: Evidence,
  pen: Pen,
): string[] {
  return [
    ...[numbers.passport, numbers.shelter, numbers.progres, numbers.cpims].map((number) => number ?? ''),
    ...[notice?.folio ?? '', pen.word(NOTICE_CHANNELS, notice?.channel ?? null), pen.text(notice?.office ?? null)],
    ...[steps.ppnnaArrivedAt, steps.handedOverAt, informed?.at ?? null].map((at) => pen.hour(at)),
    ...[pen.text(informed?.language ?? null), pen.word(INTERVIEWERS, steps.interviewer)],
    ...[steps.hadInterpreter, steps.protectionNeed].map((answer) => answerIn(pen, answer)),
    ...[pen.day(evaluation?.on ?? null), pen.word(EVALUATION_RESULTS, evaluation?.result ?? null)],
    ...[pen.day(procedure?.openedOn ?? null), pen.day(procedure?.decidedOn ?? null)],
    ...[pen.word(PROCEDURE_DECISIONS, procedure?.decision ?? null), answerIn(pen, procedure?.followsPlan ?? null)],
    ...[pen.word(FAMILY_PLACES, relative?.place ?? null), pen.word(FAMILY_CONTACTS, relative?.contact ?? null)],
    ...[pen.word(TIE_VERIFICATIONS, relative?.verified ?? null), pen.day(steps.enteredOn), handover?.number ?? ''],
    ...[answerIn(pen, handover?.tellsNotice ?? null), answerIn(pen, handover?.hasReceipt ?? null)],
    ...[
      pen.text(handover?.to ?? null),
      String(steps.daysInTransit ?? ''),
      relative?.state ? pen.state(relative.state) : '',
    ],
  ]
}

const answerIn = (pen: Pen, answer: boolean | null) => (answer === null ? '' : pen.yesNo(answer))
