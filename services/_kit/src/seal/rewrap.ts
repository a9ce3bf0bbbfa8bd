/** Turns the keys that wrap data keys. What they wrapped is wrapped anew; no cell is opened, and none is sealed again. */
import type { Pool, PoolClient } from 'pg'
import { unwrap, type WrappingKey, wrap } from './cipher.ts'
import { KeysUnusable } from './key-file.ts'
import { addWrappingKey, dropFormerKeys, forgetKeys, keyring } from './keys.ts'

interface Holder {
  select: string
  update: string
}

/** What holds wrapped keys: those in use, what signs to endpoints, and those that wait with rows that were set apart. */
const HOLDERS: readonly Holder[] = [
  ...['children.data_key', 'placements.data_key', 'oversight.webhook_secret'].map((table) => ({
    select: `select id, wrapped from ${table}`,
    update: `update ${table} t set wrapped = n.wrapped from json_to_recordset($1) n (id uuid, wrapped text) where t.id = n.id`,
  })),
  {
    select: `select (raw ->> 'data_key')::uuid as id, raw ->> 'wrapped_key' as wrapped from children.unmatched_row`,
    update: `update children.unmatched_row t set raw = raw || jsonb_build_object('wrapped_key', n.wrapped)
      from json_to_recordset($1) n (id uuid, wrapped text) where t.raw ->> 'data_key' = n.id::text`,
  },
]

const A_BATCH = 5_000

/** A key of its own from now on; the former ones still open. Gives how many data keys were wrapped anew. */
export async function rotate(pool: Pool): Promise<number> {
  return whileNothingIsTakenIn(pool, async (client) => {
    addWrappingKey()
    return rewrap(client, keyring().wrapping)
  })
}

/**
 * Drops the former keys, once the database holds that nothing is wrapped by them: what it took back would be wrapped by them again. Whoever
 * is cut short before has keys too many, and retires once more.
 */
export async function retire(pool: Pool): Promise<number> {
  const rewrapped = await whileNothingIsTakenIn(pool, (client) => rewrap(client, keyring().wrapping.slice(0, 1)))
  await whileNothingIsTakenIn(pool, dropUnused)
  return rewrapped
}

/** None where somebody has turned them again meanwhile. */
async function dropUnused(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ key_ids: string[] }>('select key_ids from outbox.sealing')
  const ids = rows[0]?.key_ids ?? []
  if (ids.length === 1 && ids[0] === keyring().wrapping[0].id) dropFormerKeys()
}

/** How many data keys each key has wrapped, by its id. */
export async function wrappedByEach(pool: Pool): Promise<{ id: string; n: number }[]> {
  const { rows } = await pool.query<{ id: string; n: number }>(
    `select split_part(wrapped, '.', 1) as id, count(*) as n from (${HOLDERS.map(({ select }) => select).join(' union all ')}) k
     where wrapped is not null group by 1`,
  )
  return rows
}

/** Of whoever wraps a key beside files that are taken in. */
const WRAPPING = 'vigia.wrapping'
/** So long somebody waits until keys are turned: longer, and he is told to come back. */
const TURNED_WITHIN = '1s'

/** Whatever is wrapped from then on is wrapped by the key of now, which nobody turns before the transaction is over. */
export async function holdKeys(client: PoolClient): Promise<void> {
  await client.query(`set local lock_timeout = '${TURNED_WITHIN}'`)
  await client.query('select pg_advisory_xact_lock_shared(hashtext($1))', [WRAPPING])
  forgetKeys() // They may have been turned since this process read them.
}

/** A file that is being read wraps by the key it began with: it is waited for, and the next one reads the keys anew. */
async function whileNothingIsTakenIn<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const wraps of ['vigia.intake.children', 'vigia.intake.placements', WRAPPING])
      await client.query('select pg_advisory_xact_lock(hashtext($1))', [wraps])
    forgetKeys() // Whoever was waited for may have turned them.
    const done = await work(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Afterwards nothing starts without the keys that are `needed`. */
async function rewrap(client: PoolClient, needed: readonly WrappingKey[]): Promise<number> {
  await client.query('update outbox.sealing set key_ids = $1', [needed.map(({ id }) => id)])
  let done = 0
  for (const holder of HOLDERS) done += await rewrapIn(client, holder)
  return done
}

async function rewrapIn(client: PoolClient, { select, update }: Holder): Promise<number> {
  const current = keyring().wrapping[0].id
  const toDo = `select id, wrapped from (${select}) k where id > $1 and wrapped is not null and split_part(wrapped, '.', 1) <> $2
    order by id limit ${A_BATCH}`
  let last = '00000000-0000-0000-0000-000000000000'
  let done = 0
  for (;;) {
    const { rows } = await client.query<{ id: string; wrapped: string }>(toDo, [last, current])
    if (rows.length === 0) return done
    const anew = rows.map(({ id, wrapped }) => ({ id, wrapped: wrappedAnew(id, wrapped) }))
    await client.query(update, [JSON.stringify(anew)])
    last = rows.at(-1)?.id ?? last
    done += rows.length
  }
}

function wrappedAnew(id: string, wrapped: string): string {
  for (const outer of keyring().wrapping) {
    const key = unwrap(outer, id, wrapped)
    if (key) return wrap(keyring().wrapping[0], { id, key })
  }
  throw new KeysUnusable(
    `The data key ${id} is wrapped by none of the keys: nothing was changed.`,
    `Ninguna de las llaves envuelve la llave de datos ${id}: no se cambió nada.`,
  )
}
