/** What was and was not done at a return, item by item, as INM or the CNDH saw it. */
import { words } from '@vigia/kit/intake/cells/texts'
import { answerColumns } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { answersOf, correct, record } from '@vigia/kit/intake/sql'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
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

const FACT = { items: answersOf(CHECKLIST_ITEMS), evidence: 's.evidence' }

export const feed: Feed = {
  service: 'returns',
  name: 'return-checklists',
  layouts: [
    {
      name: 'return-checklists',
      columns: [RETURN_FOLIO, ...answerColumns(CHECKLIST_ITEMS), EVIDENCE],
      placed: { return_id: 'uuid', child_id: 'uuid', checklist_id: 'uuid' },
      place: [PLACE],
      checks: [],
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
        }),
        ...correct('returns.return_checklist', 'f.id = p.checklist_id', FACT),
      ],
    },
  ],
}
