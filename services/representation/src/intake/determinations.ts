/** Best-interests determinations of a Procuraduría, with what was heeded, and the restitution plan that follows. */
import { code } from '@vigia/kit/intake/cells/codes'
import { LAST_OF_DAY, pastDay, pastInstant, pastInstantAtLatest } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { listOf } from '@vigia/kit/intake/cells/reading'
import { words } from '@vigia/kit/intake/cells/texts'
import { answerColumns, answersAfter, answersOf, blankAnswers } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { correct, inLines, isNotLate, record, staged } from '@vigia/kit/intake/sql'
import { type Step, whereFilled } from '@vigia/kit/intake/step'
import { AUTHORITIES } from '@vigia/law/authorities'
import { DETERMINATION_OUTCOMES, GUARANTEES } from '@vigia/law/determinations'
import { RIGHTS } from '@vigia/law/rights'
import { CASE_OF_ROW, CASE_UNKNOWN, FOLIO_COLUMN, FOLIO_OF_STATE } from './case-of-row.ts'
import { BLANK_DAYS, DAY_CHECKS, DAY_COLUMNS, GUARANTEED_ON, GUARANTEED_ON_AFTER } from './days-of-guarantees.ts'
import { decidedStatus, UNDECIDED_SINCE_BEFORE } from './decided.ts'
import { measures, measureText } from './measures.ts'

const columns: readonly Column[] = [
  FOLIO_COLUMN,
  {
    name: 'number',
    titles: ['NÚMERO', 'No.', 'Número de determinación', 'No. de BID', 'Número de BID'],
    type: 'text',
    read: reference,
    required: true,
  },
  {
    name: 'decided_at',
    titles: ['FECHA', 'Fecha de la determinación', 'Fecha de determinación', 'Fecha y hora'],
    type: 'timestamptz',
    read: pastInstantAtLatest,
    required: true,
  },
  {
    name: 'outcome',
    titles: ['RESULTADO', 'Sentido', 'Resultado de la determinación'],
    type: 'text',
    read: code(DETERMINATION_OUTCOMES, 'resultados de la determinación'),
    required: true,
  },
  {
    name: 'authority',
    titles: ['AUTORIDAD', 'Autoridad que determina', 'Emite'],
    type: 'text',
    read: code(AUTHORITIES, 'autoridades'),
    required: true,
  },
  ...answerColumns(GUARANTEES),
  ...DAY_COLUMNS,
  {
    name: 'opened_at',
    titles: ['INICIO DE LA BID', 'Fecha de inicio de la BID'],
    type: 'timestamptz',
    read: pastInstant,
    isSeldom: true,
  },
  {
    name: 'status',
    titles: ['ESTADO DE LA BID', 'Estatus de la BID'],
    type: 'text',
    read: decidedStatus,
    isSeldom: true,
  },
  {
    ...{ name: 'violated_rights', type: 'text[]', read: listOf(code(RIGHTS, 'derechos')), isSeldom: true },
    titles: ['DERECHOS VULNERADOS', 'Derechos vulnerados o restringidos', 'Derechos afectados'],
  },
  {
    ...{ name: 'factors', type: 'text', read: words(2000), isSeldom: true },
    titles: ['FACTORES DE LA BID', 'Factores valorados', 'Factores considerados'],
  },
  { name: 'reviewer', titles: ['QUIEN REVISA', 'Revisor', 'Revisora'], type: 'text', read: words(200), isSeldom: true },
  { name: 'plan_folio', titles: ['FOLIO DEL PLAN', 'Plan', 'Folio plan'], type: 'text', read: reference },
  { name: 'plan_on', titles: ['FECHA DEL PLAN', 'Fecha plan'], type: 'date', read: pastDay },
  {
    name: 'plan_measures',
    titles: ['MEDIDAS DEL PLAN', 'Medidas', 'Medidas del plan de restitución'],
    type: 'text[]',
    read: listOf(measureText),
    also: [{ name: 'measures_read', type: 'jsonb', read: measures }],
  },
]

/**
 * Each Procuraduría numbers for itself: of another state's file the same number is another determination, and another plan. As a join the
 * planner, to whom the tables of a file are new, read all files of the state for each row.
 */
const OF_THIS_STATE =
  '(select o.state from representation.protection_case o where o.id = x.case_id) = (select state from the_batch)'

const PLACE = `
  insert into placed (line, known, case_id, child_id, determination_id)
  select s.line, d.id is not null, c.id, c.child_id, d.id
  from staged s ${CASE_OF_ROW}
  left join lateral (select x.id from representation.determination x where x.number = s.number and ${OF_THIS_STATE} limit 1) d on true`

/** As its number does, the folio of a plan names one file: a plan does not go over to another by a folio that is given twice. */
const PLAN_OF_ANOTHER = `
  insert into refusal
  select line, 'FOLIO DEL PLAN', plan_folio, 'Ese folio de plan ya es de otro expediente.'
  from (
    select s.line, s.plan_folio, p.case_id, coalesce(r.case_id, first_value(p.case_id) over (partition by s.plan_folio order by s.line)) as known
    from placed p join staged s using (line)
    left join lateral (select x.case_id from representation.restitution_plan x where x.folio = s.plan_folio and ${OF_THIS_STATE} limit 1) r on true
    where s.plan_folio is not null and p.case_id is not null) n
  where case_id <> known`

const CHECKS: readonly Step[] = [
  FOLIO_OF_STATE,
  UNDECIDED_SINCE_BEFORE,
  whereFilled('plan_folio', PLAN_OF_ANOTHER),
  `insert into refusal
   select s.line, 'NÚMERO', s.number, 'Ese número de determinación ya es de otro expediente. Si cada año empieza de 1, envíelo con su año (1/2027), también en los retornos.'
   from staged s join placed p using (line) join representation.determination d on d.id = p.determination_id
   where d.case_id <> p.case_id`,
  `insert into refusal
   select line, 'INICIO DE LA BID', to_char(opened_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
     'El inicio es posterior a la determinación.'
   from staged where opened_at > decided_at`,
  `insert into refusal
   select s.line, 'FECHA', to_char(s.decided_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
     'La determinación es anterior al inicio que se conoce: '
       || to_char(f.opened_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI') || '.'
   from placed p join staged s using (line) join representation.determination f on f.id = p.determination_id, the_batch b
   where s.opened_at is null and s.decided_at < f.opened_at and ${isNotLate('representation.determination')}`,
  ...DAY_CHECKS,
  `insert into refusal
   select line, 'FECHA DEL PLAN', null, 'El plan de restitución no trae su fecha.'
   from staged where plan_folio is not null and plan_on is null`,
  `insert into refusal
   select s.line, 'FECHA DEL PLAN', to_char(s.plan_on, 'DD/MM/YYYY'), 'El plan es anterior a la apertura del expediente.'
   from staged s join placed p using (line) join representation.protection_case c on c.id = p.case_id
   where s.plan_folio is not null and s.plan_on < outbox.mx_date(c.opened_at)`,
]

/** Whoever wants a determination to count on the day of departure has to send its hour. */
const WITHOUT_HOUR = `
  select format('Determinaciones sin hora: %s. Cuentan al final de su día, después de un retorno de ese mismo día.', count(*)) as notice
  from representation.determination
  where batch_id = $1 and to_char(decided_at at time zone 'America/Mexico_City', 'HH24:MI:SS.MS') = '${LAST_OF_DAY}'
  having count(*) > 0`

/** A year mistyped so makes a return one that a determination came before. Nobody but the sender knows which of the two days is wrong. */
const BEFORE_ITS_FILE = `
  select format('Dudoso, y se recibe como viene: la determinación es anterior a la apertura de su expediente: %s (%s). Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), ${inLines('d.line')}) as notice
  from representation.determination d join representation.protection_case c on c.id = d.case_id
  where d.batch_id = $1 and outbox.mx_date(d.decided_at) < outbox.mx_date(c.opened_at)
  having count(*) > 0`

const OF_CASE = { case_id: 'p.case_id', child_id: 'p.child_id' }
const FACT = { ...staged('decided_at', 'outcome', 'authority'), guarantees: answersOf(GUARANTEES) }

const FACT_FIRST = {
  ...FACT,
  ...staged('opened_at', 'status', 'reviewer', 'factors'),
  violated_rights: "coalesce(s.violated_rights, '{}')",
  guaranteed_on: GUARANTEED_ON,
}

const FACT_AGAIN = {
  ...FACT,
  ...staged('opened_at', 'status', 'reviewer', 'factors', 'violated_rights'),
  guarantees: answersAfter(GUARANTEES, 'guarantees'),
  guaranteed_on: GUARANTEED_ON_AFTER,
}

const PLAN_OF_ROW = 'r.folio = s.plan_folio and r.case_id = p.case_id'

const BLANKS = {
  ...{ ...blankAnswers(GUARANTEES, 'guarantees'), ...BLANK_DAYS },
  violated_rights: { told: 's.violated_rights', kept: "nullif(f.violated_rights, '{}')" },
}

/** What a later file leaves blank was not taken back by it: nor are the measures of a plan. */
const MEASURES_KEPT = `coalesce(s.plan_measures,
  (select r.measures from representation.restitution_plan r where ${PLAN_OF_ROW}), '{}')`

const MEASURES = recordOrCorrect({
  table: 'representation.plan_measure',
  key: ['plan_id', 'entry'],
  values: {
    plan_id: 'r.id',
    child_id: 'r.child_id',
    entry: 'm.entry',
    right_restored: 'm."right"',
    ...{ measure: 'm.measure', institution: 'm.institution', due_on: 'm.due_on', fulfilled_on: 'm.fulfilled_on' },
  },
  where: PLAN_OF_ROW,
  filled: 'plan_folio',
  from: `, representation.restitution_plan r, jsonb_to_recordset(s.measures_read)
    as m(entry text, "right" text, measure text, institution text, due_on date, fulfilled_on date)`,
})

export const feed: Feed = {
  service: 'representation',
  name: 'determinations',
  rowsAre: ['representation.determination'],
  ofOneState: true,
  findings: `(${WITHOUT_HOUR}) union all (${BEFORE_ITS_FILE})`,
  layouts: [
    {
      name: 'determinations',
      columns,
      placed: { case_id: 'uuid', child_id: 'uuid', determination_id: 'uuid' },
      place: [PLACE],
      checks: CHECKS,
      unmatched: CASE_UNKNOWN,
      key: ['s.number'],
      writes: [
        record('representation.determination', { ...OF_CASE, number: 's.number', ...FACT_FIRST }),
        ...correct(
          'representation.determination',
          { placed: 'determination_id', blanks: BLANKS },
          FACT_AGAIN,
          FACT_FIRST,
        ),
        ...recordOrCorrect({
          table: 'representation.restitution_plan',
          key: ['folio', 'case_id'],
          values: {
            folio: 's.plan_folio',
            ...OF_CASE,
            issued_on: 's.plan_on',
            measures: MEASURES_KEPT,
          },
          where: 's.plan_folio is not null',
          blanks: { measures: { told: 's.plan_measures', kept: "nullif(f.measures, '{}')" } },
        }),
        ...MEASURES,
      ],
    },
  ],
}
