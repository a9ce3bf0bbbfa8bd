/** How staged rows of INM's tables become claims: every row one claim, none joined to another, none dropped. */
import type { Column, FeedLayout } from '@vigia/kit/intake/feed'
import type { AuthorityMeasure, AuthorityTable } from '@vigia/law/authority-tables'
import { BLANK_PLACE, placeKey } from '../rules/place-of-claim.ts'

export interface ClaimRows {
  table: AuthorityTable
  /** Where a table comes in parts, each a file of its own: which. */
  part?: 'NNA' | 'ADULTOS'
  span: 'DAY' | 'MONTH' | 'MONTH_BY_PLACE'
  columns: readonly Column[]
  /** SQL over `s`, the staged row. A measure that is null says nothing. */
  measures: Readonly<Partial<Record<AuthorityMeasure, string>>>
  /** What else the row says. */
  detail?: Readonly<Record<string, string>>
  /** SQL over `s`: which rows say anything; all when left out. */
  where?: string
}

/** Every row is its own: nothing tells a split from a duplicate, so both are kept. */
const AS_THEY_COME: Pick<FeedLayout, 'placed' | 'place' | 'checks' | 'key'> = {
  placed: {},
  place: ['insert into placed (line, known) select line, false from staged'],
  checks: [],
  key: [],
}

export function claimLayout(name: string, rows: ClaimRows, ...more: ClaimRows[]): FeedLayout {
  return { name, columns: rows.columns, ...AS_THEY_COME, writes: [rows, ...more].map(writeClaims) }
}

function writeClaims({ table, part, span, columns, measures, detail = {}, where = 'true' }: ClaimRows): string {
  const has = (name: string) => columns.some((column) => column.name === name)
  const nationality = has('nationality_text')
    ? {
        text: 's.nationality_text',
        code: "coalesce(s.nationality, 'ZZZ')",
        unread: "case when s.is_unread then 'YES' end",
      }
    : { text: 'null', code: 'null', unread: 'null' }
  const place = has('place')
    ? {
        text: `coalesce(s.place, '${BLANK_PLACE}')`,
        key: `coalesce(s.place_key, '${placeKey(BLANK_PLACE)}')`,
        isRecorded: 'coalesce(s.is_recorded, false)',
        hasBreaks: "case when s.has_breaks then 'YES' end",
      }
    : { text: 'null', key: 'null', isRecorded: 'null', hasBreaks: 'null' }
  const details = { ...detail, nationality_unread: nationality.unread, place_has_breaks: place.hasBreaks }
  return `
    insert into oversight.authority_row (batch_id, line, table_code, part, span, day, state, office, nationality,
      nationality_text, place, place_key, is_place_recorded, measures, detail)
    select b.id, s.line, '${table}', '${part ?? ''}', '${span}', s.day, s.state, s.office, ${nationality.code}, ${nationality.text},
           ${place.text}, ${place.key}, ${place.isRecorded}, ${jsonOf(measures)}, nullif(${jsonOf(details)}, '{}')
    from placed p join staged s using (line), the_batch b where ${where}`
}

function jsonOf(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([name, sql]) => `'${name}', ${sql}`)
  return `jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))`
}
