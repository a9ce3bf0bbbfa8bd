/** `npm run sessions`: who is signed in, and how an administrator turns somebody out, at once and everywhere. */
import { AskedWrongly, askedOf, IN_ENGLISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { databaseOfCommand } from '@vigia/kit/command-database'
import pg from 'pg'
import { idleMinutesIn } from './sign-in/read-settings.ts'
import { turnOut } from './sign-in/turn-out.ts'

const USAGE = `Usage: npm run sessions -- list              sessions and personal tokens that hold now
       npm run sessions -- revoke <sub>      ends all that a person or a program (client:<id>) holds
Revoked is refused within 2 seconds, and its open streams end within 5. It may sign in again: to keep somebody out, close the
account at the issuer first.`

/** A session is noted as used once a minute: one that is told has ended within that minute at most. A token that rests is of use again. */
const LIST = `select sub, subject.name, held.actor->>'role' as role, coalesce(held.actor->>'states', 'of no state') as states, what, since, used, until,
    issuer
  from (select sub, epoch, actor, 'session' as what, started_at as since, seen_at as used, ends_at as until, ended_at from sessions.session
        union all select sub, epoch, actor, 'token ' || name, created_at, used_at, ends_at, revoked_at from sessions.personal_token) as held
  join sessions.subject using (sub, epoch) where held.ended_at is null and until > $1::timestamptz
    and (what <> 'session' or used > $1::timestamptz - ($2 + 1) * interval '1 minute') order by sub, since`

const HOW = { usage: USAGE, sentences: IN_ENGLISH, flags: {} }
const { what, sub } = askedOf(HOW, ({ positionals: [act, ...rest] }) => {
  const what = wordOf(act, ['list', 'revoke'], IN_ENGLISH)
  noMoreThan(what === 'list' ? 0 : 1, rest, IN_ENGLISH)
  const [sub = ''] = rest
  if (what === 'revoke' && sub === '') throw new AskedWrongly('Say whom: the first word of a line of the list.')
  return { what, sub }
})
try {
  const { adminUrl, stop } = await databaseOfCommand()
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await (what === 'list' ? list(client) : revoke(client))
  } finally {
    await client.end()
    await stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

async function list(client: pg.Client): Promise<void> {
  const { rows } = await client.query(LIST, [new Date(), idleMinutesIn(process.env)])
  for (const row of rows) {
    const [since, used, until] = [row.since, row.used, row.until].map((at: Date | null) => at?.toISOString() ?? 'never')
    console.log(
      [row.sub, row.role, row.states, row.what, `since ${since}`, `used ${used}`, `until ${until}`, `by ${row.issuer}`]
        .map((part) => plain(String(part)))
        .join('  '),
    )
  }
  console.log(rows.length === 1 ? 'One holds.' : `${rows.length} hold.`)
}

/** What somebody called his token is no line of this list, and orders no terminal about. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
}

async function revoke(client: pg.Client): Promise<void> {
  const isNew = !(await turnOut(client, sub, new Date())) && !sub.startsWith('client:')
  console.log(
    `All that ${sub} holds has ended.${isNew ? ' Nobody of that name has ever signed in: look at `list`.' : ''}`,
  )
}
