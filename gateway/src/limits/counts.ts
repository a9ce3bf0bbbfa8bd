/**
 * How many objects a list of counts weighs whose length is asked for: points of a series, days, the first so many. Ten counts weigh as one
 * record, whose rows are looked up one by one. A default of Vigía.
 */
import { type FieldNode, Kind, type OperationDefinitionNode } from 'graphql'
import { argumentOf, type Variables } from './arguments.ts'
import { LIMITS } from './limits.ts'

const COUNTS_OF_ONE = 10
const DAY_IN_MS = 86_400_000
/** The fewest days of each, so that no point is left out. */
const DAYS_OF_POINT: ReadonlyMap<unknown, number> = new Map([
  ['DAY', 1],
  ['WEEK', 7],
  ['MONTH', 28],
])

type Asked = (field: FieldNode, operation: OperationDefinitionNode, variables: Variables) => number

/** Of a series from a day to another; as many as there may be at most where that cannot be read. */
export const weightOfSeries: Asked = (field, operation, variables) => {
  const [from, to, grain] = ['from', 'to', 'grain'].map((name) => argumentOf(field, name, operation, variables))
  const days = (Date.parse(String(to)) - Date.parse(String(from))) / DAY_IN_MS + 1
  const points = Math.ceil(days / (DAYS_OF_POINT.get(grain) ?? 1)) + 1
  return weightOf(points >= 1 && points < LIMITS.points ? points : LIMITS.points)
}

const [LONGEST_REDELIVERY_IN_DAYS, OBJECTS_OF_A_DAY] = [31, 60]

/** Of messages that are told again each is written and sent, how many there are is known once it is done: by the days of which they are asked for. */
export const weightOfRedelivery: Asked = (field, operation, variables) => {
  const [from, to] = ['from', 'to'].map((name) => Date.parse(String(argumentOf(field, name, operation, variables))))
  const days = Math.ceil(((to ?? Number.NaN) - (from ?? Number.NaN)) / DAY_IN_MS)
  return OBJECTS_OF_A_DAY * (days >= 1 && days < LONGEST_REDELIVERY_IN_DAYS ? days : LONGEST_REDELIVERY_IN_DAYS)
}

/** Of any other list of counts: one, unless its field says of how many days or the first how many. */
export const weightOfCounts: Asked = (field, operation, variables) => {
  const first = argumentOf(field, 'first', operation, variables)
  const asked = Math.max(typeof first === 'number' ? first : 1, daysIn(field, operation, variables))
  return weightOf(asked)
}

const weightOf = (counts: number): number => Math.ceil(counts / COUNTS_OF_ONE)

const daysIn: Asked = (field, operation, variables) => {
  const given = field.arguments?.find(({ name }) => name.value === 'days')?.value
  if (given?.kind === Kind.LIST) return given.values.length
  if (given?.kind !== Kind.VARIABLE) return 1
  const name = given.name.value
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (Array.isArray(value)) return value.length
  return value === undefined && declared?.kind === Kind.LIST ? declared.values.length : 1
}
