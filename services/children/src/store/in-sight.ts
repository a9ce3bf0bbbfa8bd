/** Which children an actor may know of (rules/in-sight.ts), as SQL over the rows of children.child and what is told of them. */
import { byKeys, unseen } from '@vigia/db/kept-plans'
import type { Actor } from '@vigia/kit/actor'
import { isActedOn, isOfFew, sightOf, withEmergencies } from '@vigia/kit/graph/in-sight'
import type { Part } from '@vigia/kit/graph/keyset'
import { STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'

type Mark = (value: unknown) => string

/** Condition on a row of child_sight joined to its child: others have shown the child to these states. */
const BESIDES = (states: string) => `s.states && ${states} and c.state <> all (${states})`
/** What is read of a child, here and by whoever lists them. */
const READ = ['id', 'folio', 'sex', 'age_group', 'nationality', 'accompaniment', 'state', 'first_detected_at']
const columnsOf = (table: string, columns = READ) => columns.map((column) => `${table}.${column}`).join(', ')
/** Of these without those by which the list is in order. */
const HERE = READ.filter((column) => column !== 'id' && column !== 'first_detected_at')
const JOINED = 'children.child_sight s join children.child c on c.id = s.child_id'

/** A relation in the place of children.child, each part read by an index of its own. */
function childrenInSightOf(actor: Actor, mark: Mark): string {
  const sight = sightOf(actor)
  switch (sight.of) {
    case 'ALL':
      return 'children.child'
    case 'NONE':
      return `(select ${columnsOf('child')} from children.child where false) child`
    case 'MANDATE':
      return `(select ${columnsOf('c')} from ${JOINED} where s.parties && ${mark(sight.keys)}::text[]) child`
    case 'ACTS': {
      const acted = isActedOn('children', sight, mark, 'child.id')
      return `(select ${columnsOf('child')} from children.child where ${acted}) child`
    }
    case 'STATES': {
      const states = `${mark(sight.states)}::char(2)[]`
      return `(select ${columnsOf('child')} from children.child where state = any (${states})
        union all select ${columnsOf('c')} from ${JOINED} where ${BESIDES(states)}) child`
    }
  }
}

/** The same as a list, the latest found first: of each state its own are read in their order, and of the others no more than a page. */
export function partsInSightOf(actor: Actor, columns: string, mark: Mark): string | Part[] {
  const sight = sightOf(actor)
  if (sight.of !== 'STATES' || sight.states.length === 0)
    return `select ${columns} from ${childrenInSightOf(actor, mark)}`
  const codes = [...new Set(sight.states)].map((code) => `(${mark(code)}::char(2))`)
  const each = `(select * from (values ${codes.join(', ')}) given offset 0) of_state (code)`
  return [
    {
      each,
      select: `select ${columns} from (select ${columnsOf('child')} from children.child where state = of_state.code) child`,
    },
    ...(isNation(sight.states)
      ? []
      : [{ each, select: `select ${columns} from ${listedElsewhere(unseen(mark(sight.states), 'char(2)[]'))}` }]),
  ]
}

/**
 * Those of one state whom others found, in their order; whoever reads of several finds each child in the first of them. Each child is looked
 * up as it is come to: joined, the planner takes those in sight for few, and reads all there are for the fifty rows of a page.
 */
const listedElsewhere = (states: string) => `(
  select e.child_id as id, ${columnsOf('c', HERE)}, e.first_detected_at from children.found_elsewhere e, lateral (
    select ${columnsOf('child', HERE)} from children.child where id = e.child_id and state <> all (${states}) and (
      select true from children.found_elsewhere o where o.child_id = e.child_id and o.state < e.state and o.state = any (${states}) limit 1) is null
    offset 0) c
  where e.state = of_state.code) child`

/** Of all states together nothing is elsewhere, and looking for it reads whatever a state was shown. */
export const isNation = (states: readonly string[]): boolean => STATE_CODES.every((code) => states.includes(code))

/**
 * The same relation for a question that reads all of it: the acts are read once, and not looked up for each child. Many who were acted on
 * are a case, which stays a condition: joined, the planner takes them for few, and has the policies look each of them up.
 */
export function childrenToCount(actor: Actor, mark: Mark): string {
  const sight = sightOf(actor)
  if (sight.of !== 'ACTS') return childrenInSightOf(actor, mark)
  const acted = isActedOn('children', sight, mark, 'child.id', 'AT_ONCE')
  const condition = isOfFew(sight) ? acted : `case when ${acted} then true end`
  return `(select ${columnsOf('child')} from children.child where ${condition}) child`
}

/** Only those who were first found elsewhere. */
export function childrenFoundElsewhere(states: readonly string[], mark: Mark): string {
  return foundElsewhere(`${mark(states)}::char(2)[]`)
}

const foundElsewhere = (states: string) => `(select ${columnsOf('c')} from ${JOINED} where ${BESIDES(states)}) child`

/** States whose counters, with those found elsewhere, tell how many children the actor sees; null where none do. */
export function countedStates(actor: Actor): readonly string[] | null {
  const sight = sightOf(actor)
  return sight.of === 'STATES' ? sight.states : null
}

/** Of these children, those whom the actor may know of; all of them for an actor of the whole country. */
export function childrenInSight(pool: Pool, actor: Actor) {
  return withEmergencies(actor, childrenInRows(pool, actor))
}

/** Without those whom it sees for an emergency alone. */
export function childrenInRows(pool: Pool, actor: Actor) {
  return async (ids: readonly string[]): Promise<string[]> => {
    if (sightOf(actor).of === 'ALL') return [...ids]
    const values: unknown[] = [ids]
    const asked = childrenAmong(unseen('$1', 'uuid[]'), actor, (value) => `$${values.push(value)}`)
    const { rows } = await pool.query<{ id: string }>(byKeys(asked, values))
    return rows.map(({ id }) => id)
  }
}

function childrenAmong(ids: string, actor: Actor, mark: Mark): string {
  const sight = sightOf(actor)
  if (sight.of !== 'STATES') return `select id from ${childrenInSightOf(actor, mark)} where id = any (${ids})`
  const states = unseen(mark(sight.states), 'char(2)[]')
  return `select id from children.child where id = any (${ids}) and state = any (${states})
    union select child_id from children.child_sight where child_id = any (${ids}) and states && ${states}`
}
