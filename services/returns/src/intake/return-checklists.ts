/** What was and was not done at a return, item by item, as INM or the CNDH saw it. */
import { whole } from '@vigia/kit/intake/cells/numbers'
import { words } from '@vigia/kit/intake/cells/texts'
import {
  answerAfter,
  answerColumn,
  answerColumns,
  answersAfter,
  answersOf,
  blankAnswers,
} from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, isNotLate, record, staged } from '@vigia/kit/intake/sql'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import {
  BLANK_SHOWN,
  SHOWN_BY_ITEM,
  SHOWN_BY_ITEM_AFTER,
  SHOWN_COLUMNS,
  SHOWN_WITHOUT_ANSWER,
} from './evidence-of-items.ts'
import { DEPARTURE_OF_RETURN, RETURN_FOLIO, returnsOf, STATE_OF_RETURN } from './return-folio.ts'

const STATE = 'coalesce(s.state, (select state from the_batch))'

/** Of several returns of one folio none is meant before its state and year are told. */
const PLACE = `
  insert into placed (line, known, return_id, child_id, checklist_id)
  select s.line, k.id is not null, r.id, r.child_id, k.id
  from staged s cross join the_batch b
  left join lateral (
    select (array_agg(x.id))[1] as id, (array_agg(x.child_id))[1] as child_id
    from ${returnsOf('s.folio', STATE, 's.departed_on')} having count(*) = 1) r on true
  left join lateral (select id from returns.return_checklist x
    where x.return_id = r.id and x.source = b.source limit 1) k on true`

const WHY_NO_RETURN = `case
  when exists (select from ${returnsOf('s.folio', STATE, 's.departed_on')})
  then 'Varios retornos tienen ese folio, cada uno de su entidad y año: falta la ENTIDAD del retorno, o su FECHA DE SALIDA.'
  when ${STATE} is null then 'Ningún retorno del registro tiene ese folio.'
  else 'Ningún retorno de esa entidad tiene ese folio en el registro.' end`

const EVIDENCE: Column = {
  name: 'evidence',
  titles: ['EVIDENCIA', 'Sustento', 'Documentos de respaldo'],
  type: 'text',
  read: words(1000),
  isSeldom: true,
}

const persons = { type: 'int', read: whole(0, 99), isSeldom: true }

/** Of PPNNA or OPI; INM's agents and the National Guard are none of them. */
const ESCORT: readonly Column[] = [
  { name: 'escort_women', titles: ['MUJERES EN LA ESCOLTA', 'Escolta: mujeres'], ...persons },
  { name: 'escort_men', titles: ['HOMBRES EN LA ESCOLTA', 'Escolta: hombres'], ...persons },
]

const FACT = {
  items: answersOf(CHECKLIST_ITEMS),
  ...staged('evidence', 'escort_women', 'escort_men'),
}

const ESCORT_AFTER = answerAfter('SPECIALISED_ESCORT', 'items')
/** How many there were goes with whether there were any. */
const escortAfter = (column: string) =>
  `coalesce(s.${column}, case when ${ESCORT_AFTER} = f.items ->> 'SPECIALISED_ESCORT' then f.${column} end)`

const isOfNobody = (answer: string, women: string, men: string) =>
  `(${answer} = 'YES' and ${women} + ${men} = 0 or ${answer} = 'NO' and coalesce(${women}, 0) + coalesce(${men}, 0) > 0)`
const refusedEscort = (answer: string) => `
  insert into refusal
  select s.line, 'ESCOLTA ESPECIALIZADA', case ${answer} when 'YES' then 'SÍ' else 'NO' end,
    'La respuesta no concuerda con cuántas personas hubo en la escolta.'`

const SAID_ESCORT = `s.${answerColumn('SPECIALISED_ESCORT')}`
const OF_NOBODY = isOfNobody(SAID_ESCORT, 's.escort_women', 's.escort_men')
const ESCORT_OF_NOBODY = `${refusedEscort(SAID_ESCORT)} from staged s where ${OF_NOBODY}`

/** Where the row tells the one, and the other is known. */
const ESCORT_AGAINST_THE_KNOWN = `
  ${refusedEscort(ESCORT_AFTER)}
  from placed p join staged s using (line) join returns.return_checklist f on f.id = p.checklist_id, the_batch b
  where ${isOfNobody(ESCORT_AFTER, escortAfter('escort_women'), escortAfter('escort_men'))} and ${OF_NOBODY} is not true
    and ${isNotLate('returns.return_checklist')}`

const FACT_AFTER = {
  ...FACT,
  items: answersAfter(CHECKLIST_ITEMS, 'items'),
  escort_women: escortAfter('escort_women'),
  escort_men: escortAfter('escort_men'),
  shown_by_item: SHOWN_BY_ITEM_AFTER,
}

const BLANKS = {
  ...blankAnswers(CHECKLIST_ITEMS, 'items'),
  ...BLANK_SHOWN,
  escort_women: { told: 's.escort_women', kept: FACT_AFTER.escort_women },
  escort_men: { told: 's.escort_men', kept: FACT_AFTER.escort_men },
}

export const feed: Feed = {
  service: 'returns',
  name: 'return-checklists',
  rowsAre: ['returns.return_checklist'],
  layouts: [
    {
      name: 'return-checklists',
      columns: [
        RETURN_FOLIO,
        { ...STATE_OF_RETURN, isSeldom: true },
        DEPARTURE_OF_RETURN,
        ...answerColumns(CHECKLIST_ITEMS),
        EVIDENCE,
        ...SHOWN_COLUMNS,
        ...ESCORT,
      ],
      placed: { return_id: 'uuid', child_id: 'uuid', checklist_id: 'uuid' },
      place: [PLACE],
      checks: [ESCORT_OF_NOBODY, ESCORT_AGAINST_THE_KNOWN, SHOWN_WITHOUT_ANSWER],
      unmatched: {
        where: 'p.return_id is null',
        keys: `array['RETORNO:' || s.folio]`,
        reason: WHY_NO_RETURN,
        mayMatch: `(select count(*) from ${returnsOf("u.raw ->> 'folio'", "coalesce(u.raw ->> 'state', b.state)", "(u.raw ->> 'departed_on')::date")}) = 1`,
      },
      key: ['p.return_id'],
      writes: [
        record('returns.return_checklist', {
          return_id: 'p.return_id',
          child_id: 'p.child_id',
          source: 'b.source',
          ...FACT,
          shown_by_item: SHOWN_BY_ITEM,
        }),
        ...correct('returns.return_checklist', { placed: 'checklist_id', blanks: BLANKS }, FACT_AFTER, {
          ...FACT,
          shown_by_item: SHOWN_BY_ITEM,
        }),
      ],
    },
  ],
}
