/** How a row of a Procuraduría names its file, and how the file is found. */
import { folio } from '@vigia/kit/intake/cells/identifiers'
import type { Column, Unmatched } from '@vigia/kit/intake/feed'
import { OF_ANOTHER_STATE } from '@vigia/kit/intake/of-one-state'

export const FOLIO_COLUMN: Column = {
  name: 'folio',
  titles: ['FOLIO', 'Folio PPNNA', 'Folio del expediente', 'No. de expediente'],
  type: 'text',
  read: folio,
  required: true,
}

/** SQL that follows `from staged s` and gives `c.id` and `c.child_id`. */
export const CASE_OF_ROW = `
  left join lateral (select id, child_id from representation.protection_case x where x.folio = s.folio limit 1) c on true`

export const CASE_UNKNOWN: Unmatched = {
  where: 'p.case_id is null',
  keys: `array['PPNNA_FOLIO:' || s.folio]`,
  reason: `'La Procuraduría no ha enviado el expediente de ese folio.'`,
  mayMatch: `exists (select from unnest(u.keys) k join representation.protection_case x on x.folio = split_part(k, ':', 2))`,
}

/** The folio carries the state; a file speaks for one. */
export const FOLIO_OF_STATE = `
  insert into refusal
  select s.line, 'FOLIO', s.folio, 'El folio ${OF_ANOTHER_STATE}'
  from staged s, the_batch b where substr(s.folio, 7, 2) <> b.state`
