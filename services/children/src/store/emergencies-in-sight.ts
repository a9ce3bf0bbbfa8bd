/** Emergencies that an actor oversees, signs or has caused: a page of them, and one by its id. */
import type { Actor } from '@vigia/kit/actor'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, type Mark, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import { SIGNED_WITHIN_HOURS, SIGNS_FOR } from '@vigia/law/opened-records'
import type { Pool, PoolClient } from 'pg'
import type { StandingOfEmergency } from '../rules/second-signature.ts'
import { OPENING_SELECT, type Opening } from './opening-store.ts'

/** Null, or empty, where anything will do. */
export interface EmergenciesWanted {
  /** Of who is bound to this state. */
  state: string | null
  opened: { from: Date; until: Date } | null
  standings: readonly StandingOfEmergency[]
  isOutside: boolean | null
}

/** The latest first. */
export function emergenciesPage(
  pool: Pool,
  wanted: EmergenciesWanted,
  { actor, now }: { actor: Actor; now: Date },
  args: PageArgs,
): Promise<Page<Opening>> {
  const { state, opened, standings, isOutside } = wanted
  const conditions = narrowed((mark) => [
    isSeenBy(actor, mark),
    state !== null && `${mark(state)} = any (o.states)`,
    isWithin('o.at', opened, mark),
    standings.length > 0 && `(${standings.map((standing) => STANDS[standing](() => mark(now))).join(' or ')})`,
    isOutside !== null && `o.is_outside = ${mark(isOutside)}`,
  ])
  const order = [
    { column: 'o.at', cast: 'timestamptz', key: 'at' },
    { column: 'o.id', cast: 'uuid', key: 'id' },
  ]
  const keyset: Keyset = { pool, select: OPENING_SELECT, ...conditions, order, descending: true }
  return keysetPage<Opening>(keyset, args)
}

const OVER = `interval '${SIGNED_WITHIN_HOURS} hours'`
/** As rules/second-signature.ts says of one. */
const STANDS: Readonly<Record<StandingOfEmergency, (now: () => string) => string>> = {
  OPEN: (now) => `o.signed_at is null and ${now()}::timestamptz - o.at <= ${OVER}`,
  SIGNED: () => 'o.signed_at is not null',
  UNSIGNED_AFTER_72_HOURS: (now) => `o.signed_at is null and ${now()}::timestamptz - o.at > ${OVER}`,
}

/** Locked, so that two who sign at once sign one after the other. */
export async function emergencyOf(
  database: Pick<Pool | PoolClient, 'query'>,
  actor: Actor,
  id: string,
): Promise<Opening | null> {
  const { where, values } = narrowed((mark) => [isSeenBy(actor, mark), `o.id = ${mark(id)}`])
  const { rows } = await database.query<Opening>(`${OPENING_SELECT} where ${where} for update of o`, values)
  return rows[0] ?? null
}

/**
 * Overseers see those of their states: of who is bound to these, and of children who were found there, by what was known then or is
 * known now. Everybody else sees those of the own office and of the offices for which it signs; but whoever is of single places his own
 * alone, since each names a child, who may never have been in one of these.
 */
function isSeenBy({ sub, role, org, states, facilities }: Actor, mark: Mark): string {
  const emergency = "o.by = 'EMERGENCY'"
  if (role === 'ombudsperson-federal' || role === 'federal-secretary') if (states === null) return emergency
  if (facilities) return `${emergency} and o.subject = ${mark(sub)}`
  const theirs = mark(states)
  if (role === 'ombudsperson-state')
    return `${emergency} and (o.states && ${theirs}::text[] or o.found_in = any (${theirs}::char(2)[])
      or c.state = any (${theirs}::char(2)[]))`
  const own = `(o.subject = ${mark(sub)} or (o.role = ${mark(role)} and o.office is not distinct from ${mark(org)}
    and o.states is not distinct from ${theirs}::text[]))`
  const below = `(o.role = any (${mark(SIGNS_FOR[role] ?? [])}) and o.states <@ ${theirs}::text[])`
  return `${emergency} and (${own} or ${below})`
}
