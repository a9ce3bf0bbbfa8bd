/**
 * Temporary tables are of those who stage files: whoever answers, or keeps sessions, makes nothing, not for a moment either. A right of the
 * database is copied with no database and restored with no dump, so that it is given on each start.
 */
import type pg from 'pg'

/** Where this user does not own the database, PostgreSQL warns and leaves it as it is. */
export async function letStage(client: pg.Client, login: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`grant temporary on database ${database} to ${login}`)
  await client.query(`revoke temporary on database ${database} from public`)
}
