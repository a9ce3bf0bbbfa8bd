/** Days on which authorities suspend their work (LFPA art. 28): those that hold, a page of all that were recorded, and how one is told of. */
import type { Actor } from '@vigia/kit/actor'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { LocalDate } from '@vigia/law/local-dates'
import {
  type CalendarAuthority,
  type SuspensionsTold,
  suspensionsTold,
  type WorkSuspension,
} from '@vigia/law/work-suspensions'
import type { Pool, PoolClient } from 'pg'

type Asked = Pick<Pool | PoolClient, 'query'>

export interface SuspensionRow extends WorkSuspension {
  publishedOn: LocalDate
  agreement: string
  author: string
  at: Date
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

const OF = `r.suspension_id as id, r.authority, r.state, r.first_day::text as "from", r.last_day::text as "until"`
const TOLD = `from oversight.work_suspension_told r
  left join oversight.work_suspension_told w on w.suspension_id = r.suspension_id and w.entry = 'WITHDRAWN'`
const RECORDED = `r.entry = 'RECORDED'`
const SELECT = `select ${OF}, r.published_on::text as "publishedOn", r.words as agreement, r.author, r.at,
  w.at as "withdrawnAt", w.author as "withdrawnBy", w.words as "withdrawnReason" ${TOLD}`

/** By what working days are counted now. */
export async function suspensionsNow(database: Asked): Promise<SuspensionsTold> {
  const { rows } = await database.query<WorkSuspension & { isWithdrawn: boolean }>({
    name: 'work-suspensions',
    text: `select ${OF}, w.id is not null as "isWithdrawn" ${TOLD} where ${RECORDED} order by r.at, r.id`,
  })
  return suspensionsTold(rows)
}

/** Null, or empty, where anything will do. */
export interface SuspensionsWanted {
  /** Of the authorities of this state, and of those of the federation. */
  state: string | null
  /** One of its days is among these. */
  days: { from: LocalDate; to: LocalDate } | null
  authorities: readonly CalendarAuthority[]
  holds: boolean | null
}

/** The one with the latest first day first. */
export function suspensionsPage(pool: Pool, wanted: SuspensionsWanted, args: PageArgs): Promise<Page<SuspensionRow>> {
  const { state, days, authorities, holds } = wanted
  const order = [
    { column: 'r.first_day', cast: 'date', key: 'from' },
    { column: 'r.suspension_id', cast: 'uuid', key: 'id' },
  ]
  const conditions = narrowed((mark) => [
    RECORDED,
    state !== null && `(r.state is null or r.state = ${mark(state)})`,
    days !== null && `r.first_day <= ${mark(days.to)}::date and r.last_day >= ${mark(days.from)}::date`,
    authorities.length > 0 && `r.authority = any (${mark(authorities)})`,
    holds !== null && `w.id is ${holds ? 'null' : 'not null'}`,
  ])
  return keysetPage<SuspensionRow>({ pool, select: SELECT, ...conditions, order, descending: true }, args)
}

export async function suspensionById(database: Asked, id: string): Promise<SuspensionRow | null> {
  const { rows } = await database.query<SuspensionRow>(`${SELECT} where ${RECORDED} and r.suspension_id = $1`, [id])
  return rows[0] ?? null
}

export type SuspensionEntry = Pick<SuspensionRow, 'authority' | 'state' | 'from' | 'until' | 'publishedOn' | 'at'> & {
  id: string
  suspensionId: string
  entry: 'RECORDED' | 'WITHDRAWN'
  words: string
}

/** False where it has such an entry already. */
export async function addSuspensionEntry(
  client: PoolClient,
  of: SuspensionEntry,
  { sub, role, org }: Actor,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into oversight.work_suspension_told (id, suspension_id, entry, authority, state, first_day, last_day, published_on, words,
       author, author_role, author_office, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (suspension_id, entry) do nothing`,
    [
      ...[of.id, of.suspensionId, of.entry, of.authority, of.state, of.from, of.until, of.publishedOn, of.words],
      ...[sub, role, org, of.at],
    ],
  )
  return rowCount === 1
}
