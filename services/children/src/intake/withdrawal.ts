/** How the children service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { DERIVE_REMAINING } from './children-of-rows.ts'
import { CURP_OF_REMAINING, FILE_OF_REMAINING } from './given-numbers.ts'

const OTHER_DETECTION = 'exists (select from children.detection d where d.child_id = f.child_id)'
/** By a NUE or a CURP finds are joined: one that a file of finds alone has told goes with it, since they may be of two. */
const IS_OF_FINDS = `f.type in ('NUE', 'CURP') and exists (select from children.batch b where b.id = f.batch_id and b.feed = 'detections')`
const TOLD_BY_OTHERS = `case when f.type = 'ACTA' or ${IS_OF_FINDS} then false
  when f.type = 'COMAR_FILE' then exists (select from children.asylum_claim c where c.file_number = f.value and c.child_id = f.child_id)
  else ${OTHER_DETECTION} end`

const UNTOLD = { accompaniment: 'UNDETERMINED', nationality: 'ZZZ', age_group: 'UNKNOWN' }

/** Stays and cases know the child alone to whom they were joined, and not by which of its finds. */
const STAY_JOINED = `
  select format('Se retira una detección de %s, y queda otra. Las estancias y los expedientes que se les unieron siguen ahí; si la retirada era de otra persona, retire también los lotes que los cuentan por ella y envíelos otra vez.',
    case count(*) when 1 then 'una niña, niño o adolescente' else count(*) || ' niñas, niños y adolescentes' end) as notice
  from (
    select distinct u.child_id from undone_row u
    where u.fact = 'detection' and not exists (select from children.detection d where d.id = u.id)
  ) g
  where exists (select from children.detection d where d.child_id = g.child_id) and (
    exists (select from children.stay_ref s where s.child_id = g.child_id)
    or exists (select from children.case_ref c where c.child_id = g.child_id))
  having count(*) > 0`

/** A child stays while another batch has found it, and keeps the numbers by which no row is joined. */
export const withdrawal: Withdrawal = {
  service: 'children',
  facts: [
    { name: 'relative', key: 'id' },
    { name: 'detection_evidence', key: 'id' },
    { name: 'family_tie', key: 'id', untold: { tie: 'OTHER_RELATIVE' } },
    { name: 'migration_document', key: 'id', untold: { valid_in: [] } },
    { name: 'asylum_claim', key: 'id' },
    { name: 'detection', key: 'id', untold: UNTOLD },
    { name: 'identifier', key: 'id', keepWhile: TOLD_BY_OTHERS, ofChild: 'f.child_id' },
    { name: 'person_name', key: 'child_id' },
    {
      name: 'child',
      key: 'id',
      keepWhile: 'exists (select from children.detection d where d.child_id = f.id)',
      untold: { ...UNTOLD, sex: 'UNSPECIFIED', is_birth_estimated: false },
    },
  ],
  afterwards: [DERIVE_REMAINING, CURP_OF_REMAINING, FILE_OF_REMAINING],
  leaves: STAY_JOINED,
}
