/** INM's returns: the day a return is planned for, and the act by which a child left Mexico or was moved. */
import { code, country } from '@vigia/kit/intake/cells/codes'
import { day, pastInstant } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { words } from '@vigia/kit/intake/cells/texts'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { childOfFact, childOfRow, childUnknown } from '@vigia/kit/intake/join-children'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { correct, record, staged } from '@vigia/kit/intake/sql'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { BEFORE_ITS_FIND, TWICE_ON_A_DAY } from './odd-departures.ts'
import { ofAnotherChild, PLAN_OF_ROW, RETURN_FOLIO, RETURN_OF_ROW, STATE_OF_RETURN } from './return-folio.ts'

const IDENTIFIERS = 'returns.identifier_ref'

const columns: readonly Column[] = [
  RETURN_FOLIO,
  ...CHILD_COLUMNS,
  { ...STATE_OF_RETURN, required: true },
  {
    name: 'planned_on',
    titles: ['FECHA PROGRAMADA', 'Programada', 'Fecha programada de retorno'],
    type: 'date',
    read: day,
  },
  {
    name: 'departed_at',
    titles: ['FECHA Y HORA DE SALIDA', 'Salida', 'Fecha de salida', 'Fecha de retorno'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'return_type',
    titles: ['TIPO DE RETORNO', 'Tipo', 'Evento'],
    type: 'text',
    read: code(RETURN_TYPES, 'tipos de retorno'),
    required: true,
  },
  {
    name: 'destination',
    titles: ['PAÍS DE DESTINO', 'Destino', 'País destino'],
    type: 'char(3)',
    read: country,
    required: true,
  },
  { name: 'mode', titles: ['MODO', 'Medio', 'Medio de transporte'], type: 'text', read: code(RETURN_MODES, 'modos') },
  {
    name: 'exit_point',
    titles: ['PUNTO DE SALIDA', 'Lugar de salida', 'Punto de internación'],
    type: 'text',
    read: words(200),
  },
  {
    name: 'receiving_authority',
    titles: ['AUTORIDAD RECEPTORA', 'Recibe', 'Autoridad que recibe'],
    type: 'text',
    read: words(200),
  },
  {
    name: 'received_by',
    titles: ['PERSONA QUE RECIBE', 'Parentesco de quien recibe', 'Vínculo de quien recibe'],
    type: 'text',
    read: code(FAMILY_TIES, 'vínculos'),
    isSeldom: true,
  },
  {
    name: 'determination_number',
    titles: ['NÚMERO DE BID', 'BID', 'No. de BID', 'Número de determinación'],
    type: 'text',
    read: reference,
  },
  {
    ...{ name: 'plan_folio', type: 'text', read: reference, isSeldom: true },
    titles: ['FOLIO DEL PLAN', 'Plan de restitución', 'No. de plan'],
  },
]

/** A row says something known when it adds neither a departure nor, without one, a plan. */
const PLACE = `
  insert into placed (line, known, child_id, return_id, plan_id)
  select s.line, case when s.departed_at is null then pl.id is not null else r.id is not null end,
    ${childOfFact('r.child_id', 'pl.child_id')}, r.id, pl.id
  from staged s ${childOfRow(IDENTIFIERS)}
  ${RETURN_OF_ROW} ${PLAN_OF_ROW}`

const CHILD = childUnknown(IDENTIFIERS)

const NOT_A_DAY = `
  insert into refusal
  select line, 'FECHA Y HORA DE SALIDA', null, 'El renglón no trae fecha programada ni fecha de salida.'
  from staged where planned_on is null and departed_at is null`

const ACT = staged('state', 'return_type', 'destination')
const DEPARTURE = {
  ...ACT,
  ...staged(
    'departed_at',
    'mode',
    'exit_point',
    'receiving_authority',
    'received_by',
    'determination_number',
    'plan_folio',
  ),
}

export const feed: Feed = {
  service: 'returns',
  name: 'executed-returns',
  rowsAre: ['returns.return_plan', 'returns.executed_return'],
  findings: `(${BEFORE_ITS_FIND}) union all (${TWICE_ON_A_DAY})`,
  layouts: [
    {
      name: 'executed-returns',
      columns,
      placed: { child_id: 'uuid', return_id: 'uuid', plan_id: 'uuid' },
      place: [PLACE],
      checks: [NOT_A_DAY],
      unmatched: { ...CHILD, reason: ofAnotherChild(CHILD.reason) },
      key: ['s.folio'],
      readBack: [
        { table: 'returns.executed_return', placed: 'return_id' },
        { table: 'returns.return_plan', placed: 'plan_id' },
      ],
      writes: [
        ...recordOrCorrect({
          table: 'returns.return_plan',
          key: ['folio', 'child_id'],
          values: { folio: 's.folio', child_id: 'p.child_id', ...ACT, planned_on: 's.planned_on' },
          where: 's.planned_on is not null',
          mayBeKnown: 'exists (select from placed where plan_id is not null)',
          filled: 'planned_on',
        }),
        record(
          'returns.executed_return',
          { folio: 's.folio', child_id: 'p.child_id', ...DEPARTURE },
          's.departed_at is not null and p.return_id is null',
        ),
        ...correct('returns.executed_return', { placed: 'return_id', where: 's.departed_at is not null' }, DEPARTURE),
      ],
    },
  ],
}
