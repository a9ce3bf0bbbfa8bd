/** Complaints about a child, as the CNDH or the commission of a state sends them: one row a complaint, sent again as it goes on. */
import { code } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { childOfFact, childOfRow, childUnknown, unlessOfAnother } from '@vigia/kit/intake/join-children'
import { correct, isNotLate, record, staged } from '@vigia/kit/intake/sql'
import { AUTHORITIES } from '@vigia/law/authorities'

const IDENTIFIERS = 'representation.identifier_ref'

const dayOn = (name: string, ...titles: [string, ...string[]]): Column => ({
  name,
  titles,
  type: 'date',
  read: pastDay,
})

const columns: readonly Column[] = [
  {
    name: 'folio',
    titles: ['FOLIO DE QUEJA', 'Queja', 'No. de queja', 'Expediente de queja'],
    type: 'text',
    read: reference,
    required: true,
  },
  ...CHILD_COLUMNS,
  {
    name: 'against',
    titles: ['AUTORIDAD SEÑALADA', 'Autoridad señalada como responsable', 'Autoridad responsable'],
    type: 'text',
    read: code(AUTHORITIES, 'autoridades'),
    required: true,
  },
  { ...dayOn('received_on', 'FECHA DE RECEPCIÓN', 'Recepción', 'Fecha de queja'), required: true },
  dayOn('report_asked_on', 'SOLICITUD DE INFORME', 'Fecha de solicitud de informe'),
  dayOn('report_answered_on', 'INFORME RENDIDO', 'Fecha del informe'),
  dayOn('recommended_on', 'RECOMENDACIÓN', 'Fecha de recomendación'),
  dayOn('recommendation_answered_on', 'RESPUESTA A LA RECOMENDACIÓN', 'Fecha de respuesta'),
]

/**
 * The folio tells whose complaint it is once it is known. The commission of each state numbers for itself: what that of another has
 * under the same folio is another complaint. One before another body than the sender's is that body's, told by somebody else.
 */
const PLACE = `
  insert into placed (line, known, child_id, complaint_id)
  select s.line, q.id is not null, ${childOfFact('q.child_id')}, q.id
  from staged s ${childOfRow(IDENTIFIERS)}
  left join lateral (
    select x.id, x.child_id from representation.complaint x, the_batch b
    where x.folio = s.folio and (x.ombuds <> b.source or x.state is null or x.state = b.state)
    order by x.ombuds = b.source desc, x.child_id is not distinct from child.id desc, x.id limit 1) q on true`

/** Each day, and the one that it cannot precede; either may be known, and blank in the row. */
const ORDER: readonly [column: string, title: string, after: string, reason: string][] = [
  ['report_asked_on', 'SOLICITUD DE INFORME', 'received_on', 'El informe se pidió antes de recibir la queja.'],
  ['report_answered_on', 'INFORME RENDIDO', 'report_asked_on', 'El informe es anterior a su solicitud.'],
  ['report_answered_on', 'INFORME RENDIDO', 'received_on', 'El informe es anterior a la queja.'],
  ['recommended_on', 'RECOMENDACIÓN', 'received_on', 'La recomendación es anterior a la queja.'],
  [
    'recommendation_answered_on',
    'RESPUESTA A LA RECOMENDACIÓN',
    'recommended_on',
    'La respuesta es anterior a la recomendación.',
  ],
  ['recommendation_answered_on', 'RESPUESTA A LA RECOMENDACIÓN', 'received_on', 'La respuesta es anterior a la queja.'],
]

const asKnown = (column: string) => `coalesce(s.${column}, f.${column})`

const CHECKS = ORDER.map(
  ([column, title, after, reason]) => `
  insert into refusal
  select s.line, '${title}', to_char(${asKnown(column)}, 'DD/MM/YYYY'), '${reason}'
  from placed p join staged s using (line) cross join the_batch b
  left join representation.complaint f on f.id = p.complaint_id and ${isNotLate('representation.complaint')}
  where ${asKnown(column)} < ${asKnown(after)}`,
)

const FACT = {
  ...staged('against', 'received_on', 'report_asked_on', 'report_answered_on'),
  ...staged('recommended_on', 'recommendation_answered_on'),
}

/** Whose complaint it is was told by whoever told of it first. */
const OF_ITS_OMBUDS = { ombuds: 'b.source', state: "case b.source when 'CEDH' then b.state end" }

export const feed: Feed = {
  service: 'representation',
  name: 'complaints',
  rowsAre: ['representation.complaint'],
  ofOneState: ['CEDH'],
  layouts: [
    {
      name: 'complaints',
      columns,
      placed: { child_id: 'uuid', complaint_id: 'uuid' },
      place: [PLACE],
      checks: CHECKS,
      unmatched: unlessOfAnother(childUnknown(IDENTIFIERS), 'complaint_id', 'folio'),
      key: ['s.folio'],
      writes: [
        record('representation.complaint', { folio: 's.folio', child_id: 'p.child_id', ...OF_ITS_OMBUDS, ...FACT }),
        ...correct('representation.complaint', { placed: 'complaint_id' }, FACT, OF_ITS_OMBUDS),
      ],
    },
  ],
}
