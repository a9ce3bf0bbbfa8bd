/** Which places of its answer a request to a service is to fill, so that of one that fails can be said what is missing. */
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql'
import type { Errand } from './forward.ts'

/** Response keys and indices, from the root. */
export type Place = readonly (string | number)[]

/** The federated field by which objects are asked for that another service gave. */
export const ENTITIES = '_entities'

/** The fields at the top of the request, one of each object before the next: what lies below them is missing with them. */
export function askedFor({ request }: GraphQLDataSourceProcessOptions<Errand>): Place[] {
  const document = parse(request.query ?? '', { noLocation: true })
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  const keys = [...new Set(keysOf(operation.selectionSet, document))]
  const objects = objectsOf(request)
  if (!objects) return keys.map((key) => [key])
  return keys.flatMap((key) => objects.map((_, index) => [ENTITIES, index, key]))
}

/** The objects that another service gave and this one is asked about; null where it is asked at the root. */
export function objectsOf({ variables }: { variables?: Record<string, unknown> | undefined }): object[] | null {
  const objects = variables?.['representations']
  return Array.isArray(objects) ? objects : null
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
