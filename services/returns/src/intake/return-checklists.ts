/** What was and was not done at a return, item by item, as INM or the CNDH saw it. */
import { whole } from '@vigia/kit/intake/cells/numbers'
import { words } from '@vigia/kit/intake/cells/texts'
import { answerColumn, answerColumns, answersOf } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, record, staged } from '@vigia/kit/intake/sql'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { SHOWN_BY_ITEM, SHOWN_BY_ITEM_AFTER, SHOWN_COLUMNS, SHOWN_WITHOUT_ANSWER } from './evidence-of-items.ts'
import { RETURN_FOLIO } from './return-folio.ts'

const PLACE = `
  insert into placed (line, known, return_id, child_id, checklist_id)
  select s.line, k.id is not null, r.id, r.child_id, k.id
  from staged s cross join the_batch b
  left join lateral (select id, child_id from returns.executed_return x where x.folio = s.folio limit 1) r on true
  left join lateral (select id from returns.return_checklist x
    where x.return_id = r.id and x.source = b.source limit 1) k on true`

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

const HAD_ESCORT = `s.${answerColumn('SPECIALISED_ESCORT')}`

const ESCORT_OF_NOBODY = `
  insert into refusal
  select s.line, 'ESCOLTA ESPECIALIZADA', case ${HAD_ESCORT} when 'YES' then 'SÍ' else 'NO' end,
    'La respuesta no concuerda con cuántas personas hubo en la escolta.'
  from staged s
  where ${HAD_ESCORT} = 'YES' and s.escort_women + s.escort_men = 0
    or ${HAD_ESCORT} = 'NO' and coalesce(s.escort_women, 0) + coalesce(s.escort_men, 0) > 0`

const FACT = {
  items: answersOf(CHECKLIST_ITEMS),
  ...staged('evidence', 'escort_women', 'escort_men'),
}

export const feed: Feed = {
  service: 'returns',
  name: 'return-checklists',
  layouts: [
    {
      name: 'return-checklists',
      columns: [RETURN_FOLIO, ...answerColumns(CHECKLIST_ITEMS), EVIDENCE, ...SHOWN_COLUMNS, ...ESCORT],
      placed: { return_id: 'uuid', child_id: 'uuid', checklist_id: 'uuid' },
      place: [PLACE],
      checks: [ESCORT_OF_NOBODY, SHOWN_WITHOUT_ANSWER],
      unmatched: {
        where: 'p.return_id is null',
        keys: `array['RETORNO:' || s.folio]`,
        reason: `'Ningún retorno del registro tiene ese folio.'`,
        mayMatch: `exists (select from unnest(u.keys) k join returns.executed_return x on x.folio = split_part(k, ':', 2))`,
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
        ...correct(
          'returns.return_checklist',
          { placed: 'checklist_id' },
          { ...FACT, shown_by_item: SHOWN_BY_ITEM_AFTER },
          { ...FACT, shown_by_item: SHOWN_BY_ITEM },
        ),
      ],
    },
  ],
}
