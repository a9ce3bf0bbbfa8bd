/** Columns that the rows of the fact tables share, as they travel in events: the row as JSON, snake_case. */
import { z } from 'zod'
import { type CodeList, codesOf } from './code-list.ts'
import { isCountryCode } from './countries.ts'
import { type BatchId, type ChildId, type Id, id, isId } from './ids.ts'
import { isLocalDate } from './local-dates.ts'
import { municipalityKeyOf, STATE_CODES } from './states.ts'

/** A column that holds an id, branded as it is read. */
export function idColumn<T extends Id<string>>() {
  return z
    .string()
    .refine(isId, 'Not an id')
    .transform((text) => id<T>(text))
}

/** A column that holds a code of the list. */
export function code<List extends CodeList>(list: List) {
  return z.enum(codesOf(list))
}

export const childId = idColumn<ChildId>()
export const batchId = idColumn<BatchId>()
export const text = z.string().min(1)
/** timestamptz as PostgreSQL writes it in JSON: with an offset. */
export const instant = z.iso.datetime({ offset: true })
export const localDate = z.string().refine(isLocalDate, 'Not a day of the calendar')
export const stateCode = z.enum(STATE_CODES)
export const municipalityKey = z.string().refine((key) => municipalityKeyOf(key) === key, 'Not a key of a municipality')
export const countryCode = z.string().refine(isCountryCode, 'Not a country')

/** Where a row comes from: the file, its line, and when the registry learned it. */
export const origin = { batch_id: batchId, line: z.int().nullable(), recorded_at: instant }

/** Cells that only the service that keeps their key can open, and a code by which it sees whether they are said again. */
export const sealedCells = { sealed: z.string().nullable(), mark: z.string().nullable() }
