/** The files that the Procuraduría of one state keeps on children. */
import { code, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { pastDay, pastInstant } from '@vigia/kit/intake/cells/days'
import { listOf, orNotYet } from '@vigia/kit/intake/cells/reading'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { childOfFact, childOfRow, childUnknown, unlessOfAnother } from '@vigia/kit/intake/join-children'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { correct, isNotLate, record, staged } from '@vigia/kit/intake/sql'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import { SOLUTIONS } from '@vigia/law/solutions'
import { FOLIO_COLUMN, FOLIO_OF_STATE } from './case-of-row.ts'
import { OF_THE_REPORTED, REPORTED_COLUMN, REPORTED_WHO_REPRESENT, WRITE_REPORTED } from './reported-persons.ts'

const IDENTIFIERS = 'representation.identifier_ref'

const columns: readonly Column[] = [
  FOLIO_COLUMN,
  ...CHILD_COLUMNS,
  {
    name: 'notified_at',
    titles: ['FECHA DE AVISO', 'Aviso', 'Fecha de notificación', 'Fecha aviso'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'opened_at',
    titles: ['FECHA DE APERTURA', 'Apertura', 'Fecha apertura', 'Fecha de inicio'],
    type: 'timestamptz',
    read: pastInstant,
    required: true,
  },
  {
    name: 'status',
    titles: ['ESTADO DEL EXPEDIENTE', 'Estatus', 'Estatus del expediente', 'Situación'],
    type: 'text',
    read: code(CASE_STATUSES, 'estados del expediente'),
    required: true,
  },
  { name: 'closed_at', titles: ['FECHA DE CIERRE', 'Cierre', 'Fecha cierre'], type: 'timestamptz', read: pastInstant },
  {
    name: 'closing_reason',
    titles: ['MOTIVO DE CIERRE', 'Motivo', 'Razón de cierre'],
    type: 'text',
    read: orNotYet(code(CLOSING_REASONS, 'motivos de cierre')),
  },
  {
    name: 'durable_solution',
    titles: ['SOLUCIÓN DURADERA', 'Solución'],
    type: 'text',
    read: code(SOLUTIONS, 'soluciones duraderas'),
  },
  {
    name: 'follow_ups',
    titles: ['FECHAS DE SEGUIMIENTO', 'Seguimientos', 'Seguimiento'],
    type: 'date[]',
    read: listOf(pastDay),
    isSeldom: true,
  },
  { name: 'transition_plan_on', titles: ['PLAN DE TRANSICIÓN'], type: 'date', read: pastDay, isSeldom: true },
  {
    name: 'documents_handed_on',
    titles: ['ENTREGA DE DOCUMENTOS', 'Documentos entregados'],
    type: 'date',
    read: pastDay,
    isSeldom: true,
  },
  {
    ...{ name: 'reunification_agreed_on', type: 'date', read: pastDay, isSeldom: true },
    titles: ['ACUERDO DE REUNIFICACIÓN', 'Fecha del acuerdo de reunificación'],
  },
  REPORTED_COLUMN,
  {
    name: 'consular_contact',
    titles: ['CONTACTO CONSULAR PERMITIDO', 'Se permite contacto consular'],
    type: 'boolean',
    read: yesOrNo,
    isSeldom: true,
  },
  {
    name: 'consular_contact_on',
    titles: ['FECHA DEL ACUERDO CONSULAR', 'Fecha de acuerdo de contacto consular'],
    type: 'date',
    read: pastDay,
    isSeldom: true,
  },
]

/** The folio tells whose file it is once it is known; a later row need not name the child again. */
const PLACE = `
  insert into placed (line, known, child_id, case_id)
  select s.line, c.id is not null, ${childOfFact('c.child_id')}, c.id
  from staged s ${childOfRow(IDENTIFIERS)}
  left join lateral (select id, child_id from representation.protection_case x where x.folio = s.folio limit 1) c on true`

/** SQL for a column of the closing: it stays where the row leaves it blank, until the row says that the file is in another state. */
const ofTheClosing = (column: string) => `coalesce(s.${column}, case when s.status = f.status then f.${column} end)`

/** A file that goes on has no closing; which of the two cells is wrong the sender knows. */
const CLOSED_AND_OPEN = `
  insert into refusal
  select line, 'FECHA DE CIERRE', to_char(closed_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'Trae fecha de cierre, y el expediente sigue abierto.'
  from staged where closed_at is not null and status in ('OPEN', 'IN_FOLLOW_UP')`

/** Also one that is known, where the row moves the opening. */
const CLOSED_BEFORE = `
  insert into refusal
  select s.line, 'FECHA DE CIERRE', to_char(closed.at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'El cierre es anterior a la apertura.'
  from staged s join placed p using (line) cross join the_batch b
  left join representation.protection_case f on f.id = p.case_id and ${isNotLate('representation.protection_case')}
  cross join lateral (select ${ofTheClosing('closed_at')} as at) closed
  where closed.at < s.opened_at`

/** Also one that is known, where the row moves the opening. */
const AGREED_BEFORE = `
  insert into refusal
  select s.line, 'ACUERDO DE REUNIFICACIÓN', to_char(agreed.day, 'DD/MM/YYYY'), 'El acuerdo de reunificación es anterior a la apertura.'
  from staged s join placed p using (line) left join representation.protection_case f on f.id = p.case_id
  cross join lateral (select coalesce(s.reunification_agreed_on, f.reunification_agreed_on) as day) agreed
  where agreed.day < outbox.mx_date(s.opened_at)`

const OPENED_AFTER_ITS_PLAN = `
  insert into refusal
  select distinct on (s.line) s.line, 'FECHA DE APERTURA', to_char(s.opened_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La apertura es posterior a un plan de restitución del mismo expediente.'
  from staged s join placed p using (line) join representation.restitution_plan r on r.case_id = p.case_id
  where r.issued_on < outbox.mx_date(s.opened_at)`

const CONSULATE_WITHOUT_A_DAY = `
  insert into refusal
  select line, 'FECHA DEL ACUERDO CONSULAR',
    coalesce(to_char(consular_contact_on, 'DD/MM/YYYY'), case when consular_contact then 'SÍ' else 'NO' end), 'El acuerdo sobre el contacto consular y su fecha van juntos.'
  from staged where (consular_contact is null) <> (consular_contact_on is null)`

const FACT = staged('notified_at', 'opened_at', 'status', 'closed_at', 'closing_reason', 'durable_solution')

const SELDOM = staged(
  ...[
    'transition_plan_on',
    'documents_handed_on',
    'reunification_agreed_on',
    'consular_contact',
    'consular_contact_on',
  ],
)
const FACT_AFTER = {
  ...FACT,
  ...SELDOM,
  closed_at: ofTheClosing('closed_at'),
  closing_reason: ofTheClosing('closing_reason'),
}

const BLANKS = {
  closed_at: { told: 's.closed_at', kept: FACT_AFTER.closed_at, sameAs: 's.status = f.status' },
  closing_reason: { told: 's.closing_reason', kept: FACT_AFTER.closing_reason, sameAs: 's.status = f.status' },
}

const FOLLOW_UPS = recordOrCorrect({
  table: 'representation.follow_up',
  key: ['case_id', 'followed_on'],
  values: { case_id: 'c.id', followed_on: 'visit.day', child_id: 'c.child_id' },
  where: 'c.folio = s.folio',
  filled: 'follow_ups',
  from: ', representation.protection_case c, unnest(s.follow_ups) as visit(day)',
})

export const feed: Feed = {
  service: 'representation',
  name: 'protection-cases',
  rowsAre: ['representation.protection_case'],
  ofOneState: true,
  findings: REPORTED_WHO_REPRESENT,
  reported: OF_THE_REPORTED,
  layouts: [
    {
      name: 'protection-cases',
      columns,
      placed: { child_id: 'uuid', case_id: 'uuid' },
      place: [PLACE],
      checks: [
        FOLIO_OF_STATE,
        CLOSED_AND_OPEN,
        CLOSED_BEFORE,
        AGREED_BEFORE,
        OPENED_AFTER_ITS_PLAN,
        CONSULATE_WITHOUT_A_DAY,
      ],
      unmatched: unlessOfAnother(childUnknown(IDENTIFIERS), 'case_id', 'folio'),
      key: ['s.folio'],
      writes: [
        record('representation.protection_case', {
          folio: 's.folio',
          child_id: 'p.child_id',
          state: 'b.state',
          ...FACT,
          ...SELDOM,
        }),
        ...correct('representation.protection_case', { placed: 'case_id', blanks: BLANKS }, FACT_AFTER),
        ...FOLLOW_UPS,
        ...WRITE_REPORTED,
      ],
    },
  ],
}
