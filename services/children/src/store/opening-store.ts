/** Records that were opened: each as it was written. */
import type { Actor } from '@vigia/kit/actor'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import type { Role } from '@vigia/law/access-matrix'
import { type OpenedBy, SIGNED_WITHIN_HOURS } from '@vigia/law/opened-records'
import type { Pool, PoolClient } from 'pg'

/** A row of openings.opening. Whose record it is stands in `child`: to read of it is not to open that record. */
export interface Opening {
  id: string
  by: OpenedBy
  subject: string
  role: Role
  office: string | null
  states: string[] | null
  child: string
  folio: string | null
  reason: string
  isOutside: boolean
  at: Date
  /** When who opened it was turned out, where that came before. */
  until: Date
  signedBy: string | null
  signedRole: string | null
  signedOffice: string | null
  signedAt: Date | null
}

export const OPENING_SELECT = `select o.id, o.by, o.subject, o.role, o.office, o.states, o.child_id as child, c.folio, o.reason,
  o.is_outside as "isOutside", o.at, coalesce(e.at, o.until) as until, o.signed_by as "signedBy", o.signed_role as "signedRole",
  o.signed_office as "signedOffice", o.signed_at as "signedAt"
  from openings.opening o left join children.child c on c.id = o.child_id left join openings.ended e on e.id = o.id`

type Asked = Pick<Pool | PoolClient, 'query'>

/** Of the live ones of an account those that open this child with the same reason. */
export async function sameOpening(database: Asked, wanted: NewOpening): Promise<Opening | null> {
  const { subject, by, child, reason, role, states } = wanted
  const { rows } = await database.query<Opening>(
    `${OPENING_SELECT} where o.subject = $1 and o.by = $2 and o.child_id = $3 and o.reason = $4 and o.role = $5
      and o.states is not distinct from $6 and exists (select from openings.live l
        where l.subject = o.subject and l.child_id = o.child_id and l.by = o.by and l.at = o.at)
      order by o.until desc limit 1`,
    [subject, by, child, reason, role, states],
  )
  return rows[0] ?? null
}

/** How many records an account has open, and whether an emergency of it waits for a signature for too long. */
export async function accountOf(database: Asked, subject: string): Promise<{ open: number; isFlagged: boolean }> {
  const { rows } = await database.query<{ open: number; isFlagged: boolean }>(
    `select (select count(*) from openings.live where subject = $1) as open,
      exists (select from openings.opening where subject = $1 and by = 'EMERGENCY' and signed_at is null
        and at < clock_timestamp() - interval '${SIGNED_WITHIN_HOURS} hours') as "isFlagged"`,
    [subject],
  )
  return rows[0] ?? { open: 0, isFlagged: false }
}

export type NewOpening = Omit<
  Opening,
  'folio' | 'at' | 'until' | 'signedBy' | 'signedRole' | 'signedOffice' | 'signedAt'
> & { requestId: string; hours: number }

export async function addOpening(database: Asked, opening: NewOpening): Promise<void> {
  const { id, by, subject, role, office, states, child, reason, isOutside, requestId, hours } = opening
  await database.query(
    `insert into openings.opening (id, by, subject, role, office, states, child_id, reason, is_outside, request_id, at, until, found_in)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, t, t + make_interval(hours => $11),
       (select state from children.child where id = $7)
     from date_trunc('milliseconds', clock_timestamp()) t`,
    [id, by, subject, role, office, states, child, reason, isOutside, requestId, hours],
  )
}

export async function openingOf(database: Asked, id: string): Promise<Opening> {
  const { rows } = await database.query<Opening>(`${OPENING_SELECT} where o.id = $1`, [id])
  if (!rows[0]) throw new Error('What was opened is not there.')
  return rows[0]
}

export async function sign(database: Asked, id: string, { sub, role, org }: Actor): Promise<void> {
  await database.query(
    `update openings.opening set signed_by = $2, signed_role = $3, signed_office = $4, signed_at = clock_timestamp()
     where id = $1 and signed_at is null`,
    [id, sub, role, org],
  )
}

/** Marks, once, those that nobody has signed in time; gives them. */
export async function flagUnsigned(database: Asked): Promise<Opening[]> {
  const { rows } = await database.query<{ id: string }>(
    `update openings.opening set flagged_at = clock_timestamp() where by = 'EMERGENCY' and signed_at is null
       and flagged_at is null and at < clock_timestamp() - interval '${SIGNED_WITHIN_HOURS} hours' returning id`,
  )
  return Promise.all(rows.map(({ id }) => openingOf(database, id)))
}

export class EmergencyUses {
  /** When emergency access to the record of a child was last used. */
  readonly lastOf

  constructor(pool: Pool) {
    this.lastOf = batchById<string, { child: string; at: Date }>(
      async (ids) =>
        (
          await pool.query(
            `select child_id as child, max(at) as at from openings.opening
             where by = 'EMERGENCY' and child_id = any ($1::uuid[]) group by child_id`,
            [ids],
          )
        ).rows,
      ({ child }) => child,
    )
  }
}
