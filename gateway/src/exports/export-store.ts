/** What was taken out, by whom and what for, as the database remembers it; each with its entry in the audit, in one transaction. */
import { NO_IDS, record } from '@vigia/kit/audit/record'
import {
  APPROVAL_HOURS,
  EXPORTS_A_DAY,
  type Exporter,
  OMBUDSPERSONS,
  type StandingOfExport,
  WAITING_DAYS,
} from '@vigia/law/exports'
import type { Pool, PoolClient } from 'pg'
import { Refused } from '../request/refused.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { ExportList, Language } from './columns.ts'

export interface Wish {
  list: ExportList
  filter: Readonly<Record<string, string>>
  language: Language
  purpose: string
}

export interface Kept extends Exporter {
  id: string
  askedAt: Date
  name: string
  office: string | null
  list: string
  filter: Readonly<Record<string, string>>
  language: Language
  purpose: string
  decoy: string | null
  rows: number | null
  approvedBy: string | null
  approvedAt: Date | null
  givenAt: Date | null
  standing: StandingOfExport
  /** Until when a second person may decide, or it may be fetched; null where neither is. */
  until: Date | null
}

interface Made {
  decoy: string | null
  rows: number | null
  isGiven: boolean
}

export interface Asked {
  caller: Caller
  requestId: string
}

const DAY_IN_MS = 86_400_000

const WAITS = `given_at is null and approved_at is null and asked_at > clock_timestamp() - interval '${WAITING_DAYS} days'`

const MAY_BE_FETCHED = `given_at is null and exists (select from exports.approval_that_holds a
  where a.id = export.id and a.approved_at > clock_timestamp() - interval '${APPROVAL_HOURS} hours')`

const COLUMNS = `id::text, asked_at as "askedAt", subject as sub, name, role, office, states, facilities, list, filter, language,
  purpose, decoy, rows, approved_by as "approvedBy", approved_at as "approvedAt", given_at as "givenAt",
  case when given_at is not null then 'GIVEN' when ${WAITS} then 'WAITING' when approved_at is null then 'LAPSED'
    when ${MAY_BE_FETCHED} then 'APPROVED' else 'OVER' end as standing,
  case when ${WAITS} then asked_at + interval '${WAITING_DAYS} days'
    when ${MAY_BE_FETCHED} then approved_at + interval '${APPROVAL_HOURS} hours' end as until`

const LATEST = `select asked_at from exports.export where subject = $1 and kind <> 'COUNTS'
  and asked_at > clock_timestamp() - interval '1 day' order by asked_at desc limit ${EXPORTS_A_DAY}`

const KEEP = `insert into exports.export (id, subject, name, role, office, states, facilities, list, kind, filter, language, purpose, decoy,
  rows, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, case when $15 then clock_timestamp() end)`

const WAITING = `select ${COLUMNS} from exports.export where ${WAITS} and subject <> $1 and ($2::text[] is null or states <@ $2)
  and (role = any ($3)) = $4 order by id limit 200`

const APPROVE = `update exports.export set approved_by = $2, approved_at = clock_timestamp() where id = $1 and ${WAITS}`

const FETCH = `update exports.export set given_at = clock_timestamp() where id = $1 and subject = $2 and ${MAY_BE_FETCHED}`

export const numberOf = (id: string): string => `EXP-${id.padStart(6, '0')}`

export class ExportStore {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Throws Refused, with when to ask again, whoever has had what a day allows. */
  async refuseTooMany(sub: string): Promise<void> {
    await refuseTooMany(this.#pool, sub)
  }

  /** The number of an export that is about to be made. */
  async number(): Promise<string> {
    const { rows } = await this.#pool.query(
      "select nextval(pg_get_serial_sequence('exports.export', 'id'))::text as id",
    )
    return rows[0].id
  }

  /** One that is not given waits for a second person; `rows` is null where nobody has counted them. */
  async keep(id: string, wish: Wish, asked: Asked, made: Made): Promise<void> {
    const { actor, name } = asked.caller
    const { list, filter, language, purpose } = wish
    const { isGiven } = made
    const given = isGiven ? (made.rows ?? 0) : 0
    await this.#together(async (tx) => {
      if (list.kind !== 'COUNTS') {
        await tx.query("select pg_advisory_xact_lock(hashtext('vigia.exports.' || $1))", [actor.sub])
        await refuseTooMany(tx, actor.sub)
      }
      const who = [actor.sub, name, actor.role, actor.org, actor.states, actor.facilities ?? null]
      const what = [list.name, list.kind, filter, language, purpose, made.decoy, made.rows, isGiven]
      await tx.query(KEEP, [id, ...who, ...what])
      await tell(tx, asked, { act: isGiven ? 'EXPORT' : 'REFUSED', what: list.name, id, purpose, rows: given })
    })
  }

  /** To approve twice is to approve once: whoever has lost the answer asks again. */
  async approve(kept: Kept, asked: Asked): Promise<boolean> {
    if (kept.approvedBy === asked.caller.actor.sub && kept.standing !== 'OVER') return true
    return this.#together(async (tx) => {
      const { rowCount } = await tx.query(APPROVE, [kept.id, asked.caller.actor.sub])
      if (rowCount !== 1) return false
      await tell(tx, asked, { act: 'EXPORT', what: `${kept.list}.approve`, ...kept, rows: 0 })
      return true
    })
  }

  /** Once. False where it was fetched before, was not approved, too long ago, or by somebody who was turned out since. */
  async fetch(kept: Kept, asked: Asked): Promise<boolean> {
    return this.#together(async (tx) => {
      const { rowCount } = await tx.query(FETCH, [kept.id, asked.caller.actor.sub])
      if (rowCount !== 1) return false
      await tell(tx, asked, { act: 'EXPORT', what: kept.list, ...kept, rows: kept.rows ?? 0 })
      return true
    })
  }

  async counted(id: string, rows: number): Promise<void> {
    await this.#pool.query('update exports.export set rows = $2 where id = $1', [id, rows])
  }

  /** What could not be read to its end may be fetched again. */
  async notGiven(id: string): Promise<void> {
    await this.#pool.query('update exports.export set given_at = null where id = $1', [id])
  }

  async find(id: string): Promise<Kept | null> {
    return (await this.#pool.query<Kept>(`select ${COLUMNS} from exports.export where id = $1`, [id])).rows[0] ?? null
  }

  async madeBy(sub: string): Promise<Kept[]> {
    const sql = `select ${COLUMNS} from exports.export where subject = $1 order by id desc limit 50`
    return (await this.#pool.query<Kept>(sql, [sub])).rows
  }

  /** The first 200 that somebody may decide about (maySecond says of each): what waits for others hides none of them. */
  async waiting({ sub, role, states }: Exporter): Promise<Kept[]> {
    return (await this.#pool.query<Kept>(WAITING, [sub, states, OMBUDSPERSONS, OMBUDSPERSONS.includes(role)])).rows
  }

  async #together<Result>(act: (tx: PoolClient) => Promise<Result>): Promise<Result> {
    const tx = await this.#pool.connect()
    try {
      await tx.query('begin')
      const result = await act(tx)
      await tx.query('commit')
      tx.release()
      return result
    } catch (error) {
      await tx.query('rollback').catch(() => {})
      tx.release(!(error instanceof Refused))
      throw error
    }
  }
}

async function refuseTooMany(database: Pick<Pool, 'query'> | PoolClient, sub: string): Promise<void> {
  const { rows } = await database.query<{ asked_at: Date }>(LATEST, [sub])
  const first = rows[EXPORTS_A_DAY - 1]
  if (!first) return
  const again = new Date(first.asked_at.getTime() + DAY_IN_MS)
  const retryAfter = Math.max(1, Math.ceil((again.getTime() - Date.now()) / 1_000))
  const sentence = `${EXPORTS_A_DAY} exports of records in 24 hours are the most: ask again after ${again.toISOString()}.`
  throw new Refused(429, 'RATE_LIMITED', sentence, {
    headers: { 'retry-after': String(retryAfter) },
    extensions: { retryAfter, again: again.toISOString() },
  })
}

interface Told {
  act: 'EXPORT' | 'REFUSED'
  what: string
  id: string
  purpose: string
  rows: number
}

/** Of whom the rows are, the services say in entries of their own, under the same number of the request. */
async function tell(
  tx: PoolClient,
  { caller, requestId }: Asked,
  { act, what, id, purpose, rows }: Told,
): Promise<void> {
  const { sub: subject, role, org: office, states } = caller.actor
  await record(tx, {
    service: 'gateway',
    act,
    requestId,
    subject,
    role,
    office,
    states,
    asked: [`exports.${what}`],
    types: [],
    scopes: [],
    reason: reasonFor(id, purpose),
    records: rows,
    children: NO_IDS,
    missed: NO_IDS,
    batchId: null,
  })
}

/** What the audit says of every question that is asked for an export. */
export const reasonFor = (id: string, purpose: string): string => `${numberOf(id)}: ${purpose}`
