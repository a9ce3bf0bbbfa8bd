/**
 * A child whose finds were withdrawn and came again as of another is that other one (`child_before` of a find). What a service had joined to whom
 * it was taken for stands with nobody then: it goes where its rows would be joined today.
 */
import { within } from '@vigia/db/within'
import type { Pool, PoolClient } from 'pg'
import type { ServiceName } from '../../service.ts'

export interface Joined {
  /** Tables of facts that a file joins to a child by its numbers: looked at each time. */
  byNumbers: readonly string[]
  /** Those that hang on these. */
  hanging: readonly string[]
  /** SQL on `f`, the fact, and `m.now`, of whom it would be: what the database would not have of that child beside what it has. */
  unless: Readonly<Record<string, string>>
}

/** Nobody is taken for whoever came again since. */
const TAKEN_FOR_ANOTHER = (service: ServiceName) => `
  select r.child_before as before, r.child_id as now from ${service}.identifier_ref r
  where r.child_before is not null and not exists (select from ${service}.child_ref c where c.child_id = r.child_before)`

/**
 * Gives how many facts went to another child. While a file is taken in, which may join rows to whom is no more, it is left for the next round:
 * what else the service does by itself waits for no file.
 */
export async function putWithWhomTheyAre(pool: Pool, service: ServiceName, joined: Joined): Promise<number> {
  if (!(await areSomeLeft(pool, service, joined))) return 0
  return within(pool, async (client) => ((await isNoFileTakenIn(client, service)) ? move(client, service, joined) : 0))
}

async function isNoFileTakenIn(client: PoolClient, service: ServiceName): Promise<boolean> {
  const { rows } = await client.query<{ isFree: boolean }>(
    'select pg_try_advisory_xact_lock(hashtext($1)) as "isFree"',
    [`vigia.intake.${service}`],
  )
  return rows[0]?.isFree === true
}

async function areSomeLeft(pool: Pool, service: ServiceName, { byNumbers, unless }: Joined): Promise<boolean> {
  const left = byNumbers.map(
    (table) => `exists (select from ${service}.${table} f where f.child_id = m.before${condition(unless[table])})`,
  )
  const { rows } = await pool.query<{ areLeft: boolean }>({
    name: `are-some-another-${service}`,
    text: `select exists (select from (${TAKEN_FOR_ANOTHER(service)}) m where ${left.join(' or ')}) as "areLeft"`,
  })
  return rows[0]?.areLeft === true
}

async function move(client: PoolClient, service: ServiceName, { byNumbers, hanging, unless }: Joined): Promise<number> {
  await client.query(
    `create temporary table is_another on commit drop as select distinct on (before) before, now from (${TAKEN_FOR_ANOTHER(service)}) t order by 1, 2`,
  )
  await client.query('analyze is_another')
  let moved = 0
  for (const table of [...byNumbers, ...hanging]) {
    const { rowCount } = await client.query(
      `update ${service}.${table} f set child_id = m.now from is_another m where f.child_id = m.before${condition(unless[table])}`,
    )
    moved += rowCount ?? 0
  }
  return moved
}

const condition = (unless: string | undefined) => (unless === undefined ? '' : ` and not (${unless})`)
