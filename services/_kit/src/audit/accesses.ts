/** Every access to one child, by any id that it had, out of the chains themselves, each with its proof; and the files that wrote of the child. */
import type { Pool } from 'pg'
import { SERVICE_NAMES } from '../service.ts'
import { type HeadFound, headsIn } from './heads.ts'
import { holds } from './packed-ids.ts'
import { CHAINED, registryOf, type Verdict, type Verified, verifyChain } from './verify.ts'

export interface Access {
  row: Verified
  /** False where the child was asked for and nothing was given; null for a file. */
  isGiven: boolean | null
  /** The first signed head at or after it: with the links between, the proof that it was there. */
  head: HeadFound | null
  /** Who followed, where it was asked for in the name of a stream. */
  followers: readonly string[]
}

export interface Accesses {
  accesses: Access[]
  verdicts: Verdict[]
}

/** Reads all the chains: an index of the database would prove nothing. */
export async function accessesTo(pool: Pool, child: string, folder: string): Promise<Accesses> {
  const registry = await registryOf(pool)
  if (registry === null) return { accesses: [], verdicts: [] }
  const heads = headsIn(folder, registry)
  const ids = await idsOf(pool, child)
  const batches = await batchesOf(pool, ids)
  const found: Access[] = []
  const verdicts: Verdict[] = []
  for (const service of CHAINED) {
    const onRow = (row: Verified) => {
      const isGiven = isGivenIn(row, ids)
      if (isGiven === null && !(row.batch_id !== null && batches.has(row.batch_id))) return
      const head = heads.find((one) => one.service === service && one.isSigned && one.seq >= row.seq) ?? null
      found.push({ row, isGiven, head, followers: [] })
    }
    verdicts.push(await verifyChain({ pool, registry, service, heads, onRow }))
  }
  const accesses = found.sort((one, other) => one.row.micros - other.row.micros)
  return { accesses: await Promise.all(accesses.map((access) => withFollowers(pool, access))), verdicts }
}

/** That each of them followed is an entry of the chain of the gateway. */
async function withFollowers(pool: Pool, access: Access): Promise<Access> {
  const { subject, micros } = access.row
  if (!subject.startsWith('stream:')) return access
  const { rows } = await pool.query<{ followers: string[] }>(
    'select audit.followers_of($1, to_timestamp($2::numeric / 1000000)) as followers',
    [subject, micros],
  )
  return { ...access, followers: rows[0]?.followers ?? [] }
}

/** Its own, and those of whom it was taken for before its finds were found to be of this child. */
async function idsOf(pool: Pool, child: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select distinct child_before as id from children.detection where child_id = $1 and child_before is not null',
    [child],
  )
  return [child, ...rows.map(({ id }) => id)]
}

function isGivenIn({ children, missed }: Verified, ids: readonly string[]): boolean | null {
  if (ids.some((id) => holds(children, id))) return true
  return ids.some((id) => holds(missed, id)) ? false : null
}

/** Batches that wrote a fact of the child, as it is or as it was. */
async function batchesOf(pool: Pool, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where table_schema = any ($1) and column_name in ('child_id', 'batch_id') group by 1 having count(*) = 2`,
    [SERVICE_NAMES],
  )
  const now = tables.map(({ name }) => `select batch_id::text as id from ${name} where child_id = any ($1::uuid[])`)
  const former = SERVICE_NAMES.map(
    (name) =>
      `select former ->> 'batch_id' from ${name}.former_version where former ->> 'child_id' = any ($1::uuid[]::text[])`,
  )
  const { rows } = await pool.query<{ id: string }>([...now, ...former].join(' union '), [ids])
  return new Set(rows.map(({ id }) => id))
}
