/** Which places of the answer a request to a service was to fill, so that one that fails can say what is missing. */
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql'
import type { Errand } from '../forward.ts'

/** Response keys from the root; `@` stands for every item of a list, as in a query plan. */
export type Place = readonly (string | number)[]

/** The federated field by which objects are asked for that another service gave. */
const ENTITIES = '_entities'

/** The fields at the top of the request: what lies below them is missing with them. */
export function askedFor(options: GraphQLDataSourceProcessOptions<Errand>): Place[] {
  const document = parse(options.request.query ?? '', { noLocation: true })
  const above = 'pathInIncomingRequest' in options ? (options.pathInIncomingRequest ?? []) : []
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  return [...new Set(keysOf(operation.selectionSet, document))].map((key) => [...above, key])
}

function keysOf({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(selection.selectionSet, document)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return keysOfFragment(selection.name.value, document)
    const { name, alias, selectionSet } = selection
    if (name.value === ENTITIES && selectionSet) return keysOf(selectionSet, document)
    return name.value === '__typename' ? [] : [alias?.value ?? name.value]
  })
}

function keysOfFragment(name: string, document: DocumentNode): string[] {
  const fragment = document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  )
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? keysOf(fragment.selectionSet, document) : []
}
