/** What PostgreSQL says to whoever comes with an address. */
import pg from 'pg'

/** Of statements one after the other, on a connection of their own: null where it runs them all, else the code of the first refusal. */
export async function answerTo(url: string, ...statements: readonly string[]): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.end()
  }
}
