/** How many objects an operation may make the services fetch. A leaf is free, a list costs its rows times each row, ten counts as one. */
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { argumentOf, type Variables } from './arguments.ts'
import { weightOfCounts, weightOfRedelivery, weightOfSeries } from './counts.ts'
import { LIMITS } from './limits.ts'
import type { Fragments } from './size.ts'

/** Rows of the lists that are no pages. A list of counts that has a row for each code of a short list is charged as one. */
const ROWS_OF_STATES = 32
const ROWS_OF_RECORDS = 5
/** The whole schema at once: rare, and dear. */
const INTROSPECTION = 500

interface Costing {
  schema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: Fragments
  variables: Variables
}

export function costOf(costing: Costing): number {
  const { schema, operation, fragments, variables } = costing
  const seen = new Map<string, number>()
  return ofSet(operation.selectionSet, schema.getRootType(operation.operation), 1)

  /** `rows` is the size of the page that the surrounding connection gives, or the weight of the points of a series. */
  function ofSet(set: SelectionSetNode, type: GraphQLNamedType | null | undefined, rows: number): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection, type, rows)
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(selection.name.value, rows)
      const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type
      return sum + ofSet(selection.selectionSet, narrowed, rows)
    }, 0)
  }

  function ofFragment(name: string, rows: number): number {
    const key = `${rows} ${name}`
    const known = seen.get(key)
    if (known !== undefined) return known
    seen.set(key, 0)
    const fragment = fragments.get(name)
    const type = fragment && schema.getType(fragment.typeCondition.name.value)
    const cost = fragment ? ofSet(fragment.selectionSet, type, rows) : 0
    seen.set(key, cost)
    return cost
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | null | undefined, rows: number): number {
    const name = field.name.value
    if (name === '__schema' || name === '__type') return INTROSPECTION
    const declared = isObjectType(parent) ? parent.getFields()[name] : undefined
    const type = declared && getNamedType(declared.type)
    if (!declared || !isCompositeType(type) || !field.selectionSet) return 0
    if (type.name.endsWith('Connection')) return 1 + ofSet(field.selectionSet, type, pageSize(field, costing))
    if (type.name === 'Series') return 1 + ofSet(field.selectionSet, type, weightOfSeries(field, operation, variables))
    if (type.name === 'RedeliveryPayload') return 1 + weightOfRedelivery(field, operation, variables)
    const each = ofSet(field.selectionSet, type, 1)
    if (type.name === 'SeriesPoint') return rows * (1 + each)
    if (name === 'edges' || name === 'nodes') return rows * (1 + each)
    if (name === 'node') return each // the edge is charged already
    if (!isListType(getNullableType(declared.type))) return 1 + each
    return listRows(type, weightOfCounts(field, operation, variables)) * (1 + each)
  }
}

function pageSize(field: FieldNode, { operation, variables }: Costing): number {
  const asked = ['first', 'last'].map((name) => argumentOf(field, name, operation, variables))
  const numbers = asked.filter((rows) => typeof rows === 'number')
  return numbers.length > 0 ? Math.max(...numbers) : LIMITS.defaultPageRows
}

function listRows(type: GraphQLNamedType, counts: number): number {
  if (type.name === 'State') return ROWS_OF_STATES
  return isObjectType(type) && 'id' in type.getFields() ? ROWS_OF_RECORDS : counts
}
