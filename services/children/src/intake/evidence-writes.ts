/** SQL by which the columns that few files have become facts of their own. */
import { ROWS, recordOrCorrect, staged } from '@vigia/kit/intake/sql'
import { STEPS } from './evidence-columns.ts'

/** One that is somebody else's already stays so: nobody is merged. */
const NUMBERS = `
  insert into children.identifier (child_id, type, value, issuer, batch_id, line, recorded_at)
  select p.child_id, n.type, n.value, n.issuer, b.id, s.line, b.taken_at
  ${ROWS}, lateral (values ('PASSPORT', s.passport, null), ('SHELTER_FOLIO', s.shelter_folio, null),
    ('PROGRES', s.progres, 'UN'), ('CPIMS', s.cpims, 'UN')) n (type, value, issuer)
  where n.value is not null
  on conflict (type, value) do nothing`

const names = STEPS.map(({ name }) => name)

const EVIDENCE = recordOrCorrect({
  table: 'children.detection_evidence',
  key: ['detection_id'],
  values: { detection_id: 'd.id', child_id: 'd.child_id', ...staged(...names) },
  where: `d.acta = s.acta and num_nonnulls(${names.map((name) => `s.${name}`).join(', ')}) > 0`,
  from: ', children.detection d',
})

const RELATIVES = recordOrCorrect({
  table: 'children.relative',
  key: ['child_id', 'tie', 'place'],
  values: {
    child_id: 'p.child_id',
    tie: 's.tie',
    place: `coalesce(s.relative_place, case when s.relative_acta is null then 'UNKNOWN' else 'MEXICO' end)`,
    contact: 's.relative_contact',
    verified: 's.tie_verified',
    relative_acta: 's.relative_acta',
  },
  where: `s.tie is not null and num_nonnulls(s.relative_place, s.relative_contact, s.tie_verified) > 0`,
})

export const WRITE_EVIDENCE: readonly string[] = [NUMBERS, ...EVIDENCE, ...RELATIVES]

export const DECIDED_BEFORE = `
  insert into refusal
  select line, 'RESOLUCIÓN DEL PAM', to_char(procedure_decided_on, 'DD/MM/YYYY'), 'La resolución es anterior al inicio del PAM.'
  from staged where procedure_decided_on < procedure_opened_on`
