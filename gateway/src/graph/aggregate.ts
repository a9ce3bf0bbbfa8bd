/** Whether an operation asks for counts alone: only then may its answer be kept and given to the next who asks. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** What the registry answers about itself and the states. Children, facilities and intakes are not among them. */
const ROOTS: ReadonlySet<string> = new Set(['states', 'state', 'nation', 'registry', 'publishedFigures'])

/** Figures that are public already: the one list with ids whose rows tell of no person and no place. */
const PUBLISHED = 'PublishedFigure'

/**
 * True when every field is a count, or leads to counts alone. It fails closed: a type with an `id`, and a page of
 * such, are records; so is whatever a document reaches that is no object of the schema.
 */
export function isAggregate(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation !== 'query') return false
  let onlyCounts = true
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      // A document of several operations is judged as a whole, which can only refuse more.
      Field: (field) => {
        const name = field.name.value
        if (name === '__typename') return
        const isRoot = types.getParentType() === schema.getQueryType()
        const type = getNamedType(types.getType())
        const isCount = isLeafType(type) || (isObjectType(type) && !isRecord(schema, type.name))
        if (!isCount || (isRoot && !ROOTS.has(name))) onlyCounts = false
      },
    }),
  )
  return onlyCounts
}

function isRecord(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name)
  if (!isObjectType(type) || name.startsWith('__')) return true
  if (name.startsWith(PUBLISHED)) return false
  return 'id' in type.getFields() || name.endsWith('Connection') || name.endsWith('Edge')
}
