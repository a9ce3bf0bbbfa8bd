/** The scalars of every subgraph: instants in UTC, and days of the Mexican calendar. */
import { isLocalDate } from '@vigia/law/local-dates'
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { Refusal } from '../errors.ts'

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant, told in UTC as RFC 3339 writes it: 2026-11-25T16:42:00.000Z; taken with any offset. What a file tells by its day alone stands at the first instant of that day in Mexico City, and its hour is not known; what was determined stands at the last.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(textOf(node)),
})

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day by the local date of Mexico City, written as YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: day,
  parseLiteral: (node) => day(textOf(node)),
})

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined
}

/** JavaScript makes 2 March of 30 February, and midnight of the next day of 24:00: somebody would be told of another instant than he meant. */
function instant(value: unknown): Date {
  const text = typeof value === 'string' ? value : ''
  const [, written = ''] = INSTANT.exec(text) ?? []
  const date = new Date(isLocalDate(written) ? text : Number.NaN)
  // Told in UTC it may lie in a year that no day here has, nor any of PostgreSQL's.
  if (Number.isNaN(date.getTime()) || !isLocalDate(date.toISOString().slice(0, -'T00:00:00.000Z'.length)))
    throw new Refusal('BAD_USER_INPUT', 'Not an instant; write 2026-11-25T16:42:00Z.')
  return date
}

function day(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value
  throw new Refusal('BAD_USER_INPUT', 'Not a day of the calendar; write 2026-11-25.')
}

/** A day as Prisma hands it over, midnight in UTC, written as a day. */
export function dayOf(day: Date): string
export function dayOf(day: Date | null): string | null
export function dayOf(day: Date | null): string | null {
  return day === null ? null : day.toISOString().slice(0, 10)
}
