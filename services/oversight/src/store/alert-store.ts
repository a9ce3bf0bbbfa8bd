/** Alerts, open and past: pages of them, one by its id, their steps, and which silence freezes them. One instance a request. */
import type { Actor } from '@vigia/kit/actor'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import { isActedOn, sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import type { AlertKind, AlertSeverity, AlertStep } from '@vigia/law/alert-kinds'
import type { Pool } from 'pg'
import { readsPseudonyms } from '../rules/who-may-know.ts'

export interface AlertRow {
  id: string
  kind: AlertKind
  about: 'CHILD' | 'FACILITY' | 'STATE'
  state: string
  severity: AlertSeverity
  childId: string | null
  facilityId: string | null
  since: Date
  reachedAt: Date
  openedAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
  resolvedById: string | null
  endedAt: Date | null
}

export interface StepRow {
  alertId: string
  at: Date
  step: AlertStep
  severity: AlertSeverity
}

export interface AlertsWanted {
  state: string | null
  kinds: readonly AlertKind[]
  severities: readonly AlertSeverity[]
  isOpen: boolean | null
  /** A child, and the kinds of which the asker may know whom they are about. */
  child: { id: string; kinds: readonly AlertKind[] } | null
}

const COLUMNS = `a.id, a.kind, a.about, a.state, a.child_id as "childId", a.facility_id as "facilityId", a.since,
  a.opened_at as "openedAt"`
const SELECT = `select ${COLUMNS}, a.severity, a.reached_at as "reachedAt", a.resolved_at as "resolvedAt",
  a.resolved_by as "resolvedBy", a.resolved_by_id as "resolvedById", a.ended_at as "endedAt" from oversight.alert a`
/** As it was known then: what has happened to it since is not told. */
const SELECT_THEN = `select ${COLUMNS}, h.severity, h.reached_at as "reachedAt", null::timestamptz as "resolvedAt",
  null as "resolvedBy", null as "resolvedById", null::timestamptz as "endedAt"
  from oversight.alert a cross join lateral (
    select h.severity, h.reached_at from oversight.alert_history h where h.alert_id = a.id and h.at <= $1
    order by h.at desc, h.id desc limit 1) h`
const SILENCES = `select subject, since from oversight.alert
  where kind = 'OFFICE_SILENT' and about = 'STATE' and severity = 'CRITICAL' and resolved_at is null and owner = any ($1)
    and subject = any ($2)`
const STEPS = `select alert_id as "alertId", at, step, severity from oversight.alert_history
  where alert_id = any ($1::uuid[]) order by at, id`
const LAST_TOLD = `select distinct on (alert_id) alert_id as "alertId", seq, step, at from stream.alert_step
  where alert_id = any ($1::uuid[]) order by alert_id, seq desc`
const COUNTS = `select state, kind, severity, count(*)::int as count from oversight.alert_counted
  where state = any ($1::char(2)[]) group by 1, 2, 3 order by 1, 2, 3`

export interface AlertCount {
  state: string
  kind: AlertKind
  severity: AlertSeverity
  count: number
}

export class AlertStore {
  readonly #pool: Pool
  /** Every step of an alert, the first first. */
  readonly stepsOf
  /** What happened to an alert last, with its place in the stream. */
  readonly lastToldOf
  /** Since when an office is silent, by the subject of its alert. */
  readonly silence
  /** What is open, by the state. */
  readonly countsOf

  constructor({ rows: pool, figures }: { rows: Pool; figures: Pool }) {
    this.#pool = pool
    this.stepsOf = batchManyById<string, StepRow>(
      async (ids) => (await pool.query<StepRow>(STEPS, [ids])).rows,
      ({ alertId }) => alertId,
    )
    this.lastToldOf = batchById<string, Omit<StepRow, 'severity'> & { seq: number }>(
      async (ids) => (await pool.query(LAST_TOLD, [ids])).rows,
      ({ alertId }) => alertId,
    )
    this.silence = batchById<string, { subject: string; since: Date }>(
      async (subjects) => (await pool.query(SILENCES, [statesIn(subjects), subjects])).rows,
      ({ subject }) => subject,
    )
    this.countsOf = batchManyById<string, AlertCount>(
      async (states) => (await figures.query<AlertCount>(COUNTS, [states])).rows,
      ({ state }) => state,
    )
  }

  /** Not there and not yours are one answer. A partner's word for an id is taken for the id. */
  async byId(id: string, actor: Actor): Promise<AlertRow | null> {
    const values: unknown[] = [readsPseudonyms(actor.role) ? [id, pseudonymsOf(actor).find(id)] : [id]]
    const parts = ['a.id = any ($1::uuid[])', ...inSight(actor, (value) => `$${values.push(value)}`)]
    const { rows } = await this.#pool.query<AlertRow>(`${SELECT} where ${parts.join(' and ')}`, values)
    return rows[0] ?? null
  }

  /** The latest first. */
  page(wanted: AlertsWanted, actor: Actor, args: PageArgs): Promise<Page<AlertRow>> {
    const values: unknown[] = []
    const mark = (value: unknown) => `$${values.push(value)}`
    const parts = [...conditions(wanted, mark), ...inSight(actor, mark)]
    if (wanted.isOpen !== null) parts.push(`a.resolved_at is ${wanted.isOpen ? '' : 'not '}null`)
    if (wanted.severities.length > 0) parts.push(`a.severity = any (${mark(wanted.severities)})`)
    const where = { where: parts.join(' and '), values }
    if (readsPseudonyms(actor.role)) return keysetPage<AlertRow>({ ...this.#inHours(actor, mark), ...where }, args)
    return keysetPage<AlertRow>({ ...this.#inOrder(SELECT), ...where }, args)
  }

  /** Those that were open at an instant, as they were known then. */
  pageAsOf(at: Date, wanted: AlertsWanted, actor: Actor, args: PageArgs): Promise<Page<AlertRow>> {
    const values: unknown[] = [at]
    const mark = (value: unknown) => `$${values.push(value)}`
    const parts = [
      'a.opened_at <= $1 and (a.resolved_at is null or a.resolved_at > $1)',
      ...conditions(wanted, mark),
      ...inSight(actor, mark),
    ]
    if (wanted.severities.length > 0) parts.push(`h.severity = any (${mark(wanted.severities)})`)
    return keysetPage<AlertRow>({ ...this.#inOrder(SELECT_THEN), where: parts.join(' and '), values }, args)
  }

  /** Within an hour in an order of this partner's own: a common one would tell two partners which alerts are the same. */
  #inHours(actor: Actor, mark: Mark) {
    const place = `md5(a.id::text || ${mark(pseudonymsOf(actor).refOf('order of alerts'))}::text)`
    return {
      pool: this.#pool,
      select: SELECT.replace('select ', `select ${HOUR} as hour, ${place} as place, `),
      order: [
        { column: HOUR, cast: 'timestamptz', key: 'hour' },
        { column: place, cast: 'text', key: 'place' },
      ],
      descending: true,
    }
  }

  #inOrder(select: string) {
    return {
      pool: this.#pool,
      select,
      order: [
        { column: 'a.opened_at', cast: 'timestamptz', key: 'openedAt' },
        { column: 'a.id', cast: 'uuid', key: 'id' },
      ],
      descending: true,
    }
  }
}

/** As the indexes have it that partners are answered from. */
const HOUR = "date_bin('1 hour', a.opened_at, '2000-01-01T00:00:00Z'::timestamptz)"

type Mark = (value: unknown) => string

function conditions({ state, kinds, child }: AlertsWanted, mark: Mark): string[] {
  const parts: string[] = []
  if (state !== null) parts.push(`a.state = ${mark(state)}`)
  if (kinds.length > 0) parts.push(`a.kind = any (${mark(kinds)})`)
  if (child) parts.push(`a.owner = ${mark(child.id)} and a.kind = any (${mark(child.kinds)})`)
  return parts
}

/**
 * An alert belongs to its state, wherever the child is now. Who sees no child of a state sees no alert; who knows of some children
 * of it alone, by acts of its authorities, sees those about these, about places and about the state.
 */
function inSight(actor: Actor, mark: Mark): string[] {
  const sight = readsPseudonyms(actor.role) ? { of: 'STATES' as const, states: actor.states ?? [] } : sightOf(actor)
  if (sight.of === 'ALL') return []
  if (sight.of !== 'STATES' && sight.of !== 'ACTS') return ['false']
  const [only] = sight.states
  // One state is the common case, and keeps the order of the index.
  const ofState =
    sight.states.length === 1 ? `a.state = ${mark(only)}` : `a.state = any (${mark(sight.states)}::char(2)[])`
  if (sight.of === 'STATES') return [ofState]
  return [ofState, `(a.child_id is null or ${isActedOn('oversight', sight, mark, 'a.child_id')})`]
}

function statesIn(subjects: readonly string[]): string[] {
  return [...new Set(subjects.map((subject) => subject.slice(-2)))]
}
