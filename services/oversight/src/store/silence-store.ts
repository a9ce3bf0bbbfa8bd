/** Silences: those that stand, a page of them, and how one is written and ended. */
import type { Actor } from '@vigia/kit/actor'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { AlertKind } from '@vigia/law/alert-kinds'
import type { Pool, PoolClient } from 'pg'
import type { Silence } from '../rules/silenced.ts'

export interface SilenceRow extends Silence {
  id: string
  reason: string
  author: string
  authorOffice: string | null
  at: Date
  endedBy: string | null
}

const SELECT = `select s.id, s.kinds, s.state, s.facility_id as "facilityId", s.reason, s.author, s.author_role as "authorRole",
  s.author_office as "authorOffice", s.at, s.until, s.ended_at as "endedAt", s.ended_by as "endedBy" from oversight.alert_silence s`

/** Null, or empty, where anything will do. */
export interface SilencesWanted {
  /** Of this state, or of all of them. */
  state: string | null
  set: { from: Date; until: Date } | null
  /** Of one of these at least. */
  kinds: readonly AlertKind[]
  isStanding: boolean | null
}

type Asked = Pick<Pool | PoolClient, 'query'>

/** Of every role: few. */
export async function standingSilences(database: Asked, now: Date): Promise<SilenceRow[]> {
  const standing = `${SELECT} where s.ended_at is null and s.until > $1`
  return (await database.query<SilenceRow>(standing, [now])).rows
}

export class SilenceStore {
  readonly #pool: Pool
  #standing: Promise<SilenceRow[]> | null = null

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** There are few: an account has a bounded number, each for a week at most. Asked once a request. */
  standing(now: Date): Promise<SilenceRow[]> {
    this.#standing ??= standingSilences(this.#pool, now)
    return this.#standing
  }

  /** Those of the states that the actor oversees, and of all states; the latest first. */
  page(wanted: SilencesWanted, actor: Actor, now: Date, args: PageArgs): Promise<Page<SilenceRow>> {
    const { state, set, kinds, isStanding } = wanted
    const conditions = narrowed((mark) => [
      ...seenBy(actor, mark),
      state !== null && `(s.state is null or s.state = ${mark(state)})`,
      isWithin('s.at', set, mark),
      kinds.length > 0 && `s.kinds && ${mark(kinds)}`,
      isStanding === true && `s.ended_at is null and s.until > ${mark(now)}`,
      isStanding === false && `(s.ended_at is not null or s.until <= ${mark(now)})`,
    ])
    const order = [
      { column: 's.at', cast: 'timestamptz', key: 'at' },
      { column: 's.id', cast: 'uuid', key: 'id' },
    ]
    return keysetPage<SilenceRow>({ pool: this.#pool, select: SELECT, ...conditions, order, descending: true }, args)
  }
}

function seenBy(actor: Actor, mark: (value: unknown) => string): string[] {
  const sight = sightOf(actor)
  if (sight.of === 'ALL') return []
  return 'states' in sight ? [`(s.state is null or s.state = any (${mark(sight.states)}::char(2)[]))`] : ['false']
}

export type NewSilence = Pick<SilenceRow, 'id' | 'kinds' | 'state' | 'facilityId' | 'reason' | 'until' | 'at'>

export async function addSilence(database: Asked, silence: NewSilence, { sub, role, org }: Actor): Promise<void> {
  const { id, kinds, state, facilityId, reason, at, until } = silence
  await database.query(
    `insert into oversight.alert_silence (id, kinds, state, facility_id, reason, author, author_role, author_office, at, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, kinds, state, facilityId, reason, sub, role, org, at, until],
  )
}

export async function silenceById(database: Asked, id: string): Promise<SilenceRow | null> {
  const { rows } = await database.query<SilenceRow>(`${SELECT} where s.id = $1`, [id])
  return rows[0] ?? null
}

/** Whether the registry knows the place, in that state where one is named: a silence of none would hold nothing back, and nobody would notice. */
export async function isPlace(database: Asked, facilityId: string, state: string | null): Promise<boolean> {
  const { rowCount } = await database.query(
    'select from oversight.facility_ref where facility_id = $1 and ($2::char(2) is null or state = $2)',
    [facilityId, state],
  )
  return rowCount === 1
}

/** How many of an account stand. */
export async function standingOf(database: Asked, { sub }: Actor, now: Date): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    'select count(*)::int as n from oversight.alert_silence where author = $1 and ended_at is null and until > $2',
    [sub, now],
  )
  return rows[0]?.n ?? 0
}

/** False where it has ended meanwhile. */
export async function markEnded(database: Asked, id: string, { sub }: Actor, now: Date): Promise<boolean> {
  const { rowCount } = await database.query(
    'update oversight.alert_silence set ended_at = greatest(at, $2), ended_by = $3 where id = $1 and ended_at is null',
    [id, now, sub],
  )
  return rowCount === 1
}
