/** Derives paths and counts of every child again, for a rebuild that has emptied them; and has everybody judged again. */
import type { PoolClient } from 'pg'

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('select oversight.derive_all()')
  await client.query('select oversight.ask_all_again()')
}
