/** Supervision visits, by whoever made them: Procuradurías, CNDH. */
import { code } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, isPlaced, record, staged } from '@vigia/kit/intake/sql'
import { AUTHORITIES } from '@vigia/law/authorities'
import { INSPECTION_RESULTS } from '@vigia/law/facility-registry'

const columns: readonly Column[] = [
  {
    name: 'key',
    titles: ['CLAVE DEL LUGAR', 'Clave', 'Clave lugar', 'Clave del centro'],
    type: 'text',
    read: reference,
    required: true,
  },
  {
    name: 'inspected_on',
    titles: ['FECHA', 'Fecha de visita', 'Fecha de supervisión'],
    type: 'date',
    read: pastDay,
    required: true,
  },
  {
    name: 'authority',
    titles: ['AUTORIDAD', 'Autoridad que supervisa', 'Supervisa'],
    type: 'text',
    read: code(AUTHORITIES, 'autoridades'),
    required: true,
  },
  {
    name: 'result',
    titles: ['RESULTADO', 'Resultado de la visita'],
    type: 'text',
    read: code(INSPECTION_RESULTS, 'resultados'),
    required: true,
  },
  {
    name: 'observations',
    titles: ['OBSERVACIONES', 'Observaciones de la visita', 'Hallazgos'],
    type: 'text',
    read: words(2000),
  },
]

const PLACE = `
  insert into placed (line, known, facility_id, inspection_id, told_of)
  select s.line, i.id is not null, place.id, i.id, place.told_of
  from staged s
  left join lateral (
    select case when count(distinct coalesce(x.same_as, x.id)) = 1 then (array_agg(coalesce(x.same_as, x.id)))[1] end as id,
      (array_agg(x.id order by x.id) filter (where x.same_as is not null))[1] as told_of
    from placements.facility x, the_batch b
    where x.key = s.key and (x.state = b.state or b.state is null)) place on true
  left join lateral (select id from placements.inspection x
    where x.facility_id = place.id and x.inspected_on = s.inspected_on and x.authority = s.authority limit 1) i on true`

const TOLD_OF = `
  insert into placements.told_of (fact_id, facility_id)
  select i.id, p.told_of from placed p join staged s using (line)
  join placements.inspection i on i.facility_id = p.facility_id and i.inspected_on = s.inspected_on and i.authority = s.authority
    and ${isPlaced('i.facility_id', 'facility_id', 'told_of is not null')}
  where p.told_of is not null and not p.known on conflict (fact_id) do nothing`

const FOUND = staged('result', 'observations')

export const feed: Feed = {
  service: 'placements',
  name: 'inspections',
  rowsAre: ['placements.inspection'],
  layouts: [
    {
      name: 'inspections',
      columns,
      placed: { facility_id: 'uuid', inspection_id: 'uuid', told_of: 'uuid' },
      place: [PLACE],
      checks: [],
      unmatched: {
        where: 'p.facility_id is null',
        keys: `array['LUGAR:' || s.key]`,
        reason: `case when exists (select from placements.facility x, the_batch b where x.key = s.key and (x.state = b.state or b.state is null))
          then 'Esa clave es de varios lugares del registro.' else 'Ningún lugar del registro, o de la entidad del archivo, tiene esa clave.' end`,
        mayMatch: "exists (select from placements.facility x where 'LUGAR:' || x.key = any (u.keys))",
      },
      key: ['p.facility_id', 's.inspected_on', 's.authority'],
      writes: [
        record('placements.inspection', {
          facility_id: 'p.facility_id',
          ...staged('inspected_on', 'authority'),
          ...FOUND,
        }),
        TOLD_OF,
        ...correct('placements.inspection', { placed: 'inspection_id' }, FOUND),
      ],
    },
  ],
}
