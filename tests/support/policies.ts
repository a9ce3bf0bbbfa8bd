/** The policies of rows, which are one layer of four: a service decides by itself, and is asked to with them and without. */
import type { ScratchDatabase } from './scratch-database.ts'

export const POLICED = ['with the policies of the database', 'without them'] as const

export async function police({ query }: ScratchDatabase, policed: (typeof POLICED)[number]): Promise<void> {
  const are = policed === 'without them' ? 'disable' : 'enable'
  const guarded = await query<{ name: string }>('select distinct polrelid::regclass::text as name from pg_policy')
  for (const { name } of guarded) await query(`alter table ${name} ${are} row level security`)
}
