/** Every page has a size from 1 to 100, wherever it stands in the operation. */
import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import type { Fault } from '../request/refused.ts'
import { argumentOf, type Variables } from './arguments.ts'
import { LIMITS } from './limits.ts'
import type { Fragments } from './size.ts'

/** The first page whose size is out of bounds, with its path in the answer; null when all are sound. */
export function pageFault(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): Fault | null {
  const seen = new Set<string>()
  return search(operation.selectionSet, [])

  function search(set: SelectionSetNode, path: readonly string[]): Fault | null {
    for (const selection of set.selections) {
      const fault =
        selection.kind === Kind.FIELD
          ? searchField(selection, path)
          : search(selectionsOf(selection) ?? { ...set, selections: [] }, path)
      if (fault) return fault
    }
    return null
  }

  function selectionsOf(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet
    if (seen.has(selection.name.value)) return null
    seen.add(selection.name.value)
    return fragments.get(selection.name.value)?.selectionSet
  }

  function searchField(field: FieldNode, path: readonly string[]): Fault | null {
    const here = [...path, (field.alias ?? field.name).value]
    for (const name of ['first', 'last']) {
      const rows = argumentOf(field, name, operation, variables)
      if (rows === undefined || rows === null || isPageSize(rows)) continue
      return { message: `"${name}" must be a whole number from 1 to ${LIMITS.pageRows}.`, path: here }
    }
    return field.selectionSet ? search(field.selectionSet, here) : null
  }
}

const isPageSize = (rows: unknown): boolean =>
  typeof rows === 'number' && Number.isInteger(rows) && rows >= 1 && rows <= LIMITS.pageRows
