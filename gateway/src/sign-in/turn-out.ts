/** How an administrator turns somebody out: all that a person or a program holds ends, at once and everywhere. */
import type { ClientBase } from 'pg'

/** One that never signed in may hold tokens of the issuer all the same. */
const TURN_OUT = `insert into sessions.subject as known (sub, kind, name, epoch, revoked_at)
  values ($1, case when $1 like 'client:%' then 'machine' else 'person' end, $1, 1, $2)
  on conflict (sub) do update set epoch = known.epoch + 1, revoked_at = greatest(known.revoked_at, $2)
  returning signed_in_at is not null as "isKnown"`

/**
 * Whether anybody of that name has ever signed in. `now` is by the clock of whoever asks and not of the database, which may be another: tokens of
 * programs are dated by the issuer, and what was given a moment ago has to be of before.
 */
export async function turnOut(database: Pick<ClientBase, 'query'>, sub: string, now: Date): Promise<boolean> {
  const { rows } = await database.query<{ isKnown: boolean }>(TURN_OUT, [sub, now])
  return rows[0]?.isKnown === true
}
