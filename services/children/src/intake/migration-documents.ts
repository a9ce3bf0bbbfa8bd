/** INM's migration documents: one row a document of a child, sent again when its state changes. */
import { code, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { day, pastDay } from '@vigia/kit/intake/cells/days'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, record, staged } from '@vigia/kit/intake/sql'
import { codesOf } from '@vigia/law/code-list'
import {
  CURP_ASSIGNMENTS,
  DOCUMENT_HOLDERS,
  DOCUMENT_STATUSES,
  isRetained,
  MIGRATION_DOCUMENTS,
} from '@vigia/law/migration-documents'
import { CHILD_OF_ROW, IDENTIFY, NO_SUCH_CHILD, numbersOfTwo } from './children-of-rows.ts'
import { DAYS_OF_A_DOCUMENT } from './days-of-documents.ts'
import { CURP_OF_DOCUMENTS } from './given-numbers.ts'
import { CURP, KEEP_KEYS } from './sealed-cells.ts'
import { BOUND_ELSEWHERE, IS_BOUND, IS_BOUND_AFTER, territory, VALID_IN_AFTER } from './territory.ts'

const columns: readonly Column[] = [
  ...CHILD_COLUMNS,
  {
    name: 'document',
    titles: ['DOCUMENTO', 'Tipo de documento', 'Condición de estancia'],
    type: 'text',
    read: code(MIGRATION_DOCUMENTS, 'documentos migratorios'),
    required: true,
  },
  {
    name: 'status',
    titles: ['ESTADO DEL DOCUMENTO', 'Estatus del documento', 'Situación del documento'],
    type: 'text',
    read: code(DOCUMENT_STATUSES, 'estados del documento'),
    required: true,
  },
  { name: 'granted_on', titles: ['FECHA DE OTORGAMIENTO', 'Otorgamiento'], type: 'date', read: pastDay },
  { name: 'issued_on', titles: ['FECHA DE EXPEDICIÓN', 'Expedición'], type: 'date', read: pastDay },
  { name: 'expires_on', titles: ['VIGENCIA', 'Vence', 'Fecha de vencimiento'], type: 'date', read: day },
  {
    name: 'holder',
    titles: ['TENENCIA', 'Quién lo tiene', 'Tenencia de la tarjeta'],
    type: 'text',
    read: code(DOCUMENT_HOLDERS, 'tenencias'),
  },
  {
    name: 'retained_on',
    titles: ['RETENIDA DESDE', 'Fecha de retención', 'Retención'],
    type: 'date',
    read: pastDay,
    isSeldom: true,
  },
  {
    name: 'geographic_restriction',
    titles: ['RESTRICCIÓN GEOGRÁFICA', 'Restricción', 'Con restricción geográfica'],
    type: 'boolean',
    read: yesOrNo,
  },
  {
    ...{ name: 'valid_in', type: 'char(2)[]', read: territory, isSeldom: true },
    titles: ['TERRITORIO', 'Territorio de validez', 'Entidades de validez', 'Válido en'],
  },
  {
    name: 'curp_assigned',
    titles: ['CURP ASIGNADA', 'Tipo de CURP', 'Asignación de CURP'],
    type: 'text',
    read: code(CURP_ASSIGNMENTS, 'asignaciones de CURP'),
  },
]

/** The same document is the one granted on the same day, or one of which either side does not know the day yet. */
const PLACE = `
  insert into placed (line, known, child_id, document_id)
  select s.line, m.id is not null, child.id, m.id
  from staged s ${CHILD_OF_ROW}
  left join lateral (
    select id from children.migration_document x
    where x.child_id = child.id and x.document = s.document
      and (x.granted_on = s.granted_on or x.granted_on is null or s.granted_on is null)
    order by x.granted_on is not distinct from s.granted_on desc, x.recorded_at desc, x.id limit 1) m on true`

/** What the document comes to by the row; a card that is issued anew is not known to end when the one before it did. */
const ISSUED = 'coalesce(s.issued_on, f.issued_on)'
const EXPIRES = `coalesce(s.expires_on, case when ${ISSUED} is not distinct from f.issued_on then f.expires_on end)`

const HELD_BY_AN_AUTHORITY = codesOf(DOCUMENT_HOLDERS)
  .filter(isRetained)
  .map((holder) => `'${holder}'`)
  .join(', ')
const isRetainedBy = (holder: string) => `${holder} in (${HELD_BY_AN_AUTHORITY})`
const IS_RETAINED = isRetainedBy('s.holder')
const IS_RETAINED_AFTER = isRetainedBy('coalesce(s.holder, f.holder)')
const WAS_BOUND = `(${isRetainedBy('f.holder')} or f.geographic_restriction)`

const RETAINED_BY_NOBODY = `
  insert into refusal
  select line, 'RETENIDA DESDE', to_char(retained_on, 'DD/MM/YYYY'), 'Ninguna autoridad tiene la tarjeta, según la tenencia.'
  from staged s where retained_on is not null and (${IS_RETAINED}) is not true`

const AS_TOLD = staged('document', 'status', 'granted_on', 'issued_on', 'expires_on', 'holder', 'curp_assigned')
const FACT = {
  ...{ ...AS_TOLD, ...staged('retained_on'), geographic_restriction: IS_BOUND, valid_in: "coalesce(s.valid_in, '{}')" },
  bound_told_at: `case when ${IS_RETAINED} or ${IS_BOUND} then b.taken_at end`,
  expired_told_at: "case when s.status = 'EXPIRED' then b.taken_at end",
}
/** Of when it was told first, what a later file says again changes nothing. */
const CHANGED = {
  ...{ ...AS_TOLD, expires_on: EXPIRES, geographic_restriction: IS_BOUND_AFTER, valid_in: VALID_IN_AFTER },
  retained_on: `case when ${IS_RETAINED_AFTER} then coalesce(s.retained_on, f.retained_on) end`,
  bound_told_at: `case when ${IS_RETAINED_AFTER} or ${IS_BOUND_AFTER}
    then case when ${WAS_BOUND} then f.bound_told_at else b.taken_at end end`,
  expired_told_at: `case when s.status = 'EXPIRED'
    then case when f.status = 'EXPIRED' then coalesce(f.expired_told_at, f.recorded_at) else b.taken_at end end`,
}

const BLANKS = {
  expires_on: { told: 's.expires_on', kept: EXPIRES, sameAs: '(s.issued_on <> f.issued_on) is not true' },
  retained_on: { told: 's.retained_on', kept: CHANGED.retained_on, sameAs: '(s.holder <> f.holder) is not true' },
  valid_in: { told: 's.valid_in', kept: `nullif(${CHANGED.valid_in}, '{}')` },
  geographic_restriction: { told: IS_BOUND, kept: CHANGED.geographic_restriction },
  bound_told_at: { told: `coalesce(s.holder, (${IS_BOUND})::text)`, kept: CHANGED.bound_told_at },
}

export const feed: Feed = {
  service: 'children',
  name: 'migration-documents',
  rowsAre: ['children.migration_document'],
  layouts: [
    {
      name: 'migration-documents',
      columns,
      seals: [CURP],
      placed: { child_id: 'uuid', document_id: 'uuid' },
      place: [PLACE],
      checks: [...DAYS_OF_A_DOCUMENT, BOUND_ELSEWHERE, RETAINED_BY_NOBODY],
      unmatched: NO_SUCH_CHILD,
      key: ['p.child_id', 's.document'],
      waits: numbersOfTwo(),
      writes: [
        record('children.migration_document', { child_id: 'p.child_id', ...FACT }),
        ...correct('children.migration_document', { placed: 'document_id', blanks: BLANKS }, CHANGED, FACT),
        CURP_OF_DOCUMENTS,
        ...IDENTIFY,
        KEEP_KEYS,
      ],
    },
  ],
}
