/** Sums of INM's tables by month and state, and by place, as they ship with the registry; and until when each table goes. */
import { code, state } from '@vigia/kit/intake/cells/codes'
import { day } from '@vigia/kit/intake/cells/days'
import { type CellReader, unfit } from '@vigia/kit/intake/cells/reading'
import type { Column, FeedLayout } from '@vigia/kit/intake/feed'
import { AUTHORITY_TABLES } from '@vigia/law/authority-tables'
import { asWritten, PLACE, people, telling } from './claim-columns.ts'
import { type ClaimRows, claimLayout } from './claim-rows.ts'

const month: CellReader = (text) => {
  const [, year, number] = /^(\d{4})-(\d{2})(?:-01)?$/.exec(text) ?? []
  const isMonth = year !== undefined && Number(number) >= 1 && Number(number) <= 12
  return isMonth ? `${year}-${number}-01` : unfit('No es un mes (aaaa-mm).')
}

const MONTH: Column = { name: 'day', titles: ['month', 'Mes'], type: 'date', read: month, required: true }
const STATE: Column = {
  name: 'state',
  titles: ['state', 'Entidad', 'Estado'],
  type: 'char(2)',
  read: state,
  required: true,
  also: [{ name: 'office', type: 'text', read: asWritten }],
}

const COLUMNS: readonly Column[] = [
  MONTH,
  STATE,
  ...[
    'rescued',
    'first_time',
    'repeat',
    'presented_by_rescue_table',
    'to_dif_by_rescue_table',
    'presented',
    'channelled',
    'channelled_adults',
    'channelled_place_unrecorded',
    'returned',
    'deported',
    'assisted_returns',
  ].map((name) => telling(people(name, name))),
  telling(people('channelled_children', 'channelled_minors')),
]

/** A month of a state in which a table counts nobody is one of which it says nothing. */
function ofTable(table: ClaimRows['table'], measures: ClaimRows['measures'], detail?: ClaimRows['detail']): ClaimRows {
  const where = `coalesce(${Object.values(measures).join(', 0) + coalesce(')}, 0) > 0`
  return { table, span: 'MONTH', columns: COLUMNS, measures, where, ...(detail ? { detail } : {}) }
}

const byMonth = claimLayout(
  'sumas por mes y entidad',
  ofTable(
    'RESCATADOS',
    {
      RESCUED: 's.rescued',
      RESCUED_AGAIN: 's.repeat',
      PRESENTED: 's.presented_by_rescue_table',
      CHANNELLED: 's.to_dif_by_rescue_table',
    },
    { first_time: 's.first_time' },
  ),
  ofTable('PRESENTADOS', { PRESENTED: 's.presented' }),
  ofTable(
    'CANALIZADOS',
    { CHANNELLED: 's.channelled', CHANNELLED_PLACE_UNRECORDED: 's.channelled_place_unrecorded' },
    { adults: 's.channelled_adults', children: 's.channelled_children' },
  ),
  ofTable('RETORNADOS', { RETURNED: 's.returned', DEPORTED: 's.deported', ASSISTED_RETURN: 's.assisted_returns' }),
)

const byPlace = claimLayout('canalizados por lugar y mes', {
  table: 'CANALIZADOS',
  span: 'MONTH_BY_PLACE',
  columns: [
    MONTH,
    STATE,
    telling(PLACE),
    telling(people('people', 'people', 'Personas')),
    people('adults', 'adults'),
    people('children', 'minors'),
  ],
  measures: { CHANNELLED: 's.people' },
  detail: { adults: 's.adults', children: 's.children' },
})

const coverage: FeedLayout = {
  ...byPlace,
  name: 'hasta cuándo llega cada tabla',
  columns: [
    {
      name: 'table_code',
      titles: ['table', 'Tabla'],
      type: 'text',
      read: code(AUTHORITY_TABLES, 'tablas'),
      required: true,
    },
    { name: 'until', titles: ['until', 'Hasta'], type: 'date', read: day, required: true },
  ],
  writes: [
    `insert into oversight.authority_coverage (batch_id, table_code, until)
     select b.id, s.table_code, s.until from staged s, the_batch b`,
  ],
}

export const MONTH_TABLES: readonly FeedLayout[] = [byMonth, byPlace, coverage]
