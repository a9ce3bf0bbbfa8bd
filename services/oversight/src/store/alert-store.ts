/** Alerts, open and past: pages of them, one by its id, their steps, and which silence freezes them. One instance a request. */
import { byKeys, unseen } from '@vigia/db/kept-plans'
import type { Actor } from '@vigia/kit/actor'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import { isBeyondStates } from '@vigia/kit/graph/counting'
import { fewActedOn, sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { Mark, PageArgs } from '@vigia/kit/graph/page'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import { dutiesBehind } from '@vigia/law/alert-duties'
import type { AlertKind, AlertSeverity, AlertStep } from '@vigia/law/alert-kinds'
import { type AlertOffice, type OfWhat, OWED_BY_THE_PLACE } from '@vigia/law/alert-offices'
import { isDetention, isFacilityType } from '@vigia/law/facilities'
import type { Pool } from 'pg'
import { readsPseudonyms } from '../rules/who-may-know.ts'
import { inParts, inPartsThen, together } from './alert-parts.ts'
import { stoodAt } from './alert-then.ts'
import { type AlertsWanted, HOUR, inSight, nowWhere, type OwedWanted, owedWhere, thenWhere } from './alerts-wanted.ts'

export interface AlertRow {
  id: string
  kind: AlertKind
  about: 'CHILD' | 'FACILITY' | 'STATE'
  subject: string
  state: string
  severity: AlertSeverity
  childId: string | null
  facilityId: string | null
  since: Date
  reachedAt: Date
  /** Name of what made it so grave; null of what was written before it was kept. */
  restsOn: string | null
  openedAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
  resolvedById: string | null
  endedAt: Date | null
  version: number
  acknowledgedUntil: Date | null
  assignedOffice: AlertOffice | null
  assignedAccount: string | null
  /** By a person, while its cause still held. */
  closedAt: Date | null
  /** What kind of place keeps or kept whom it is about, where that tells whose duty it is. */
  placeType: string | null
}

export interface StepRow {
  alertId: string
  at: Date
  step: AlertStep
  severity: AlertSeverity
  /** How it stood from then on. */
  version: number
  acknowledgedUntil: Date | null
  assignedOffice: AlertOffice | null
  assignedAccount: string | null
  /** Who did it and why; null where facts and time did. */
  author: string | null
  authorRole: string | null
  authorOffice: string | null
  words: string | null
}

/** Of what is owed by whoever keeps a place: of what kind the place is. */
export const PLACE_TYPE = `case when a.kind in ('${OWED_BY_THE_PLACE.join("', '")}') then (
    select p.type from oversight.facility_ref p where p.facility_id = a.facility_id) end as "placeType"`
const COLUMNS = `a.id, a.kind, a.about, a.subject, a.state, a.child_id as "childId", a.facility_id as "facilityId", a.since,
  a.opened_at as "openedAt", ${PLACE_TYPE}`
const standing = (
  row: string,
) => `${row}.severity, ${row}.reached_at as "reachedAt", ${row}.rests_on as "restsOn", ${row}.version,
  ${row}.acknowledged_until as "acknowledgedUntil", ${row}.assigned_office as "assignedOffice",
  ${row}.assigned_account as "assignedAccount"`
export const ALERT_SELECT = `select ${COLUMNS}, ${standing('a')}, a.closed_at as "closedAt", a.resolved_at as "resolvedAt",
  a.resolved_by as "resolvedBy", a.resolved_by_id as "resolvedById", a.ended_at as "endedAt" from oversight.alert a`
/** The last opened first. */
export const IN_ORDER = {
  order: [
    { column: 'a.opened_at', cast: 'timestamptz', key: 'openedAt' },
    { column: 'a.id', cast: 'uuid', key: 'id' },
  ],
  descending: true,
}
const ALERTS_THEN = `from oversight.alert a cross join lateral ${stoodAt('$1')} h`
/** As it was known then: what has happened to it since is not told. */
const SELECT_THEN = `select ${COLUMNS}, ${standing('h')}, null::timestamptz as "closedAt", null::timestamptz as "resolvedAt",
  null as "resolvedBy", null as "resolvedById", null::timestamptz as "endedAt"
  ${ALERTS_THEN}`
const IDS = unseen('$1', 'uuid[]')
const SILENCES = `select subject, since from oversight.alert
  where kind = 'OFFICE_SILENT' and about = 'STATE' and severity = 'CRITICAL' and resolved_at is null and owner = any (${unseen('$1', 'text[]')})
    and subject = any (${unseen('$2', 'text[]')})`
const STEPS = `select h.alert_id as "alertId", h.at, h.step, ${standing('h')}, h.author, h.author_role as "authorRole",
    h.author_office as "authorOffice", h.words
  from oversight.alert_history h where h.alert_id = any (${IDS}) order by h.at, h.id`
const LAST_TOLD = `select distinct on (alert_id) alert_id as "alertId", seq, step, at from stream.alert_step
  where alert_id = any (${IDS}) order by alert_id, seq desc`
const COUNTS = `select state, kind, severity, count, closed_by_person as "closedByPerson"
  from oversight.alert_counted where state = any ($1::char(2)[]) order by 1, 2, 3`

export interface AlertCount {
  state: string
  kind: AlertKind
  severity: AlertSeverity
  count: number
  /** Of them. */
  closedByPerson: number
}

/** Beyond so many alerts they are not counted. */
const COUNTED_AT_MOST = 10_000

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
      async (ids) => (await pool.query<StepRow>(byKeys(STEPS, [ids]))).rows,
      ({ alertId }) => alertId,
    )
    this.lastToldOf = batchById<string, Omit<StepRow, 'severity'> & { seq: number }>(
      async (ids) => (await pool.query(byKeys(LAST_TOLD, [ids]))).rows,
      ({ alertId }) => alertId,
    )
    this.silence = batchById<string, { subject: string; since: Date }>(
      async (subjects) => (await pool.query(byKeys(SILENCES, [statesIn(subjects), subjects]))).rows,
      ({ subject }) => subject,
    )
    this.countsOf = batchManyById<string, AlertCount>(
      async (states) => (await figures.query<AlertCount>(COUNTS, [states])).rows,
      ({ state }) => state,
    )
  }

  /** Not there and not yours are one answer. A partner's word for an id is taken for the id. */
  async byId(id: string, actor: Actor): Promise<AlertRow | null> {
    const rows = await this.byIds(readsPseudonyms(actor.role) ? [id, pseudonymsOf(actor).find(id)] : [id], actor)
    return rows[0] ?? null
  }

  /** Those of them that are there and the actor's, in no order. */
  async byIds(ids: readonly (string | null)[], actor: Actor): Promise<AlertRow[]> {
    const values: unknown[] = [ids]
    const parts = [`a.id = any (${IDS})`, ...inSight(actor, (value) => `$${values.push(value)}`)]
    return (await this.#pool.query<AlertRow>(byKeys(`${ALERT_SELECT} where ${parts.join(' and ')}`, values))).rows
  }

  /** The latest first. */
  page(wanted: AlertsWanted, actor: Actor, args: PageArgs): Promise<Page<AlertRow>> {
    const { where, values, mark } = nowWhere(wanted, actor)
    const asked = readsPseudonyms(actor.role) ? this.#inHours(actor, mark) : this.#inOrder(ALERT_SELECT)
    return keysetPage<AlertRow>({ ...asked, select: inParts(asked.select, wanted), where, values }, args)
  }

  /** Those of which an office owes the duty itself, the latest first. */
  async pageOwed(office: AlertOffice, wanted: OwedWanted, actor: Actor, args: PageArgs): Promise<Page<AlertRow>> {
    return keysetPage<AlertRow>({ ...this.#inOrder(ALERT_SELECT), ...(await this.#owed(office, wanted, actor)) }, args)
  }

  /** As `count`. */
  async countOwed(office: AlertOffice, wanted: OwedWanted, actor: Actor): Promise<number | null> {
    if (isBeyondStates(wanted.state, actor)) return null
    const { where, values } = await this.#owed(office, wanted, actor)
    return this.#count(`select from oversight.alert a where ${where}`, values)
  }

  async #owed(office: AlertOffice, wanted: OwedWanted, actor: Actor) {
    return owedWhere(office, wanted, actor, await fewActedOn(this.#pool, 'oversight', sightOf(actor)))
  }

  /** How many there are in all pages; null beyond 10,000, and of a state that the actor does not oversee. */
  async count(wanted: AlertsWanted, actor: Actor): Promise<number | null> {
    if (isBeyondStates(wanted.state, actor)) return null
    const { where, values } = nowWhere(wanted, actor)
    return this.#count(together(inParts('select from oversight.alert a', wanted), where), values)
  }

  /** Those that were open at an instant, as they were known then. */
  pageAsOf(at: Date, wanted: AlertsWanted, actor: Actor, args: PageArgs): Promise<Page<AlertRow>> {
    const { where, values } = thenWhere(at, wanted, actor)
    return keysetPage<AlertRow>(
      { ...this.#inOrder(SELECT_THEN), select: inPartsThen(SELECT_THEN), where, values },
      args,
    )
  }

  async countAsOf(at: Date, wanted: AlertsWanted, actor: Actor): Promise<number | null> {
    if (isBeyondStates(wanted.state, actor)) return null
    const { where, values } = thenWhere(at, wanted, actor)
    return this.#count(together(inPartsThen(`select ${ALERTS_THEN}`), where), values)
  }

  async #count(all: string, values: readonly unknown[]): Promise<number | null> {
    const text = `select count(*)::int as n from (${all} limit ${COUNTED_AT_MOST + 1}) counted`
    const { rows } = await this.#pool.query<{ n: number }>(text, [...values])
    const n = rows[0]?.n ?? 0
    return n > COUNTED_AT_MOST ? null : n
  }

  /** Within an hour in an order of this partner's own: a common one would tell two partners which alerts are the same. */
  #inHours(actor: Actor, mark: Mark) {
    const place = `md5(a.id::text || ${mark(pseudonymsOf(actor).refOf('order of alerts'))}::text)`
    return {
      pool: this.#pool,
      select: ALERT_SELECT.replace('select ', `select ${HOUR} as hour, ${place} as place, `),
      order: [
        { column: HOUR, cast: 'timestamptz', key: 'hour' },
        { column: place, cast: 'text', key: 'place' },
      ],
      descending: true,
    }
  }

  #inOrder(select: string) {
    return { pool: this.#pool, select, ...IN_ORDER }
  }
}

/** What the law's tables ask of an alert to say whose duty it is. */
export function ofWhat({ kind, subject, placeType }: Pick<AlertRow, 'kind' | 'subject' | 'placeType'>): OfWhat {
  const isPlaceOfInm = placeType !== null && isFacilityType(placeType) && isDetention(placeType)
  return { kind, subject, isPlaceOfInm }
}

/** The articles that an alert is about, the one to cite first: INM is bound by others in its premises than who keeps a centre. */
export function dutiesOf(
  alert: Pick<AlertRow, 'kind' | 'subject' | 'placeType' | 'restsOn'>,
): ReturnType<typeof dutiesBehind> {
  return dutiesBehind(alert.kind, { ...ofWhat(alert), restsOn: alert.restsOn })
}

function statesIn(subjects: readonly string[]): string[] {
  return [...new Set(subjects.map((subject) => subject.slice(-2)))]
}
