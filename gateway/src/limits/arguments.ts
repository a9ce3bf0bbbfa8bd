/** The value an argument has in one request: written in the query, or in a variable, or the variable's default. */
import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** Undefined when the argument is not given. Only for numbers and names: a list or an object is undefined too. */
export function argumentOf(
  field: FieldNode,
  name: string,
  operation: OperationDefinitionNode,
  variables: Variables,
): unknown {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value
  if (!value) return undefined
  if (value.kind !== Kind.VARIABLE) return literal(value)
  const variable = value.name.value
  if (Object.hasOwn(variables, variable)) return variables[variable]
  const declared = operation.variableDefinitions?.find((one) => one.variable.name.value === variable)
  return declared?.defaultValue ? literal(declared.defaultValue) : undefined
}

function literal(value: ValueNode): unknown {
  if (value.kind === Kind.INT || value.kind === Kind.FLOAT) return Number(value.value)
  if (value.kind === Kind.NULL) return null
  return 'value' in value ? value.value : undefined
}
