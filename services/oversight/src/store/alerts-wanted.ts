/** Which alerts are asked for, and which of them the asker may know of, as conditions of a question to the database. */
import type { Actor } from '@vigia/kit/actor'
import { isActedOn, isOfFew, type Judged, sightOf } from '@vigia/kit/graph/in-sight'
import type { Mark } from '@vigia/kit/graph/page'
import type { AlertKind, AlertSeverity } from '@vigia/law/alert-kinds'
import type { AlertOffice } from '@vigia/law/alert-offices'
import { NATION } from '@vigia/law/states'
import { REPLAYED_DAYS } from '@vigia/law/terms-of-partners'
import { readsPseudonyms } from '../rules/who-may-know.ts'
import { owedBy } from './owed-by.ts'

export interface AlertsWanted {
  /** '00' for those about the nation itself. */
  state: string | null
  /** False: none of those about the nation itself. */
  isOfNation: boolean | null
  kinds: readonly AlertKind[]
  severities: readonly AlertSeverity[]
  /** Who owes the duty that they are about. */
  dutyHolder: AlertOffice | null
  isOpen: boolean | null
  isClosed: boolean | null
  isAcknowledged: boolean | null
  assignedTo: { office: AlertOffice | null; account: string | null } | null
  facility: string | null
  /** Opened from an instant until another. */
  opened: { from: Date; until: Date } | null
  /** Opened from an instant until another, at a place or, where that is null, at none. */
  on: { from: Date; until: Date; facility: string | null } | null
  /** A child, or null for whichever the list is of, and the kinds of which the asker may know whom they are about. */
  child: { id: string | null; kinds: readonly AlertKind[] } | null
}

/** What is asked for of those that an office owes itself. */
export type OwedWanted = Pick<AlertsWanted, 'state' | 'kinds' | 'severities' | 'isOpen' | 'opened'>

/** As the indexes have it that partners are answered from. */
export const HOUR = "date_bin('1 hour', a.opened_at, '2000-01-01T00:00:00Z'::timestamptz)"

interface Where {
  where: string
  values: unknown[]
  mark: Mark
}

/** As they stand now. */
export function nowWhere(wanted: AlertsWanted, actor: Actor, judged: Judged = 'ROW_BY_ROW'): Where {
  const values: unknown[] = []
  const mark: Mark = (value) => `$${values.push(value)}`
  const { isOpen, isClosed } = wanted
  const parts = [...whatever(wanted, mark), ...standing('a', wanted, mark), ...inSight(actor, mark, judged)]
  if (isOpen !== null) parts.push(isOpen ? 'a.resolved_at is null and a.closed_at is null' : NOT_OPEN)
  if (isClosed !== null)
    parts.push(isClosed ? 'a.resolved_at is null and a.closed_at is not null' : 'a.closed_at is null')
  return { where: parts.join(' and '), values, mark }
}
const NOT_OPEN = '(a.resolved_at is not null or a.closed_at is not null)'

/** As they stood at an instant, which is $1; `h` is the last step until then. */
export function thenWhere(at: Date, wanted: AlertsWanted, actor: Actor): Where {
  const values: unknown[] = [at]
  const mark: Mark = (value) => `$${values.push(value)}`
  const open = 'a.opened_at <= $1 and (a.resolved_at is null or a.resolved_at > $1) and not h.is_closed'
  const parts = [open, ...whatever(wanted, mark), ...standing('h', wanted, mark), ...inSight(actor, mark)]
  if (wanted.isAcknowledged || wanted.assignedTo) parts.push('a.acted_at is not null')
  return { where: parts.join(' and '), values, mark }
}

/** Of what is not asked for where one asks for what is owed. */
const ANY = {
  isOfNation: null,
  dutyHolder: null,
  isAcknowledged: null,
  isClosed: null,
  assignedTo: null,
  facility: null,
  on: null,
  child: null,
}

/** One alone is the common case, and keeps the order of the index. */
const oneOf = (column: string, values: readonly string[], type: string, mark: Mark): string =>
  values.length === 1 ? `${column} = ${mark(values[0])}` : `${column} = any (${mark(values)}::${type}[])`

/** What never changes of an alert. */
function whatever(
  { state, isOfNation, kinds, dutyHolder, facility, opened, on, child }: AlertsWanted,
  mark: Mark,
): string[] {
  const parts: string[] = []
  if (state !== null) parts.push(`a.state = ${mark(state)}`)
  else if (isOfNation === false) parts.push(`a.state <> ${mark(NATION.code)}`)
  if (kinds.length > 0) parts.push(oneOf('a.kind', kinds, 'text', mark))
  if (dutyHolder !== null) parts.push(owedBy(dutyHolder, mark))
  if (facility !== null) parts.push(`a.facility_id = ${mark(facility)}`)
  if (opened) parts.push(`a.opened_at >= ${mark(opened.from)} and a.opened_at < ${mark(opened.until)}`)
  if (on) {
    parts.push(`a.opened_at >= ${mark(on.from)} and a.opened_at < ${mark(on.until)}`)
    parts.push(on.facility === null ? 'a.facility_id is null' : `a.facility_id = ${mark(on.facility)}`)
  }
  if (child) parts.push(`a.kind = any (${mark(child.kinds)})`)
  if (child && child.id !== null) parts.push(`a.owner = ${mark(child.id)}`)
  return parts
}

function standing(row: 'a' | 'h', { severities, isAcknowledged, assignedTo }: AlertsWanted, mark: Mark): string[] {
  const parts: string[] = []
  if (severities.length > 0) parts.push(`${row}.severity = any (${mark(severities)})`)
  if (isAcknowledged !== null) parts.push(`${row}.acknowledged_until is ${isAcknowledged ? 'not ' : ''}null`)
  if (assignedTo) parts.push(`${row}.assigned_office is not null`)
  if (assignedTo?.office) parts.push(`${row}.assigned_office = ${mark(assignedTo.office)}`)
  if (assignedTo && assignedTo.account !== null) parts.push(`${row}.assigned_account = ${mark(assignedTo.account)}`)
  return parts
}

/**
 * Of those in sight, what an authority owes itself. Of whom an office knows few children, it is not looked up of each other child of its
 * state whose it is.
 */
export function owedWhere(office: AlertOffice, wanted: OwedWanted, actor: Actor, few: readonly string[] | null): Where {
  const values: unknown[] = []
  const mark: Mark = (value) => `$${values.push(value)}`
  const all = { ...ANY, ...wanted }
  const parts = [owedBy(office, mark), ...whatever(all, mark), ...standing('a', all, mark), ...inSight(actor, mark)]
  if (wanted.isOpen !== null) parts.push(`a.resolved_at is ${wanted.isOpen ? '' : 'not '}null`)
  if (few) parts.push(`(a.child_id is null or a.child_id = any (${mark(few)}::uuid[]))`)
  return { where: parts.join(' and '), values, mark }
}

/**
 * An alert belongs to its state, wherever the child is now. Who sees no child of a state sees no alert; who knows of some children
 * of it alone, by acts of its authorities, sees those about these, about places and about the state; and that one is over, as long as a
 * cursor is good, where an act showed it to him when it was told. Of what is owed in places each is told by the stays that are there.
 */
export function inSight(actor: Actor, mark: Mark, judged: Judged = 'ROW_BY_ROW'): string[] {
  const sight = readsPseudonyms(actor.role) ? { of: 'STATES' as const, states: actor.states ?? [] } : sightOf(actor)
  if (sight.of === 'ALL') return []
  if (sight.of !== 'STATES' && sight.of !== 'ACTS') return ['false']
  const ofState = oneOf('a.state', sight.states, 'char(2)', mark)
  if (actor.agreement?.kinds) return [ofState, `a.kind = any (${mark(actor.agreement.kinds)})`]
  if (sight.of === 'STATES') return [ofState]
  // As the context says, which knows what place a place was told to be since.
  const ofPlaces =
    sight.facilities && '(a.facility_id is null or a.facility_id = any ((select sec.facilities())::uuid[]))'
  const aboutNobody = ofPlaces ? `a.child_id is null and ${ofPlaces}` : 'a.child_id is null'
  const isKnown = isActedOn('oversight', sight, mark, 'a.child_id', judged)
  const ended = `a.resolved_at > now() - interval '${REPLAYED_DAYS} days'`
  const wasKnown = isOfFew(sight) ? [] : [`${ended} and a.known_by && ${mark(sight.acts)}::text[]`]
  return [ofState, `(${[aboutNobody, ...wasKnown, isKnown].join(' or ')})`]
}
