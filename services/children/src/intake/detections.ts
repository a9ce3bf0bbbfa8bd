/**
 * INM's detections: an acta a row. The child is the one whose NUE or CURP the row names, else a new one. The acta
 * again is the same event, told once more or corrected; a name or a birth date never joins two rows.
 */
import type { Feed, FeedLayout } from '@vigia/kit/intake/feed'
import { AGE_OF_ROW } from './age-of-row.ts'
import { DERIVE_CHILDREN, IDENTIFY } from './children-of-rows.ts'
import { DETECTION_COLUMNS } from './detection-columns.ts'
import { WRITE_DETECTIONS } from './detection-writes.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { DECIDED_BEFORE, WRITE_EVIDENCE } from './evidence-writes.ts'

/** The acta is known: the same event, told again. One look in an index a row, whatever the planner believes. */
const KNOWN = `
  update staged s set known = true, detection_id = d.id, child_id = d.child_id, is_new_child = false
  from staged t cross join lateral (select id, child_id from children.detection x where x.acta = t.acta limit 1) d
  where t.ctid = s.ctid`

/** The number is known: another event in the life of a known child. */
const childOfNumber = (type: string, column: string) => `
  update staged s set child_id = i.child_id, is_new_child = false
  from staged t cross join lateral (
    select child_id from children.identifier x where x.type = '${type}' and x.value = t.${column} limit 1) i
  where t.ctid = s.ctid and t.is_new_child and t.${column} is not null`

/** A child that was withdrawn with its batch and comes again is the child it was: others may still hold facts of it. */
const COMES_AGAIN = `
  update staged s
  set child_id = v.child_id, is_new_child = not exists (select from children.child c where c.id = v.child_id)
  from staged t cross join lateral (
    select (x.former ->> 'child_id')::uuid as child_id from children.former_version x
    where x.entity = 'detection' and x.former ->> 'acta' = t.acta
    order by x.id desc limit 1) v
  where exists (select from children.former_version where entity = 'detection') and t.ctid = s.ctid and t.is_new_child`

const PLAIN: FeedLayout = {
  name: 'detections',
  columns: DETECTION_COLUMNS,
  derived: AGE_OF_ROW,
  placed: {
    detection_id: 'uuid',
    child_id: 'uuid not null default outbox.new_id()',
    is_new_child: 'boolean not null default true',
  },
  inPlace: true,
  place: [KNOWN, childOfNumber('NUE', 'nue'), childOfNumber('CURP', 'curp'), COMES_AGAIN],
  checks: [],
  key: ['s.acta'],
  writes: [...WRITE_DETECTIONS, IDENTIFY, DERIVE_CHILDREN],
}

/** A file with any of the columns that few have. The plain file, which is most of them, does not pay for these. */
const WITH_EVIDENCE: FeedLayout = {
  ...PLAIN,
  name: 'detections-with-evidence',
  columns: [...DETECTION_COLUMNS, ...EVIDENCE_COLUMNS],
  checks: [DECIDED_BEFORE],
  writes: [...PLAIN.writes, ...WRITE_EVIDENCE],
}

export const feed: Feed = {
  service: 'children',
  name: 'detections',
  layouts: [PLAIN, WITH_EVIDENCE],
}
