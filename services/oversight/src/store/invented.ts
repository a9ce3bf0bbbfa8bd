/** Whether the children of this registry are invented, for what leaves it: a letter or message goes where no page stands beside it. */
import type { Pool, PoolClient } from 'pg'

export async function isInvented(database: Pool | PoolClient): Promise<boolean> {
  const { rows } = await database.query<{ is_synthetic: boolean }>('select is_synthetic from outbox.registry')
  return rows[0]?.is_synthetic === true
}

/** What of a letter says so first, before the SQL of it. */
const MARKS = {
  subject: '[DATOS SINTÉTICOS] ',
  body: 'DATOS SINTÉTICOS: ninguna de estas personas existe.\nSYNTHETIC DATA: none of these people exist.\n\n',
}

/** SQL: the text, behind the mark of a registry of invented children, as isInvented says of it. Its address may be that of an office. */
export const marked = (text: string, of: keyof typeof MARKS): string =>
  `coalesce((select e'${MARKS[of].replaceAll('\n', '\\n')}' from outbox.registry where is_synthetic), '') || ${text}`
