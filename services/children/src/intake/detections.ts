/**
 * INM's detections: an acta a row. The child is the one whose NUE or CURP the row names, else a new one. The acta
 * again is the same event, told once more or corrected; a name or a birth date never joins two rows.
 */
import type { Feed, FeedLayout } from '@vigia/kit/intake/feed'
import { DERIVE_CHILDREN, IDENTIFY } from './children-of-rows.ts'
import { DETECTION_COLUMNS } from './detection-columns.ts'
import { WRITE_DETECTIONS } from './detection-writes.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { DECIDED_BEFORE, WRITE_EVIDENCE } from './evidence-writes.ts'

/** By acta; then by NUE; then by CURP. Each is one look in an index, whatever the planner believes of a table made just now. */
const PLACE = `
  insert into placed (line, known, detection_id, child_id, is_new_child, age, age_group)
  select s.line, d.id is not null, d.id,
         coalesce(d.child_id, by_nue.child_id, by_curp.child_id, outbox.new_id()),
         coalesce(d.child_id, by_nue.child_id, by_curp.child_id) is null,
         case when a.years between 0 and 17 then a.years end,
         case when a.years is null then 'UNKNOWN' when a.years < 12 then 'FROM_0_TO_11' else 'FROM_12_TO_17' end
  from staged s
  left join lateral (select id, child_id from children.detection x where x.acta = s.acta limit 1) d on true
  left join lateral (select child_id from children.identifier x
    where d.id is null and x.type = 'NUE' and x.value = s.nue limit 1) by_nue on true
  left join lateral (select child_id from children.identifier x
    where d.id is null and by_nue.child_id is null and x.type = 'CURP' and x.value = s.curp limit 1) by_curp on true
  cross join lateral (select case when s.born_on is null then s.age::int
    else extract(year from age(outbox.mx_date(s.detected_at), s.born_on))::int end as years) a`

/** A child that was withdrawn with its batch and comes again is the child it was: others may still hold facts of it. */
const COMES_AGAIN = `
  update placed p set child_id = v.child_id, is_new_child = not exists (select from children.child c where c.id = v.child_id)
  from staged s, lateral (
    select (x.former ->> 'child_id')::uuid as child_id from children.former_version x
    where x.entity = 'identifier' and x.former ->> 'type' = 'ACTA' and x.former ->> 'value' = s.acta
    order by x.id desc limit 1) v
  where s.line = p.line and p.is_new_child
    and exists (select from children.former_version where entity = 'identifier')`

/** An estimated date leaves a doubt of one year, and whoever may be a child is one (Ley de Migración art. 3 XVI). */
const NO_CHILD_THEN = `
  insert into refusal
  select line, 'FECHA DE NACIMIENTO', to_char(born_on, 'DD/MM/YYYY'),
    case when born_on > outbox.mx_date(detected_at) then 'La fecha de nacimiento es posterior a la detección.'
      else 'Tenía 18 años cumplidos el día de la detección: este registro es de niñas, niños y adolescentes.' end
  from staged
  where born_on > outbox.mx_date(detected_at)
    or born_on + case when is_birth_estimated then interval '19 years' else interval '18 years' end <= outbox.mx_date(detected_at)`

const PLAIN: FeedLayout = {
  name: 'detections',
  columns: DETECTION_COLUMNS,
  placed: {
    detection_id: 'uuid',
    child_id: 'uuid not null',
    is_new_child: 'boolean not null',
    age: 'smallint',
    age_group: 'text not null',
  },
  place: [PLACE, COMES_AGAIN],
  checks: [NO_CHILD_THEN],
  key: ['s.acta'],
  writes: [...WRITE_DETECTIONS, IDENTIFY, DERIVE_CHILDREN],
}

/** A file with any of the columns that few have. The plain file, which is most of them, does not pay for these. */
const WITH_EVIDENCE: FeedLayout = {
  ...PLAIN,
  name: 'detections-with-evidence',
  columns: [...DETECTION_COLUMNS, ...EVIDENCE_COLUMNS],
  checks: [NO_CHILD_THEN, DECIDED_BEFORE],
  writes: [...PLAIN.writes, ...WRITE_EVIDENCE],
}

export const feed: Feed = {
  service: 'children',
  name: 'detections',
  layouts: [PLAIN, WITH_EVIDENCE],
}
