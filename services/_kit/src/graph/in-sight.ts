/**
 * Which children an actor may know of, in a service that keeps a picture of them. What puts a child in the sight of a state
 * or of counsel is decided by the children service alone (its rules/in-sight.ts) and told to the others; by which acts of the
 * authorities of a state their officers know of a child, each service sees in what it holds and follows (picture-of-children.ts).
 */

import { byKeys, unseen } from '@vigia/db/kept-plans'
import type { RowContext } from '@vigia/db/row-context'
import { type Act, actsOf } from '@vigia/law/access-lines'
import { MATRIX, scopesOfStub } from '@vigia/law/access-matrix'
import type { Pool } from 'pg'
import { type Actor, hasScope } from '../actor.ts'
import { seenInEmergency } from '../opened.ts'
import type { ServiceName } from '../service.ts'
import { batchById } from './batch-by-id.ts'

/** Every child; those of states; those on whom the authorities of states have acted; those who gave a mandate to counsel of these keys; none. */
export type Sight = { readonly of: 'ALL' } | Some
type Some =
  | { readonly of: 'NONE' }
  | { readonly of: 'STATES'; readonly states: readonly string[] }
  | {
      readonly of: 'ACTS'
      readonly states: readonly string[]
      readonly acts: readonly Act[]
      readonly facilities: readonly string[] | null
    }
  | { readonly of: 'MANDATE'; readonly keys: readonly string[] }

/** By the row rule of the actor's role. What no rule lets through is not seen. */
export function sightOf({ role, states, counsel = [], facilities }: Actor): Sight {
  const { rows } = MATRIX[role]
  switch (rows) {
    case 'ALL':
    case 'FEDERAL_ACTS': // Every child of the registry was first found by a federal authority, or handed to one.
      return states === null ? { of: 'ALL' } : { of: 'STATES', states }
    case 'STATES':
      return { of: 'STATES', states: states ?? [] }
    case 'STATE_ACTS':
    case 'CASES':
    case 'PLACED':
      return { of: 'ACTS', states: states ?? [], acts: actsOf(rows), facilities: facilities ?? null }
    case 'MANDATE':
      return counsel.length === 0 ? { of: 'NONE' } : { of: 'MANDATE', keys: counsel }
    case 'OWN_WRITING':
    case 'AGREEMENT':
    case 'PUBLISHED':
      return { of: 'NONE' }
  }
}

/** In whose name, and when, the database is asked: what its policies judge rows by (prisma/README.md), of the same matrix. */
export function rowContextOf(actor: Actor, now = new Date()): RowContext {
  const sight = sightOf(actor)
  const { rows, oversees } = MATRIX[actor.role]
  const opened = [...seenInEmergency(actor, now.getTime())]
  const holder = actor.opened && { holder: { subject: actor.sub, role: actor.role, states: actor.states } }
  const asked = {
    ...(oversees && { oversees }),
    ...(hasScope(actor, 'audit:read') && { audits: true as const }),
    ...holder,
  }
  const context = { rule: 'NONE', states: actor.states, parties: [], opened, at: now.toISOString(), ...asked }
  switch (sight.of) {
    case 'ALL':
      return { ...context, rule: 'ALL' }
    case 'STATES':
      return {
        ...context,
        rule: 'STATES',
        states: sight.states,
        ...(scopesOfStub(actor.role).size > 0 && { stubs: true as const }),
      }
    case 'ACTS':
      return {
        ...context,
        rule: rows,
        states: sight.states,
        ...(sight.facilities && { facilities: sight.facilities }),
      }
    case 'MANDATE':
      return { ...context, rule: rows, states: [], parties: sight.keys }
    case 'NONE':
      if (rows === 'AGREEMENT' && actor.agreement) return { ...context, rule: rows, agreement: actor.agreement }
      return rows === 'OWN_WRITING' ? { ...context, rule: rows } : context
  }
}

const IDS = unseen('$1', 'uuid[]')

/** Of some children, those that an actor may know of. */
export type Seeing = (ids: readonly string[]) => Promise<string[]>

/** For one request: whoever is asked of twice is looked up once. */
export function childrenInSight(pool: Pool, service: ServiceName, actor: Actor): Seeing {
  const sight = sightOf(actor)
  if (sight.of === 'ALL') return async (ids) => [...ids]
  if (sight.of === 'NONE') return withEmergencies(actor, async () => [])
  const seen = batchById<string, { child_id: string }>(
    async (ids) => {
      const values: unknown[] = [ids]
      const asked = childrenOf(service, sight, (value) => `$${values.push(value)}`, `child_id = any (${IDS})`)
      return (await pool.query<{ child_id: string }>(byKeys(asked, values))).rows
    },
    ({ child_id }) => child_id,
  )
  return withEmergencies(actor, async (ids) => {
    const found = await Promise.all(ids.map((id) => seen.load(id)))
    return found.flatMap((child) => child?.child_id ?? [])
  })
}

/** Beside those in sight, each child of whom the actor has opened the record for an emergency: by its id, and in no list. */
export function withEmergencies(actor: Actor, inSight: Seeing): Seeing {
  if (actor.opened === undefined) return inSight
  return async (ids) => {
    const [seen, emergencies] = [await inSight(ids), seenInEmergency(actor, Date.now())]
    return [...new Set([...seen, ...ids.filter((id) => emergencies.has(id))])]
  }
}

/** Who among children has left the actor's states and is known to it as a stub alone: for one request of one service. */
export type Stubs = ReturnType<typeof stubsAmong>

/** Null for a role without stubs, which is asked nothing. Whoever is in sight is no stub, and is not looked for among them. */
export function stubsAmong(pool: Pool, service: ServiceName, { role }: Actor, inSight: Seeing) {
  if (scopesOfStub(role).size === 0) return null
  return batchById<string, { child_id: string }>(
    async (ids) => {
      const seen = new Set(await inSight(ids))
      const left = ids.filter((id) => !seen.has(id))
      if (left.length === 0) return []
      const asked = `select child_id from ${service}.stub_here where child_id = any (${IDS})`
      return (await pool.query<{ child_id: string }>(byKeys(asked, [left]))).rows
    },
    ({ child_id }) => child_id,
  )
}

type Mark = (value: unknown) => string

/** A query of `child_id`: who is in sight, of those that the condition lets through. */
export function childrenOf(service: ServiceName, sight: Some, mark: Mark, condition: string): string {
  const [ref, told] = [`select child_id from ${service}.child_ref`, `select child_id from ${service}.child_sight`]
  switch (sight.of) {
    case 'NONE':
      return `${told} where false`
    case 'MANDATE':
      return `${told} where ${condition} and parties && ${mark(sight.keys)}::text[]`
    case 'ACTS':
      return childrenActedOn(service, sight, mark, condition)
    case 'STATES': {
      const states = unseen(mark(sight.states), 'char(2)[]')
      return `${ref} where ${condition} and state = any (${states}) union ${told} where ${condition} and states && ${states}`
    }
  }
}

type Acted = Extract<Sight, { of: 'ACTS' }>

/** Some of them more than once. Which stays of the past still count, and in which places, the view says, by who asks and when. */
export function childrenActedOn(service: ServiceName, { states, acts }: Acted, mark: Mark, condition: string): string {
  return `select child_id from ${service}.act_here
    where ${condition} and state = any (${mark(states)}::char(2)[]) and act = any (${mark(acts)}::text[])`
}

/** More of them are so large a part of all children that a page is soon full of them. */
const FEW = 20_000

/** The children whom an office knows by acts, where these are few; else null. What is narrowed by them is judged besides. */
export async function fewActedOn(pool: Pool, service: ServiceName, sight: Sight): Promise<readonly string[] | null> {
  if (sight.of !== 'ACTS') return null
  const values: unknown[] = []
  const acted = childrenActedOn(service, sight, (value) => `$${values.push(value)}`, 'child_id is not null')
  const { rows } = await pool.query<{ child_id: string }>(`${acted} limit ${FEW + 1}`, values)
  return rows.length > FEW ? null : [...new Set(rows.map(({ child_id }) => child_id))]
}

/**
 * Those by whom a list of the country is narrowed; null for whoever reads it otherwise. Looking up of each row whether it is of one of them goes
 * through all rows for an office of a small state; as values the planner knows how many they are. Those in places alone it reads at once.
 */
export const fewInList = async (pool: Pool, service: ServiceName, sight: Sight): Promise<readonly string[] | null> =>
  sight.of === 'ACTS' && isOfFew(sight) ? null : fewActedOn(pool, service, sight)

/** A page looks up the child of each of its rows; of all rows there are whom to tell of is read at once, and compared. */
export type Judged = 'ROW_BY_ROW' | 'AT_ONCE'

/**
 * Condition on a row of a list, whose child stands in that column. Whoever is in a place is one of few, all of whom are read at
 * once; of notices and files there are as many as children (prisma/migrations, rows_by_actor).
 */
export function isActedOn(
  service: ServiceName,
  sight: Acted,
  mark: Mark,
  column: string,
  judged: Judged = 'ROW_BY_ROW',
): string {
  const acted = childrenActedOn(service, sight, mark, `child_id = ${column}`)
  return judged === 'AT_ONCE' || isOfFew(sight) ? `exists (${acted})` : `(select true from (${acted}) acted limit 1)`
}

/** Conditions on a row of a list, whose child stands in that column: that the asker may know of it. `few` is of `fewInList`. */
export function whereInSight(
  service: ServiceName,
  sight: Sight,
  few: readonly string[] | null,
  mark: Mark,
  column: string,
): string[] {
  const ofFew = few ? [`${column} = any (${mark(few)}::uuid[])`] : []
  if (sight.of === 'ALL') return ofFew
  const isSeen =
    sight.of === 'ACTS'
      ? isActedOn(service, sight, mark, column)
      : `exists (${childrenOf(service, sight, mark, `child_id = ${column}`)})`
  return [...ofFew, isSeen]
}

/** Whether whoever asks knows of those in places alone. */
export const isOfFew = ({ acts }: Acted): boolean => acts.every((act) => act === 'STAY')
