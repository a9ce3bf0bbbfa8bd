/**
 * INM's detections: an acta a row. The child is the one whose NUE or CURP the row names, else a new one. The acta
 * again is the same event, told once more or corrected; a name or a birth date never joins two rows.
 */
import { MUNICIPALITY_OF_ITS_STATE } from '@vigia/kit/intake/columns'
import type { Feed, FeedLayout } from '@vigia/kit/intake/feed'
import { type Step, unlessPresumedNew, whereFilled, whereSomeAreKnown } from '@vigia/kit/intake/step'
import { IS_OF_ANOTHER_OFFICE, unlessOfAnotherOffice } from './acta-of-another-office.ts'
import { AGE_OF_ROW } from './age-of-row.ts'
import { BORN_AFTER_A_FIND, FOUND_BEFORE_BIRTH, FOUND_OF_AGE } from './birth-check.ts'
import { DERIVE_CHILDREN, IDENTIFY, numbersOfTwo, OF_TWO_OR_OVERRULED } from './children-of-rows.ts'
import { DETECTION_COLUMNS } from './detection-columns.ts'
import { WRITE_DETECTIONS } from './detection-writes.ts'
import { ENTERED_LATER, FOUND_BEFORE_ENTRY, FOUND_BEFORE_KNOWN_ENTRY } from './entry-check.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { DECIDED_BEFORE, DECIDED_BEFORE_THE_KNOWN, HANDOVER_WITHOUT_NUMBER, WRITE_EVIDENCE } from './evidence-writes.ts'
import { FOUND_TO_BE_ANOTHER, TAKEN_APART } from './found-to-be-another.ts'
import { KNOWN_OTHERWISE } from './known-otherwise.ts'
import { ODD_DETECTIONS } from './odd-detections.ts'
import { OF_AGE_SINCE } from './of-age-since.ts'
import { unlessElsewhere } from './place-of-relative.ts'
import { PERHAPS_KNOWN_RELATIVES } from './same-relative.ts'
import { KEEP_KEYS, SEALED_OF_DETECTIONS, SEALED_OF_EVIDENCE } from './sealed-cells.ts'
import { NUMBERS_OF_TWO } from './shared-numbers.ts'

/** The acta is known: the same event, told again. One look in an index a row, whatever the planner believes. */
const KNOWN = unlessPresumedNew(`
  update staged s set known = true, detection_id = d.id, child_id = d.child_id, is_new_child = false
  from staged t cross join lateral (select id, child_id from children.detection x where x.acta = t.acta limit 1) d
  where t.ctid = s.ctid`)

/** The number is known: another event in the life of a known child. */
const childOfNumber = (type: string, column: string): Step =>
  unlessPresumedNew(
    whereFilled(
      column,
      `
  update staged s set child_id = i.child_id, is_new_child = false
  from staged t cross join lateral (
    select child_id from children.identifier x where x.type = '${type}' and x.value = t.${column} limit 1) i
  where t.ctid = s.ctid and t.is_new_child and t.${column} is not null`,
    ),
  )

/**
 * A child that was withdrawn with its batch and comes again is the child it was: others may still hold facts of it. One acta comes back for
 * it, the earliest; others come to it by their numbers, as they did, or not at all: they may have been withdrawn since they are of another.
 * Of whom it was last, and is somebody still, it is told to be no more: it is who it was before that. One look in an index a row, as above:
 * whoever is asked for without a limit is joined to all finds there are, for each row anew.
 */
const COMES_AGAIN = `
  update staged s
  set child_id = v.child_id, is_new_child = not exists (select from children.child c where c.id = v.child_id)
  from (
    select distinct on (former.child_id) t.line, former.child_id
    from staged t cross join lateral (
      select (x.former ->> 'child_id')::uuid as child_id from children.former_version x
      where x.entity = 'detection' and x.former ->> 'acta' = t.acta
        and (select d.id from children.detection d where d.child_id = (x.former ->> 'child_id')::uuid limit 1) is null
      order by x.id desc limit 1) former
    where exists (select from children.former_version where entity = 'detection') and t.is_new_child
    order by former.child_id, t.detected_at, t.line
  ) v
  where s.line = v.line`

/**
 * A find that was withdrawn and comes again with the number of another: where no other find is left of whom it was, nor may still come, whom it
 * was is that other one. Whoever holds facts of it learns so.
 */
const IS_ANOTHER = whereSomeAreKnown(`
  update staged s set child_before = v.before
  from (
    select t.line, former.before
    from staged t cross join lateral (
      select (x.former ->> 'child_id')::uuid as before from children.former_version x
      where x.entity = 'detection' and x.former ->> 'acta' = t.acta
      order by x.id desc limit 1) former
    where not t.known and not t.is_new_child and t.child_id is not null and former.before <> t.child_id
      and not exists (select from children.child c where c.id = former.before)
      and not exists (
        select from children.former_version o
        where o.entity = 'detection' and o.former ->> 'child_id' = former.before::text and o.former ->> 'acta' <> t.acta
          and not exists (select from children.detection d where d.acta = o.former ->> 'acta' and d.child_id = t.child_id)
          and not exists (select from staged u where u.acta = o.former ->> 'acta' and u.child_id = t.child_id))
  ) v
  where s.line = v.line and exists (select from children.former_version where entity = 'detection')`)

const isOfAnother = (type: string, column: string) => `
  (select x.child_id from children.identifier x where x.type = '${type}' and x.value = s.${column} limit 1) <> s.child_id`

/** Of the rows that found a child, one that carries a number of another is of neither. */
const OF_TWO_CHILDREN = whereSomeAreKnown(`
  update staged s set child_id = null
  where not s.is_new_child and (${isOfAnother('NUE', 'nue')} or ${isOfAnother('CURP', 'curp')})`)

const PLAIN: FeedLayout = {
  name: 'detections',
  columns: DETECTION_COLUMNS,
  derived: AGE_OF_ROW,
  oddities: ODD_DETECTIONS,
  onePerson: { number: 'acta', title: 'ACTA', person: ['given_names', 'sex', 'born_on'] },
  seals: SEALED_OF_DETECTIONS,
  placed: {
    detection_id: 'uuid not null default gen_random_uuid()',
    child_id: 'uuid default gen_random_uuid()',
    is_new_child: 'boolean not null default true',
    child_before: 'uuid',
    is_of_another_office: 'boolean',
  },
  inPlace: true,
  newIds: ['detection_id', 'child_id'],
  newUnless: ['detection_acta_key', 'identifier_type_value_key'],
  place: [
    ...[KNOWN, childOfNumber('NUE', 'nue'), childOfNumber('CURP', 'curp'), COMES_AGAIN],
    ...[IS_OF_ANOTHER_OFFICE, OF_TWO_CHILDREN, IS_ANOTHER],
  ],
  checks: [MUNICIPALITY_OF_ITS_STATE, FOUND_BEFORE_BIRTH, ...BORN_AFTER_A_FIND, ...FOUND_OF_AGE, FOUND_BEFORE_ENTRY],
  unmatched: unlessOfAnotherOffice(OF_TWO_OR_OVERRULED),
  key: ['s.acta'],
  waits: numbersOfTwo('not p.is_new_child'),
  readBack: [{ table: 'children.detection', placed: 'detection_id' }],
  writes: [...WRITE_DETECTIONS, ...IDENTIFY, DERIVE_CHILDREN, KEEP_KEYS],
}

/** A file with any of the columns that few have. The plain file, which is most of them, does not pay for these. */
const WITH_EVIDENCE: FeedLayout = {
  ...PLAIN,
  name: 'detections-with-evidence',
  columns: [...DETECTION_COLUMNS, ...EVIDENCE_COLUMNS],
  derived: unlessElsewhere(AGE_OF_ROW),
  seals: [...SEALED_OF_DETECTIONS, ...SEALED_OF_EVIDENCE],
  checks: [
    ...[MUNICIPALITY_OF_ITS_STATE, FOUND_BEFORE_BIRTH, ...BORN_AFTER_A_FIND, ...FOUND_OF_AGE],
    FOUND_BEFORE_KNOWN_ENTRY,
    ...[DECIDED_BEFORE, DECIDED_BEFORE_THE_KNOWN, ENTERED_LATER, HANDOVER_WITHOUT_NUMBER],
  ],
  // The evidence is written with the rest, and the keys once all is.
  writes: [...PLAIN.writes.filter((step) => step !== KEEP_KEYS), ...WRITE_EVIDENCE, KEEP_KEYS],
}

export const feed: Feed = {
  service: 'children',
  name: 'detections',
  rowsAre: ['children.detection'],
  findings: [NUMBERS_OF_TWO, KNOWN_OTHERWISE, OF_AGE_SINCE, PERHAPS_KNOWN_RELATIVES, FOUND_TO_BE_ANOTHER, TAKEN_APART]
    .map((sql) => `(${sql})`)
    .join(' union all '),
  layouts: [PLAIN, WITH_EVIDENCE],
}
