/** SQL by which the columns that few files have become facts of their own. */
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { batchOnce, isNotLate, isPlaced, staged } from '@vigia/kit/intake/sql'
import { type Step, whereSomeAreKnown } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'
import { SOME_ARE_NOT_NEW } from './detection-writes.ts'
import { STEPS } from './evidence-columns.ts'
import { MARK_OF_PLACE, PLACE_LEARNED } from './same-relative.ts'
import { WRITE_SHARED_NUMBERS } from './shared-numbers.ts'

const names = STEPS.filter(({ isSealed }) => !isSealed).map(({ name }) => name)
const said = [...names, 'evidence_sealed'].map((name) => `s.${name}`)

const EVIDENCE = recordOrCorrect({
  table: 'children.detection_evidence',
  key: ['detection_id'],
  values: {
    detection_id: 'd.id',
    child_id: 'd.child_id',
    ...staged(...names),
    sealed: 's.evidence_sealed',
    mark: markOf('s.evidence_mark', 'd.child_id'),
    need: 's.need',
  },
  // It goes with what is sealed, which no late file adds to.
  blanks: { need: { told: 's.need', kept: '(f.need)' } },
  keptWith: {
    ...{ handover_tells_notice: 'handover_number', handover_has_receipt: 'handover_number' },
    handed_over_to: 'handover_number',
  },
  where: `d.acta = s.acta and num_nonnulls(${said.join(', ')}) > 0`,
  from: ', children.detection d',
})

const RELATIVES = recordOrCorrect({
  table: 'children.relative',
  key: ['child_id', 'tie', 'place_mark'],
  values: {
    child_id: 'p.child_id',
    tie: 's.tie',
    place_mark: MARK_OF_PLACE,
    sealed: 's.relative_sealed',
    mark: markOf('s.relative_mark'),
    relative_acta: 's.relative_acta',
  },
  where: 's.tie is not null and s.relative_sealed is not null',
  mayBeKnown: SOME_ARE_NOT_NEW,
})

export const WRITE_EVIDENCE: readonly Step[] = [...WRITE_SHARED_NUMBERS, ...EVIDENCE, PLACE_LEARNED, ...RELATIVES]

export const DECIDED_BEFORE = `
  insert into refusal
  select line, 'RESOLUCIÓN DEL PAM', to_char(procedure_decided_on, 'DD/MM/YYYY'), 'La resolución es anterior al inicio del PAM.'
  from staged where procedure_decided_on < procedure_opened_on`

/** One of both days told alone, against the other that is known. */
export const DECIDED_BEFORE_THE_KNOWN = whereSomeAreKnown(
  batchOnce(`
  insert into refusal
  select s.line, case when s.procedure_opened_on is null then 'RESOLUCIÓN DEL PAM' else 'INICIO DEL PAM' end,
    to_char(coalesce(s.procedure_decided_on, s.procedure_opened_on), 'DD/MM/YYYY'),
    case when s.procedure_opened_on is null then 'La resolución es anterior al inicio del PAM que se conoce: ' || to_char(f.procedure_opened_on, 'DD/MM/YYYY')
      else 'El inicio del PAM es posterior a la resolución que se conoce: ' || to_char(f.procedure_decided_on, 'DD/MM/YYYY') end || '.'
  from placed p join staged s using (line) join children.detection_evidence f on f.detection_id = p.detection_id, the_batch b
  where (s.procedure_opened_on is null) <> (s.procedure_decided_on is null) and ${isPlaced('f.detection_id', 'detection_id')}
    and coalesce(s.procedure_decided_on, f.procedure_decided_on) < coalesce(s.procedure_opened_on, f.procedure_opened_on)
    and ${isNotLate('children.detection_evidence')}`),
)

export const HANDOVER_WITHOUT_NUMBER = `
  insert into refusal
  select line, 'ACTA DE CANALIZACIÓN', null, 'Se dice qué consta en un acta de canalización, y no su número.'
  from staged where handover_number is null and num_nonnulls(handover_tells_notice, handover_has_receipt, handed_over_to) > 0`
