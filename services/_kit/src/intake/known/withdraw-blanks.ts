/** What files left blank that count on, of facts of which a withdrawn one told: it is what the others told last, or nothing. */
import type { PoolClient } from 'pg'
import type { FactTable } from '../feed.ts'

type Json = { [name: string]: unknown }
type Word = { told: Json; blank: readonly string[] }
type Kept = { id: string; fact: Json; cells: readonly string[]; words: readonly Word[] }

/** Which facts the batch has told of as the last: asked before they are left to others. */
export async function rememberWhose(client: PoolClient, service: string, fact: FactTable, batchId: string) {
  await client.query('truncate was_told')
  await client.query(`insert into was_told select f.${fact.key} from ${service}.${fact.name} f where f.batch_id = $1`, [
    batchId,
  ])
}

/** Gives the facts that changed, as rows of JSON with their ids. */
export async function withoutWithdrawn(
  client: PoolClient,
  service: string,
  fact: FactTable,
  batchId: string,
): Promise<{ id: string; fact: Json }[]> {
  const { rows } = await client.query<Kept>(keptOf(service, fact), [batchId])
  return rows.flatMap((kept) => {
    const now = kept.cells.reduce((said, cell) => withCell(fact, said, cell, kept.words), kept.fact)
    return JSON.stringify(now) === JSON.stringify(kept.fact) ? [] : [{ id: kept.id, fact: now }]
  })
}

function withCell({ untold, answers }: FactTable, said: Json, cell: string, words: readonly Word[]): Json {
  const [column = '', code] = cell.split('.')
  const nothing = untold?.[column] ?? null
  const tells = (value: unknown) =>
    JSON.stringify(value ?? null) !== JSON.stringify(nothing) && (value ?? null) !== null
  const own = words.filter(({ blank }) => !blank.includes(cell))
  // A file that came before another of an earlier day may have left blank what nobody had told by then.
  if (code === undefined)
    return { ...said, [column]: own.find(({ told }) => tells(told[column]))?.told[column] ?? nothing }
  const told = own[0]?.told[column]
  const answer = (told as Json | null | undefined)?.[code] ?? (answers?.includes(column) ? 'UNKNOWN' : undefined)
  const { [code]: _before, ...others } = said[column] as Json
  return { ...said, [column]: answer === undefined ? others : { ...others, [code]: answer } }
}

/** Words of other batches that count, the latest first: what they wrote, and what they said again. */
function keptOf(service: string, { name, key }: FactTable): string {
  const blankOf = (batch: string) => `left join ${service}.left_blank k
      on k.entity = '${name}' and k.entity_id = f.${key} and k.batch_id = ${batch}`
  const word = `coalesce(k.cells, '{}') as blank, x.cutoff_on, x.taken_at`
  return `
    select f.${key} as id, to_jsonb(f) as fact, own.cells, coalesce((
      select jsonb_agg(jsonb_build_object('told', w.told, 'blank', w.blank) order by w.cutoff_on desc, w.taken_at desc, w.nth desc) from (
        select v.former as told, ${word}, v.id as nth from ${service}.former_version v
        join ${service}.batch x on x.id = (v.former ->> 'batch_id')::uuid and x.withdrawn_at is null ${blankOf('x.id')}
        where v.entity = '${name}' and v.entity_id = f.${key} and x.id <> f.batch_id
        union all
        select coalesce(v.former, to_jsonb(f)), ${word}, 0 from ${service}.confirmation c
        join ${service}.batch x on x.id = c.batch_id and x.withdrawn_at is null
        left join lateral (
          select v.former from ${service}.former_version v
          where v.entity = c.entity and v.entity_id = c.entity_id and (v.former ->> 'batch_id')::uuid = c.of_batch and c.of_batch <> f.batch_id
          order by v.id desc limit 1) v on true ${blankOf('x.id')}
        where c.entity = '${name}' and c.entity_id = f.${key} and x.id <> f.batch_id) w), '[]') as words
    from ${service}.left_blank own join ${service}.${name} f on f.${key} = own.entity_id and f.batch_id = own.batch_id
    where own.entity = '${name}' and (f.${key} in (select id from was_told)
      or exists (select from ${service}.former_version v
        where v.entity = '${name}' and v.entity_id = f.${key} and (v.former ->> 'batch_id')::uuid = $1)
      or exists (select from ${service}.confirmation c
        where c.entity = '${name}' and c.entity_id = f.${key} and c.batch_id = $1))`
}
