/** How the children service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { DERIVE_REMAINING } from './children-of-rows.ts'
import { CURP_OF_REMAINING, FILE_OF_REMAINING } from './given-numbers.ts'

const OTHER_DETECTION = 'exists (select from children.detection d where d.child_id = f.child_id)'
const OTHER_DETECTION_OR_CLAIM = `case f.type when 'ACTA' then false
  when 'COMAR_FILE' then exists (select from children.asylum_claim c where c.file_number = f.value and c.child_id = f.child_id)
  else ${OTHER_DETECTION} end`

const UNTOLD = { accompaniment: 'UNDETERMINED', nationality: 'ZZZ', age_group: 'UNKNOWN' }

/** A child stays while another batch has found it, and keeps its name and the numbers that are not of one detection. */
export const withdrawal: Withdrawal = {
  service: 'children',
  facts: [
    { name: 'relative', key: 'id' },
    { name: 'detection_evidence', key: 'id' },
    { name: 'family_tie', key: 'id', untold: { tie: 'OTHER_RELATIVE' } },
    { name: 'migration_document', key: 'id', untold: { valid_in: [] } },
    { name: 'asylum_claim', key: 'id' },
    { name: 'detection', key: 'id', untold: UNTOLD },
    { name: 'identifier', key: 'id', keepWhile: OTHER_DETECTION_OR_CLAIM, ofChild: 'f.child_id' },
    { name: 'person_name', key: 'child_id', keepWhile: OTHER_DETECTION, ofChild: 'f.child_id' },
    {
      name: 'child',
      key: 'id',
      keepWhile: 'exists (select from children.detection d where d.child_id = f.id)',
      untold: { ...UNTOLD, sex: 'UNSPECIFIED', is_birth_estimated: false },
    },
  ],
  afterwards: [DERIVE_REMAINING, CURP_OF_REMAINING, FILE_OF_REMAINING],
}
