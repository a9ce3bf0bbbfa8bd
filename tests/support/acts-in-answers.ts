/** Acts in the answers of the graph: how a question comes to them from their child, and where they stand in what it gave. */
import type { ActName } from '@vigia/law/competence'
import { buildSchema } from 'graphql'
import { argumentsOf, waysFrom } from './questions.ts'
import { read } from './source-files.ts'

export const API = buildSchema(read('gateway/api.graphql'))

/** From the child to an act, with what is selected of it. */
export function wayTo(act: ActName, set: string): string {
  const way = waysFrom(API, 'Child', ['State', 'Facility', 'Alert']).get(`${act}.id`)?.slice(0, -1) ?? []
  return way.toReversed().reduce((below, { field }) => `${field.name}${argumentsOf(field)} { ${below} }`, set)
}

interface Node {
  path: readonly (string | number)[]
  node: Record<string, unknown>
}

export function nodesIn(value: unknown, act: ActName, path: Node['path'] = []): Node[] {
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  const own = node['__typename'] === act ? [{ path, node }] : []
  const key = (name: string) => (Array.isArray(value) ? Number(name) : name)
  return [...own, ...Object.entries(node).flatMap(([name, inner]) => nodesIn(inner, act, [...path, key(name)]))]
}

/** Known by its existence alone; `competence` was asked for. */
export const isOther = ({ node }: Node) => node['competence'] !== null
