/** COMAR's claims: one row a file, sent again when its situation changes. */
import { code } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { childOfFact, unlessOfAnother } from '@vigia/kit/intake/join-children'
import { correct, isNotLate, isPlaced, record, staged } from '@vigia/kit/intake/sql'
import { ASYLUM_STATUSES, REASONS_FOR_GIVING_UP } from '@vigia/law/asylum'
import { CHILD_OF_ROW, IDENTIFY, NO_SUCH_CHILD, numbersOfTwo } from './children-of-rows.ts'
import { FILE_OF_CLAIM } from './given-numbers.ts'
import { CURP, KEEP_KEYS } from './sealed-cells.ts'

const columns: readonly Column[] = [
  {
    name: 'file_number',
    titles: ['EXPEDIENTE', 'No. de expediente', 'Expediente COMAR', 'Número de expediente'],
    type: 'text',
    read: reference,
    required: true,
  },
  ...CHILD_COLUMNS,
  {
    name: 'filed_on',
    titles: ['FECHA DE SOLICITUD', 'Solicitud', 'Fecha solicitud'],
    type: 'date',
    read: pastDay,
    required: true,
  },
  {
    ...{ name: 'ratified_on', type: 'date', read: pastDay, isSeldom: true },
    titles: ['FECHA DE RATIFICACIÓN', 'Ratificación', 'Ratificación de la solicitud', 'Fecha ratificación'],
  },
  {
    name: 'status',
    titles: ['SITUACIÓN', 'Estatus', 'Situación de la solicitud', 'Estado de la solicitud'],
    type: 'text',
    read: code(ASYLUM_STATUSES, 'situaciones de asilo'),
    required: true,
  },
  {
    name: 'status_on',
    titles: ['FECHA DE SITUACIÓN', 'Fecha situación', 'Fecha del estatus'],
    type: 'date',
    read: pastDay,
  },
  {
    ...{ name: 'notified_on', titles: ['FECHA DE NOTIFICACIÓN', 'Notificación', 'Fecha notificación'], type: 'date' },
    ...{ read: pastDay, isSeldom: true },
  },
  {
    ...{ name: 'ended_for', titles: ['MOTIVO DE DESISTIMIENTO', 'Motivo', 'Motivo de abandono'], type: 'text' },
    ...{ read: code(REASONS_FOR_GIVING_UP, 'motivos de desistimiento'), isSeldom: true },
  },
]

/** The file tells whose claim it is once it is known; a later row need not name the child again. */
const PLACE = `
  insert into placed (line, known, child_id, claim_id)
  select s.line, a.id is not null, ${childOfFact('a.child_id')}, a.id
  from staged s ${CHILD_OF_ROW}
  left join lateral (select id, child_id from children.asylum_claim x where x.file_number = s.file_number limit 1) a on true`

/** SQL: the day of the situation that a claim comes to; of the same one it stays where the row leaves it blank. */
const STATUS_ON = 'coalesce(s.status_on, case when s.status = f.status then f.status_on end)'

const WITH_KNOWN = `from staged s join placed p using (line) cross join the_batch b
  left join children.asylum_claim f on f.id = p.claim_id and ${isPlaced('f.id', 'claim_id')} and ${isNotLate('children.asylum_claim')}`

/** Also one that is known, where the row moves the filing. */
const STATUS_BEFORE = `
  insert into refusal
  select s.line, 'FECHA DE SITUACIÓN', to_char(${STATUS_ON}, 'DD/MM/YYYY'), 'La situación es anterior a la solicitud.'
  ${WITH_KNOWN}
  where ${STATUS_ON} < s.filed_on`

/** Also one that is known, where the row moves the filing. */
const RATIFIED_BEFORE = `
  insert into refusal
  select s.line, 'FECHA DE RATIFICACIÓN', to_char(ratified.day, 'DD/MM/YYYY'), 'La ratificación es anterior a la solicitud.'
  ${WITH_KNOWN}
  cross join lateral (select coalesce(s.ratified_on, f.ratified_on) as day) ratified
  where ratified.day < s.filed_on`

const NOTIFIED_BEFORE = `
  insert into refusal
  select s.line, 'FECHA DE NOTIFICACIÓN', to_char(s.notified_on, 'DD/MM/YYYY'), 'La notificación es anterior a la situación que notifica.'
  ${WITH_KNOWN}
  where s.notified_on < ${STATUS_ON}`

const NOT_GIVEN_UP = `
  insert into refusal
  select line, 'MOTIVO DE DESISTIMIENTO', null, 'Hay un motivo de desistimiento, y la situación no es desistimiento ni abandono.'
  from staged where ended_for is not null and status not in ('WITHDRAWN', 'ABANDONED')`

const FACT = staged('filed_on', 'status', 'status_on')
/** A notice is of a situation: a row without one leaves that of the same situation as it was. */
const NOTICE_KEPT = `case when s.notified_on is not null then s.notified_on
  when s.status = f.status and f.notified_on >= coalesce(${STATUS_ON}, f.notified_on) then f.notified_on end`

/** So is the reason. */
const REASON_KEPT = 'coalesce(s.ended_for, case when s.status = f.status then f.ended_for end)'

const BLANKS = {
  status_on: { told: 's.status_on', kept: STATUS_ON, sameAs: 's.status = f.status' },
  notified_on: { told: 's.notified_on', kept: NOTICE_KEPT, sameAs: 's.status = f.status' },
  ended_for: { told: 's.ended_for', kept: REASON_KEPT, sameAs: 's.status = f.status' },
}

export const feed: Feed = {
  service: 'children',
  name: 'asylum-claims',
  rowsAre: ['children.asylum_claim'],
  layouts: [
    {
      name: 'asylum-claims',
      columns,
      seals: [CURP],
      placed: { child_id: 'uuid', claim_id: 'uuid' },
      place: [PLACE],
      checks: [STATUS_BEFORE, RATIFIED_BEFORE, NOTIFIED_BEFORE, NOT_GIVEN_UP],
      unmatched: unlessOfAnother(NO_SUCH_CHILD, 'claim_id', 'expediente'),
      key: ['s.file_number'],
      waits: numbersOfTwo(),
      writes: [
        record('children.asylum_claim', {
          ...{ child_id: 'p.child_id', file_number: 's.file_number', ...FACT },
          ...staged('ratified_on', 'notified_on', 'ended_for'),
        }),
        ...correct(
          'children.asylum_claim',
          { placed: 'claim_id', blanks: BLANKS },
          {
            ...{ ...FACT, ...staged('ratified_on'), status_on: STATUS_ON },
            ...{ notified_on: NOTICE_KEPT, ended_for: REASON_KEPT },
          },
        ),
        FILE_OF_CLAIM,
        ...IDENTIFY,
        KEEP_KEYS,
      ],
    },
  ],
}
