/** Tokens that a person makes for programs of his own: random, shown once, kept as a hash, with a name and an end. */
import { randomBytes, randomUUID } from 'node:crypto'
import { scopesOfToken } from '@vigia/law/access-groups'
import type { Pool } from 'pg'
import { z } from 'zod'
import { Refused } from '../request/refused.ts'
import type { Caller } from './caller.ts'
import { hashOf, PERSONAL_TOKEN, unauthenticated } from './credentials.ts'
import { looked } from './noting.ts'
import { callerOf, inTransaction } from './session-store.ts'

const DAY_IN_MS = 86_400_000
const MOST_DAYS = 90
const MOST_TOKENS = 20
/**
 * Only at a sign-in does the issuer tell which rights an account has. A token rests once its owner has not signed in for so long, and
 * works again, with the rights of then, when he does. A default of Vigía.
 */
const CONFIRMED_FOR_DAYS = 7
const CONFIRMED_UNTIL = `(subject.signed_in_at + interval '${CONFIRMED_FOR_DAYS} days')`

export const Wish = z.object({
  /** An administrator reads it in a list of who is in: it makes no line of its own there, and hides none. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u),
  days: z.number().int().min(1).max(MOST_DAYS),
})

export interface PersonalToken {
  id: string
  name: string
  createdAt: string
  endsAt: string
  usedAt: string | null
}

/** One after the other: whoever asks for several at once has the others counted. */
const IN_TURN = 'select from sessions.subject where sub = $1 for no key update'
/** Of whoever was turned out a moment ago nothing is made that would outlive it: the epoch is that of his session. */
const MAKE = `with maker as (select sub, epoch from sessions.subject where sub = $3 and epoch = $9),
  made as (
    insert into sessions.personal_token (id, token_hash, sub, epoch, actor, name, created_at, ends_at)
    select $1, $2, sub, epoch, $4, $5, $6, $7 from maker
    where (select count(*) from sessions.personal_token where sub = $3 and revoked_at is null and ends_at > $6) < $8
    returning id
  )
  select exists (select from maker) as holds, exists (select from made) as "isMade"`

const WHILE_IT_HOLDS = `sessions.subject as subject
  where token.token_hash = $1 and subject.sub = token.sub and subject.epoch = token.epoch and subject.issuer = $3
    and token.revoked_at is null and token.ends_at > $2
    and $2 < ${CONFIRMED_UNTIL}`
const OF_TOKEN = `subject.actor, subject.name, token.epoch, token.created_at as given_at,
  least(token.ends_at, ${CONFIRMED_UNTIL}) as ends_at`
const USE = {
  note: `update sessions.personal_token as token set used_at = $2 from ${WHILE_IT_HOLDS} returning ${OF_TOKEN}`,
  look: `select ${OF_TOKEN} from sessions.personal_token as token, ${WHILE_IT_HOLDS}`,
}

const LIST = `select token.id, token.name, token.created_at as "createdAt", token.ends_at as "endsAt", token.used_at as "usedAt"
  from sessions.personal_token token join sessions.subject using (sub, epoch)
  where token.sub = $1 and token.revoked_at is null and token.ends_at > $2 order by token.created_at desc`

const REVOKE = `update sessions.personal_token set revoked_at = $3 where id = $1 and sub = $2 and revoked_at is null
  returning encode(token_hash, 'hex') as key`

export class PersonalTokens {
  readonly #pool: Pool
  readonly #issuer: string

  /** `issuer` is by whose word people are let in: tokens of those whom another let in hold no more. */
  constructor(pool: Pool, issuer: string) {
    this.#pool = pool
    this.#issuer = issuer
  }

  /** The token, told this once. It has the rights of its maker (scopesOfToken), and ends when they change. Throws Refused when he has none, or too many. */
  async make(
    maker: Pick<Caller, 'actor' | 'epoch'>,
    { name, days }: z.output<typeof Wish>,
    now: Date,
  ): Promise<string> {
    const { actor, epoch } = maker
    const token = PERSONAL_TOKEN + randomBytes(32).toString('base64url')
    const endsAt = new Date(now.getTime() + days * DAY_IN_MS)
    const values = [randomUUID(), hashOf(token), actor.sub, actor, name, now, endsAt, MOST_TOKENS, epoch]
    const { rows } = await inTransaction(this.#pool, async (tx) => {
      await tx.query(IN_TURN, [actor.sub])
      return tx.query<{ holds: boolean; isMade: boolean }>(MAKE, values)
    })
    if (!rows[0]?.holds) throw unauthenticated('Your session has ended: sign in again.', false)
    if (!rows[0].isMade) {
      throw new Refused(409, 'BAD_USER_INPUT', `${MOST_TOKENS} tokens are the most: revoke one that is not needed.`)
    }
    return token
  }

  /** Null for a token that is not there, or no more, or rests. */
  async use(token: string, now: number): Promise<Caller | null> {
    const hash = hashOf(token)
    const row = await looked(this.#pool, USE, [hash, new Date(now), this.#issuer])
    return row ? ofProgram(callerOf(row, 'personal-token', hash.toString('hex'))) : null
  }

  async list(sub: string, now: Date): Promise<PersonalToken[]> {
    return (await this.#pool.query<PersonalToken>(LIST, [sub, now])).rows
  }

  /** Of his own alone. Gives the key of what ended; null when there is no such token of his. */
  async revoke(sub: string, id: string, now: Date): Promise<string | null> {
    const { rows } = await this.#pool.query<{ key: string }>(REVOKE, [id, sub, now])
    return rows[0]?.key ?? null
  }
}

function ofProgram(caller: Caller): Caller {
  const { actor } = caller
  return { ...caller, actor: Object.freeze({ ...actor, byToken: true, scopes: scopesOfToken(actor.scopes) }) }
}
