/** Complaints about children, as the CNDH or the commission of a state sends them: a row for each child of one, sent again as it goes on. */
import { code } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { childOfFact, childOfRow, childUnknown } from '@vigia/kit/intake/join-children'
import { correct, inLines, isNotLate, record, staged } from '@vigia/kit/intake/sql'
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

/** SQL: known complaints under the folio of the row that its sender may mean, of which it means those of `body`. */
const UNDER_ITS_FOLIO = 'x.folio = s.folio and (x.ombuds <> b.source or x.state is null or x.state = b.state)'

const NAMES_NOBODY = 'coalesce(s.acta, s.nue, s.curp) is null'

/**
 * The folio tells whose complaint it is once it is known of one child; a row of another child tells that it is of that one too. The commission
 * of each state numbers for itself: what that of another has under the same folio is another complaint. One before another body than the
 * sender's is that body's, told by somebody else.
 */
const PLACE = `
  insert into placed (line, known, child_id, complaint_id, of_ombuds, of_state, is_of_several)
  select s.line, q.id is not null, ${childOfFact('q.child_id')}, q.id, body.ombuds, body.state, ${NAMES_NOBODY} and all_of.children > 1
  from staged s cross join the_batch b ${childOfRow(IDENTIFIERS)}
  left join lateral (
    select x.ombuds, x.state from representation.complaint x
    where ${UNDER_ITS_FOLIO} order by x.ombuds = b.source desc, x.child_id is not distinct from child.id desc, x.id limit 1) body on true
  left join lateral (
    select count(*) as children, (array_agg(x.id))[1] as id, (array_agg(x.child_id))[1] as child_id from representation.complaint x
    where ${UNDER_ITS_FOLIO} and (x.ombuds, x.state) is not distinct from (body.ombuds, body.state)
      and (${NAMES_NOBODY} or x.child_id = child.id)) all_of on true
  left join lateral (select all_of.id, all_of.child_id where all_of.children = 1) q on true`

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

/** Whose complaint it is was told by whoever told of it first, of whichever child. */
const OF_ITS_SENDER = { ombuds: 'b.source', state: "case b.source when 'CEDH' then b.state end" }
const OF_ITS_OMBUDS = {
  ombuds: `coalesce(p.of_ombuds, ${OF_ITS_SENDER.ombuds})`,
  state: `case when p.of_ombuds is null then ${OF_ITS_SENDER.state} else p.of_state end`,
}

const CHILD = childUnknown(IDENTIFIERS)
const OF_SEVERAL =
  'Esa queja es de varias niñas, niños o adolescentes: diga en cada renglón de quién (ACTA, NUE o CURP), y envíelo otra vez.'

/** A number that is mistyped makes a complaint that of a stranger too. */
const OF_ONE_MORE = `
  select format('Quejas que ya eran de otra niña, niño o adolescente, y se reciben también por quien dice el renglón: %s (%s). Si es la misma persona, retire este lote y corrija sus identificadores.',
    count(*), ${inLines('q.line')}) as notice
  from representation.complaint q
  where q.batch_id = $1 and not exists (select from representation.former_version v where v.entity = 'complaint' and v.entity_id = q.id)
    and exists (select from representation.complaint x
      where x.folio = q.folio and x.id <> q.id and (x.ombuds, x.state) is not distinct from (q.ombuds, q.state)
        and (x.batch_id <> $1 or exists (select from representation.former_version v where v.entity = 'complaint' and v.entity_id = x.id)))
  having count(*) > 0`

export const feed: Feed = {
  service: 'representation',
  name: 'complaints',
  rowsAre: ['representation.complaint'],
  ofOneState: ['CEDH'],
  findings: OF_ONE_MORE,
  layouts: [
    {
      name: 'complaints',
      columns,
      placed: {
        child_id: 'uuid',
        complaint_id: 'uuid',
        of_ombuds: 'text',
        of_state: 'char(2)',
        is_of_several: 'boolean',
      },
      place: [PLACE],
      checks: CHECKS,
      unmatched: { ...CHILD, reason: `case when p.is_of_several then '${OF_SEVERAL}' else ${CHILD.reason} end` },
      key: ['s.folio', 'p.child_id'],
      writes: [
        record('representation.complaint', { folio: 's.folio', child_id: 'p.child_id', ...OF_ITS_OMBUDS, ...FACT }),
        ...correct('representation.complaint', { placed: 'complaint_id' }, FACT, OF_ITS_SENDER),
      ],
    },
  ],
}
