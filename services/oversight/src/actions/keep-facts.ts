/** Keeps what other services' events say of how far a child has come, and derives the paths of the children concerned. */
import type { Stretch } from '@vigia/kit/follow'
import type { ServiceName } from '@vigia/kit/service'
import type { PoolClient } from 'pg'
import { type DetailedFact, detailOf } from './details-of-facts.ts'

/**
 * Columns of path_fact that an event fills, and where each stands: an SQL expression over `p`, the row as JSON, `c`, what is
 * known of the child, and `r`, of the place it names.
 */
export type FactColumns = Readonly<
  Record<'at', string> &
    Partial<
      Record<
        | 'until'
        | 'code'
        | 'notified_at'
        | 'facility_id'
        | 'kind'
        | 'state'
        | 'nationality'
        | 'age_group'
        | 'accompaniment'
        | 'detail',
        string
      >
    >
>

/** Of a stretch of the log what one service tells. */
export interface StretchOf extends Stretch {
  source: ServiceName
}

/**
 * Applies the facts of a stretch, and notes the children whose paths are to be derived. The last event of a row is the row;
 * applying a stretch twice changes nothing.
 */
export async function keepFacts(
  client: PoolClient,
  stretch: StretchOf,
  facts: Readonly<Record<string, FactColumns>>,
): Promise<void> {
  for (const [entity, columns] of Object.entries(facts)) {
    if (!stretch.tells(stretch.source, entity)) continue
    await makeTouched(client)
    await keepFact(client, stretch, entity, columns)
  }
}

/** When and with what a fact stands of which only rules of alerts read. */
export function factOfRules(entity: DetailedFact): FactColumns {
  return { at: atOf(entity), detail: detailOf(entity) }
}

/** The morning of its day, or when it was recorded. */
export function atOf(entity: string): string {
  return `oversight.at_of('${entity}', p)`
}

/** `touched_child`: the children whose paths are to be derived in this transaction. */
export async function makeTouched(client: PoolClient): Promise<void> {
  await client.query('create temp table if not exists touched_child (child_id uuid) on commit drop')
}

/** Derives the paths of the children noted, and has rules judge them again: once a batch, when all that it tells has been kept. */
export async function deriveTouched(client: PoolClient): Promise<void> {
  await makeTouched(client)
  await client.query("select oversight.ask_again('CHILD', array(select distinct child_id::text from touched_child))")
  await client.query(
    'select oversight.refresh(array(select distinct child_id from touched_child where child_id is not null))',
  )
  await client.query('truncate touched_child')
}

async function keepFact(client: PoolClient, stretch: StretchOf, entity: string, columns: FactColumns): Promise<void> {
  const { source, after, upto } = stretch
  await client.query({
    name: `keep-${entity}`,
    text: statement(entity, columns),
    values: [after, upto, source, `${entity}.recorded`, `${entity}.corrected`, `${entity}.withdrawn`],
  })
}

/** A row may have moved to another child, so the former one is touched too. */
function statement(entity: string, columns: FactColumns): string {
  const names = Object.keys(columns)
  const all = ['child_id', ...names]
  return `
    with latest as materialized (
      select distinct on (entity_id) entity_id, child_id, payload as p
      from outbox.event
      where seq > $1 and seq <= $2 and source = $3 and type in ($4, $5, $6)
      order by entity_id, seq desc
    ), touched as (
      insert into touched_child
      select child_id from latest
      union
      select f.child_id from latest l join oversight.path_fact f on f.entity_id = l.entity_id
    ), withdrawn as (
      delete from oversight.path_fact f using latest l where l.p is null and f.entity_id = l.entity_id
    )
    insert into oversight.path_fact as f (entity_id, entity, child_id, ${names.join(', ')})
    select l.entity_id, '${entity}', l.child_id, ${Object.values(columns).join(', ')}
    from latest l
    left join oversight.child_ref c on c.child_id = l.child_id
    left join oversight.facility_ref r on r.facility_id = (p ->> 'facility_id')::uuid
    where p is not null
    on conflict (entity_id) do update set ${all.map((name) => `${name} = excluded.${name}`).join(', ')}
    where (${all.map((name) => `f.${name}`)}) is distinct from (${all.map((name) => `excluded.${name}`)})`
}
