/** Who represents a child, in what quality, and what became of a request for a lawyer of the child's own. */
import { code } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { counselKey } from '@vigia/kit/intake/cells/identifiers'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { staged } from '@vigia/kit/intake/sql'
import {
  COUNSEL_ANSWERS,
  COUNSEL_DENIERS,
  FORUMS,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from '@vigia/law/representation-types'
import { CASE_OF_ROW, CASE_UNKNOWN, FOLIO_COLUMN, FOLIO_OF_STATE } from './case-of-row.ts'
import { KEYS_NAMED_FIRST, KEYS_UNDER_ANOTHER_NAME } from './keys-of-counsel.ts'
import { OF_THE_REPORTED, REPORTED_WHO_REPRESENT, REPRESENTED_BY_THE_REPORTED } from './reported-persons.ts'

const columns: readonly Column[] = [
  FOLIO_COLUMN,
  {
    name: 'quality',
    titles: ['CALIDAD', 'Calidad de la representación', 'Tipo de representación'],
    type: 'text',
    read: code(REPRESENTATION_QUALITIES, 'calidades de representación'),
  },
  {
    name: 'represented_by',
    titles: ['PERSONA U ORGANIZACIÓN', 'Representante', 'Persona', 'Quien representa'],
    type: 'text',
    read: words(200),
  },
  {
    ...{ name: 'counsel_key', titles: ['CÉDULA O CLUNI', 'Cédula profesional', 'CLUNI'], type: 'text' },
    ...{ read: counselKey, isSeldom: true },
  },
  { name: 'forum', titles: ['FORO', 'Ante quién', 'Procedimiento'], type: 'text', read: code(FORUMS, 'foros') },
  { name: 'started_on', titles: ['INICIO', 'Fecha de inicio', 'Desde'], type: 'date', read: pastDay },
  { name: 'ended_on', titles: ['FIN', 'Fecha de fin', 'Hasta', 'Término'], type: 'date', read: pastDay },
  {
    name: 'requested_on',
    titles: ['SOLICITUD DE ABOGADO', 'Solicitud', 'Fecha de solicitud', 'Solicitud de abogado independiente'],
    type: 'date',
    read: pastDay,
  },
  {
    name: 'answer',
    titles: ['RESPUESTA', 'Respuesta a la solicitud'],
    type: 'text',
    read: code(COUNSEL_ANSWERS, 'respuestas'),
  },
  { name: 'answered_on', titles: ['FECHA DE RESPUESTA', 'Fecha respuesta'], type: 'date', read: pastDay },
  {
    name: 'denial_reason',
    titles: ['MOTIVO DE NEGATIVA', 'Motivo', 'Motivo negativa'],
    type: 'text',
    read: words(500),
  },
  {
    ...{ name: 'denied_by', titles: ['QUIÉN NIEGA', 'Quién negó', 'Autoridad que niega'], type: 'text' },
    ...{ read: code(COUNSEL_DENIERS, 'quienes niegan'), isSeldom: true },
  },
  {
    ...{
      name: 'suspension',
      titles: ['SUSPENSIÓN DEL RETORNO', 'Suspensión', 'Suspensión en el amparo'],
      type: 'text',
    },
    ...{ read: code(SUSPENSIONS, 'suspensiones'), isSeldom: true },
  },
  {
    ...{ name: 'suspension_on', titles: ['FECHA DE SUSPENSIÓN', 'Fecha de la suspensión'], type: 'date' },
    ...{ read: pastDay, isSeldom: true },
  },
]

/** A row says something known when it adds no representation and no request. */
const PLACE = `
  insert into placed (line, known, case_id, child_id, mandate_id, request_id)
  select s.line,
    (s.started_on is null or r.id is not null) and (s.requested_on is null or q.id is not null), c.id, c.child_id, r.id, q.id
  from staged s ${CASE_OF_ROW}
  left join lateral (select id from representation.representation x
    where x.case_id = c.id and x.quality = s.quality and x.started_on = s.started_on limit 1) r on true
  left join lateral (select id from representation.counsel_request x
    where x.case_id = c.id and x.requested_on = s.requested_on limit 1) q on true`

const CHECKS = [
  FOLIO_OF_STATE,
  `insert into refusal
   select line, 'INICIO', null, 'El renglón no dice desde cuándo hay representación ni cuándo se pidió abogado.'
   from staged where (quality is null or started_on is null) and requested_on is null`,
  `insert into refusal
   select line, 'CALIDAD', null, 'Hay una fecha de inicio sin la calidad de la representación.'
   from staged where started_on is not null and quality is null`,
  `insert into refusal
   select line, 'CÉDULA O CLUNI', counsel_key, 'La cédula o CLUNI no dice de quién es: falta la persona u organización.'
   from staged where counsel_key is not null and represented_by is null`,
  `insert into refusal
   select line, 'FIN', to_char(ended_on, 'DD/MM/YYYY'), 'El fin es anterior al inicio.'
   from staged where ended_on < started_on`,
  `insert into refusal
   select line, 'FECHA DE RESPUESTA', to_char(answered_on, 'DD/MM/YYYY'), 'La respuesta es anterior a la solicitud.'
   from staged where answered_on < requested_on`,
  `insert into refusal
   select line, 'QUIÉN NIEGA', null, 'Dice quién negó el abogado, y la respuesta no es una negativa.'
   from staged where denied_by is not null and answer is distinct from 'DENIED'`,
  `insert into refusal
   select line, 'FECHA DE SUSPENSIÓN', null, 'La suspensión y su fecha van juntas.'
   from staged where (suspension is null) <> (suspension_on is null)`,
  `insert into refusal
   select line, 'SUSPENSIÓN DEL RETORNO', null, 'Una suspensión es de un amparo: el renglón es de otro foro.'
   from staged where suspension is not null and forum is distinct from 'AMPARO'`,
]

const OF_CASE = { case_id: 'p.case_id', child_id: 'p.child_id' }

export const feed: Feed = {
  service: 'representation',
  name: 'representations',
  rowsAre: ['representation.representation'],
  ofOneState: true,
  conflicts: `${REPRESENTED_BY_THE_REPORTED} union all ${KEYS_UNDER_ANOTHER_NAME} order by line`,
  findings: `(${REPORTED_WHO_REPRESENT}) union all (${KEYS_NAMED_FIRST})`,
  reported: OF_THE_REPORTED,
  layouts: [
    {
      name: 'representations',
      columns,
      placed: { case_id: 'uuid', child_id: 'uuid', mandate_id: 'uuid', request_id: 'uuid' },
      place: [PLACE],
      checks: CHECKS,
      unmatched: CASE_UNKNOWN,
      key: ['p.case_id', 's.quality', 's.started_on', 's.requested_on'],
      writes: [
        ...recordOrCorrect({
          table: 'representation.representation',
          key: ['case_id', 'quality', 'started_on'],
          values: {
            ...OF_CASE,
            ...staged('quality', 'started_on', 'represented_by', 'counsel_key', 'forum', 'ended_on'),
            ...staged('suspension', 'suspension_on'),
          },
          keptWhile: { counsel_key: 'represented_by' },
          where: 's.started_on is not null',
          mayBeKnown: 'exists (select from placed where mandate_id is not null)',
          filled: 'started_on',
        }),
        ...recordOrCorrect({
          table: 'representation.counsel_request',
          key: ['case_id', 'requested_on'],
          values: { ...OF_CASE, ...staged('requested_on', 'answer', 'answered_on', 'denial_reason', 'denied_by') },
          keptWhile: { answered_on: 'answer', denial_reason: 'answer', denied_by: 'answer' },
          where: 's.requested_on is not null',
          mayBeKnown: 'exists (select from placed where request_id is not null)',
          filled: 'requested_on',
        }),
      ],
    },
  ],
}
