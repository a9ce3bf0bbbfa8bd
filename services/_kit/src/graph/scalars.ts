/** The scalars of every subgraph: instants in UTC, and days of the Mexican calendar. */
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { Refusal } from '../errors.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, written as RFC 3339: 2026-11-25T16:42:00.000Z.',
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

function instant(value: unknown): Date {
  const date = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : new Date(Number.NaN)
  if (Number.isNaN(date.getTime())) throw new Refusal('BAD_USER_INPUT', 'Not an instant; write 2026-11-25T16:42:00Z.')
  return date
}

function day(value: unknown): string {
  const text = typeof value === 'string' && DAY.test(value) ? value : ''
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new Refusal('BAD_USER_INPUT', 'Not a day of the calendar; write 2026-11-25.')
  return text
}

/** A day as Prisma hands it over, midnight in UTC, written as a day. */
export function dayOf(day: Date): string
export function dayOf(day: Date | null): string | null
export function dayOf(day: Date | null): string | null {
  return day === null ? null : day.toISOString().slice(0, 10)
}
