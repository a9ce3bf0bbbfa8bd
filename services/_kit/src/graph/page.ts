/** Bounds of a page, and cursors that are positions in a stable order. */
import { Refusal } from '../errors.ts'

export const DEFAULT_PAGE = 20
export const LARGEST_PAGE = 100

export interface PageArgs {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** Throws BAD_USER_INPUT where `first` or `last` is not between 1 and 100, or both are given. */
export function checkPage({ first, last }: PageArgs): void {
  for (const [name, size] of Object.entries({ first, last })) {
    if (size === null || size === undefined) continue
    if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
      throw new Refusal('BAD_USER_INPUT', `"${name}" is between 1 and ${LARGEST_PAGE}.`)
  }
  if (first && last) throw new Refusal('BAD_USER_INPUT', 'Ask for "first" or for "last", not for both.')
}

/** For a cursor that a list did not give, or not to this asker. */
export const ofAnotherList = (): Refusal =>
  new Refusal(
    'CURSOR_INVALID',
    'This cursor was not given to you by this list: ask for a first page, without a cursor.',
  )

export function cursorOf(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position in a cursor of ours, of so many parts. Throws CURSOR_INVALID for any other text. */
export function positionIn(cursor: string, parts: number): (string | number)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(position) && position.length === parts && position.every(isPart)) return position
  } catch {
    // Falls through to the refusal: a text that is no cursor says nothing more.
  }
  throw ofAnotherList()
}

/** Adds a value to a question, and gives its place there. */
export type Mark = (value: unknown) => string

/** The conditions of a list, which hold all together, with their values; what is false asks for nothing. */
export function narrowed(conditions: (mark: Mark) => readonly (string | false)[]): {
  where: string
  values: unknown[]
} {
  const values: unknown[] = []
  const parts = conditions((value) => `$${values.push(value)}`).filter((part) => part !== false)
  return { where: parts.join(' and '), values }
}

/** As a condition: an instant of a period, where one is asked for. */
export function isWithin(column: string, period: { from: Date; until: Date } | null, mark: Mark): string | false {
  return period !== null && `${column} >= ${mark(period.from)} and ${column} < ${mark(period.until)}`
}

function isPart(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number'
}
