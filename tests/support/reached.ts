/** Which children somebody reaches at each door: in the graph, at the service that keeps them, and in the database of each service. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { type ChildrenOfEachKind, inOrder, type Name } from './children-of-each-kind.ts'
import { keyOf, underContext } from './under-context.ts'

const SERVICES = ['children', 'placements', 'representation', 'returns'] as const

interface Found {
  id: string
  folio?: string | null
}
const namesOf = ({ ids }: ChildrenOfEachKind, rows: readonly Found[]) => inOrder(rows.map(({ id }) => ids.get(id)))

async function listedTo(world: ChildrenOfEachKind, actor: Actor): Promise<Name[]> {
  const { data } = await world.graph.ask(actor, '{ children(first: 100) { edges { node { id folio } } } }')
  const { edges } = (data as { children: { edges: { node: Found }[] } }).children
  return namesOf(
    world,
    edges.map(({ node }) => node),
  )
}

/** Of all children, those whose folio the service gives, asked by their ids and without the gateway. */
async function openedBy(world: ChildrenOfEachKind, actor: Actor): Promise<Name[]> {
  const { data } = await world.graph.askService(
    'children',
    actor,
    'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { id folio } } }',
    { keys: [...world.ids.keys()].map((id) => ({ __typename: 'Child', id })) },
  )
  const found = (data as { _entities: (Found | null)[] })._entities
  return namesOf(
    world,
    found.flatMap((one) => (one?.folio?.startsWith('NNA-') ? [one] : [])),
  )
}

/** Rows of children that the login which answers is shown in the actor's name, whoever writes the SQL. */
async function shownTo(world: ChildrenOfEachKind, actor: Actor, service: (typeof SERVICES)[number]): Promise<Name[]> {
  const login = readerUrl(service, world.database.url)
  const from = service === 'children' ? 'id from children.child' : `child_id as id from ${service}.child_ref`
  const rows = await underContext(login, signedContext(keyOf(login), rowContextOf(actor)), `select ${from}`)
  return namesOf(world, rows as Found[])
}

/** As everywhere gives them. */
export async function reachedBy(world: ChildrenOfEachKind, actor: Actor): Promise<Name[][]> {
  const shown = await Promise.all(SERVICES.map((service) => shownTo(world, actor, service)))
  return [await listedTo(world, actor), await openedBy(world, actor), ...shown]
}

/** The same children at each door. */
export const everywhere = (...names: readonly Name[]): Name[][] =>
  Array.from({ length: 2 + SERVICES.length }, () => inOrder(names))
