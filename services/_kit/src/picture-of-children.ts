/**
 * What a service keeps of the children: who they are as far as counting needs, whose number is whose, which states may know of
 * them, and by which acts the authorities of a state do (graph/in-sight.ts), as far as these are not its own facts: notices, files
 * and stays. The view `act_here` of each service puts the acts together.
 */
import { DAYS_OF_A_STUB } from '@vigia/law/access-lines'
import type { PoolClient } from 'pg'
import type { Stretch } from './follow.ts'
import { bringUpToDate, type Picture } from './picture.ts'
import type { ServiceName } from './service.ts'

/** Applies a stretch. Gives the children of whom something that counts has changed. */
export async function keepChildren(client: PoolClient, service: ServiceName, stretch: Stretch): Promise<string[]> {
  const changed = await bringUpToDate(client, childrenIn(service), stretch)
  for (const numbers of numbersIn(service)) await bringUpToDate(client, numbers, stretch)
  if (stretch.tells('children', 'sight')) await client.query(keepSight(service), [stretch.after, stretch.upto])
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
      columns: { value: ['acta', 'text'], child_id: ['child_id', 'uuid'], child_before: ['child_before', 'uuid'] },
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

/** As long as anybody knows of a child for a stay that is over. */
const KEPT_DAYS = DAYS_OF_A_STUB

/** Files that Procuradurías opened. Gives the children concerned. */
export function keepFiles(client: PoolClient, service: ServiceName, stretch: Stretch): Promise<string[]> {
  const files = {
    table: `${service}.case_ref`,
    of: 'representation',
    entity: 'protection_case',
    key: 'case_id',
    columns: { child_id: ['child_id', 'uuid'], state: ['state', 'char(2)'] },
  } as const
  return bringUpToDate(client, files, stretch)
}

/** Stays that go on, and those that ended lately, with the state of each place. Gives the children concerned. */
export async function keepStays(client: PoolClient, service: ServiceName, stretch: Stretch): Promise<string[]> {
  const stays = {
    table: `${service}.stay_ref`,
    of: 'placements',
    entity: 'stay',
    key: 'stay_id',
    columns: {
      child_id: ['child_id', 'uuid'],
      facility_id: ['facility_id', 'uuid'],
      left_at: ['left_at', 'timestamptz'],
    },
    onlySince: { field: 'left_at', days: KEPT_DAYS },
  } as const
  const changed = await bringUpToDate(client, stays, stretch)
  if (stretch.tells('placements', 'facility')) {
    const { rows } = await client.query<{ child_id: string }>(keepPlaces(service), [stretch.after, stretch.upto])
    changed.push(...rows.map(({ child_id }) => child_id))
  }
  await client.query(`delete from ${service}.stay_ref where left_at < now() - interval '${KEPT_DAYS} days'`)
  return [...new Set(changed)]
}

/** Gives the children who are in a place that turns out to be elsewhere. A place that is withdrawn has no stay any more. */
const keepPlaces = (service: ServiceName) => `
  with moved as (
    insert into ${service}.place_ref as r (facility_id, state)
    select distinct on (entity_id) entity_id, payload ->> 'state' from outbox.event
    where seq > $1 and seq <= $2 and source = 'placements' and type in ('facility.recorded', 'facility.corrected')
    order by entity_id, seq desc
    on conflict (facility_id) do update set state = excluded.state where r.state <> excluded.state
    returning facility_id
  )
  select distinct child_id from moved join ${service}.stay_ref using (facility_id)`
