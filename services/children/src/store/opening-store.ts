/** Records that were opened: each as it was written, and the list of emergencies that an actor oversees, signs or has caused. */
import type { Actor } from '@vigia/kit/actor'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Role } from '@vigia/law/access-matrix'
import { type OpenedBy, SIGNED_WITHIN_HOURS, SIGNS_FOR } from '@vigia/law/opened-records'
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
  until: Date
  signedBy: string | null
  signedRole: string | null
  signedOffice: string | null
  signedAt: Date | null
}

const SELECT = `select o.id, o.by, o.subject, o.role, o.office, o.states, o.child_id as child, c.folio, o.reason,
  o.is_outside as "isOutside", o.at, o.until, o.signed_by as "signedBy", o.signed_role as "signedRole",
  o.signed_office as "signedOffice", o.signed_at as "signedAt"
  from openings.opening o left join children.child c on c.id = o.child_id`

type Asked = Pick<Pool | PoolClient, 'query'>

/** Of the live ones of an account those that open this child with the same reason. */
export async function sameOpening(database: Asked, wanted: NewOpening): Promise<Opening | null> {
  const { subject, by, child, reason, role, states } = wanted
  const { rows } = await database.query<Opening>(
    `${SELECT} where o.subject = $1 and o.by = $2 and o.child_id = $3 and o.reason = $4 and o.role = $5
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
    `insert into openings.opening (id, by, subject, role, office, states, child_id, reason, is_outside, request_id, at, until)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, t, t + make_interval(hours => $11)
     from date_trunc('milliseconds', clock_timestamp()) t`,
    [id, by, subject, role, office, states, child, reason, isOutside, requestId, hours],
  )
}

/** Of those that the actor may see, by its id; locked, so that two who sign at once sign one after the other. */
export async function emergencyOf(database: Asked, actor: Actor, id: string): Promise<Opening | null> {
  const { where, values } = seenBy(actor)
  const { rows } = await database.query<Opening>(
    `${SELECT} where ${where} and o.id = $${values.length + 1} for update of o`,
    [...values, id],
  )
  return rows[0] ?? null
}

export async function openingOf(database: Asked, id: string): Promise<Opening> {
  const { rows } = await database.query<Opening>(`${SELECT} where o.id = $1`, [id])
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

/** The latest first. */
export function emergencies(pool: Pool, actor: Actor, args: PageArgs): Promise<Page<Opening>> {
  const { where, values } = seenBy(actor)
  const keyset: Keyset = {
    pool,
    select: SELECT,
    where,
    values,
    order: [
      { column: 'o.at', cast: 'timestamptz', key: 'at' },
      { column: 'o.id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<Opening>(keyset, args)
}

/**
 * Overseers see those of their states: of who is bound to these, and of children who were found there. Everybody else sees those
 * of the own office and of the offices for which it signs.
 */
function seenBy({ sub, role, org, states }: Actor): { where: string; values: unknown[] } {
  const emergency = "o.by = 'EMERGENCY'"
  if (role === 'ombudsperson-federal' || role === 'federal-secretary')
    if (states === null) return { where: emergency, values: [] }
  if (role === 'ombudsperson-state')
    return { where: `${emergency} and (o.states && $1::text[] or c.state = any ($1::char(2)[]))`, values: [states] }
  const own =
    '(o.subject = $1 or (o.role = $2 and o.office is not distinct from $3 and o.states is not distinct from $4::text[]))'
  const below = '(o.role = any ($5) and o.states <@ $4::text[])'
  return { where: `${emergency} and (${own} or ${below})`, values: [sub, role, org, states, SIGNS_FOR[role] ?? []] }
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
