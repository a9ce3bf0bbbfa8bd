/** What a service keeps of the children: who they are as far as counting needs, whose number is whose, which states may know. */
import type { PoolClient } from 'pg'
import { bringUpToDate, type Picture } from './picture.ts'
import type { ServiceName } from './service.ts'

/** Applies the events with `after < seq <= upto`. Gives the children of whom something that counts has changed. */
export async function keepChildren(
  client: PoolClient,
  service: ServiceName,
  after: number,
  upto: number,
): Promise<string[]> {
  const changed = await bringUpToDate(client, childrenIn(service), after, upto)
  for (const numbers of numbersIn(service)) await bringUpToDate(client, numbers, after, upto)
  await client.query(keepSight(service), [after, upto])
  return changed
}

const childrenIn = (service: ServiceName): Picture => ({
  table: `${service}.child_ref`,
  of: 'children',
  entity: 'child',
  key: 'child_id',
  columns: {
    folio: ['folio', 'text'],
    state: ['state', 'char(2)'],
    first_detected_at: ['first_detected_at', 'timestamptz'],
    nationality: ['nationality', 'char(3)'],
    age_group: ['age_group', 'text'],
    accompaniment: ['accompaniment', 'text'],
  },
})

/** The acta is the number of a detection; through it a row finds its child like through any other. */
const numbersIn = (service: ServiceName): Picture[] => {
  const numbers = { table: `${service}.identifier_ref`, of: 'children', key: 'identifier_id' } as const
  return [
    {
      ...numbers,
      entity: 'identifier',
      columns: { type: ['type', 'text'], value: ['value', 'text'], child_id: ['child_id', 'uuid'] },
    },
    {
      ...numbers,
      entity: 'detection',
      columns: { value: ['acta', 'text'], child_id: ['child_id', 'uuid'] },
      always: { type: 'ACTA' },
    },
  ]
}

/** What was told last of a child is so. No state but that of the first detection, and no counsel: no row. */
const keepSight = (service: ServiceName) => `
  with news as (
    select distinct on (entity_id) entity_id as child_id, payload -> 'states' as states,
      coalesce(payload -> 'parties', '[]') as parties from outbox.event
    where seq > $1 and seq <= $2 and source = 'children' and type = 'sight.changed' order by entity_id, seq desc
  ), gone as (
    delete from ${service}.child_sight o using news n where o.child_id = n.child_id and n.states = '[]' and n.parties = '[]'
  )
  insert into ${service}.child_sight (child_id, states, parties)
  select child_id, array(select jsonb_array_elements_text(states))::char(2)[], array(select jsonb_array_elements_text(parties))
  from news where states <> '[]' or parties <> '[]'
  on conflict (child_id) do update set states = excluded.states, parties = excluded.parties`
