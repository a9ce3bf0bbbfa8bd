/** `npm run sessions`: who is signed in, and how an administrator turns somebody out, at once and everywhere. */
import { AskedWrongly, askedOf, IN_ENGLISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { databaseOfCommand } from '@vigia/kit/command-database'
import pg from 'pg'
import { PROGRAM } from '../sign-in/caller.ts'
import { idleMinutesIn } from '../sign-in/read-settings.ts'
import { turnOut } from '../sign-in/turn-out.ts'

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

/** Programs never sign in: of one that asked for anything of a child, or for its endpoints, it stands here all the same. */
const HAS_ASKED = `select exists (select from oversight.webhook_owner where subject = $1)
  or exists (select from audit.entry where subject = $1 and act <> 'SIGN_OUT' and at > now() - interval '90 days') as "isKnown"`

const HOW = { usage: USAGE, sentences: IN_ENGLISH, flags: {} }
const { what, sub } = askedOf(HOW, ({ positionals: [act, ...rest] }) => {
  const what = wordOf(act, ['list', 'revoke'], IN_ENGLISH)
  noMoreThan(what === 'list' ? 0 : 1, rest, IN_ENGLISH)
  const [sub = ''] = rest
  if (what === 'revoke' && sub === '') throw new AskedWrongly('Say whom: the first word of a line of the list.')
  return { what, sub }
})
try {
  const { adminUrl, stop } = await databaseOfCommand({ needsKeys: false })
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
  const hasSignedIn = await turnOut(client, sub, new Date())
  console.log(`All that ${sub} holds has ended.${hasSignedIn ? '' : await doubtOf(client)}`)
}

/** A slip of the pen turns nobody out. */
async function doubtOf(client: pg.Client): Promise<string> {
  if (!sub.startsWith(PROGRAM)) return ' Nobody of that name has ever signed in: look at `list`.'
  const { rows } = await client.query<{ isKnown: boolean }>(HAS_ASKED, [sub])
  if (rows[0]?.isKnown) return ''
  return ' In 90 days no program of that name has asked for records or endpoints: see how the issuer writes its client id.'
}
