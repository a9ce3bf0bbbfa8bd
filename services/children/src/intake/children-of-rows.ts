/** What rows of any feed add to a child: its numbers, and the facts that follow from its first detection. */
import { childOfRow, childUnknown, WHERE_SOME_ARE_KNOWN } from '@vigia/kit/intake/sql'

/** SQL that joins a row to its child, where the acta is that of a detection and the other numbers are the child's own. */
export const CHILD_OF_ROW = childOfRow(
  'children.identifier',
  'select child_id from children.detection x where x.acta = s.acta',
)

export const NO_SUCH_CHILD = childUnknown(
  'children.identifier',
  `exists (select from unnest(u.keys) k join children.detection d on d.acta = split_part(k, ':', 2))`,
)

/** SQL: the numbers that rows bring are the child's from now on. One that is somebody else's already stays so: nobody is merged. */
export const IDENTIFY = `
  insert into children.identifier (child_id, type, value, issuer, batch_id, line, recorded_at)
  select p.child_id, n.type, n.value, n.issuer, b.id, s.line, b.taken_at
  from placed p join staged s using (line), the_batch b,
    lateral (values ('NUE', s.nue, 'INM'), ('CURP', s.curp, 'RENAPO')) n (type, value, issuer)
  where n.value is not null
  on conflict (type, value) do nothing`

const FIRST_DETECTION = `
  select distinct on (d.child_id) d.child_id, d.state, d.detected_at, d.age_group, d.accompaniment, d.batch_id, d.line
  from children.detection d`
const IN_ORDER = 'order by d.child_id, d.detected_at, d.acta'
const SAME = `(c.state, c.first_detected_at, c.age_group, c.accompaniment)
    is distinct from (f.state, f.detected_at, f.age_group, f.accompaniment)`

/** SQL: a detection that came late may be the first; then the child is counted there and then. */
export const DERIVE_CHILDREN = `${WHERE_SOME_ARE_KNOWN}
  with f as (${FIRST_DETECTION} where d.child_id in (select child_id from placed where not is_new_child) ${IN_ORDER})
  update children.child c
  set state = f.state, first_detected_at = f.detected_at, age_group = f.age_group, accompaniment = f.accompaniment,
      batch_id = b.id, line = f.line, recorded_at = b.taken_at
  from f, the_batch b
  where exists (select from placed where not is_new_child) and c.id = f.child_id and ${SAME}`

/** SQL: the same after batch `$1` was withdrawn, for children whose row it wrote or who lost a detection with it. */
export const DERIVE_REMAINING = `
  with f as (${FIRST_DETECTION}
    where d.child_id in (select id from children.child where batch_id = $1 union select child_id from withdrawn_row) ${IN_ORDER})
  update children.child c
  set state = f.state, first_detected_at = f.detected_at, age_group = f.age_group, accompaniment = f.accompaniment,
      batch_id = f.batch_id, line = f.line, recorded_at = now()
  from f where c.id = f.child_id and (c.batch_id = $1 or ${SAME})`
