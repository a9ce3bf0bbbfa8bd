/** Rows that are acts of others (_law/src/competence.ts): what is not told of one says so in the file, and no cell of it is left empty. */
import { SIDES } from '@vigia/law/competence'
import type { GraphQLFormattedError } from 'graphql'
import type { Column, Language } from './columns.ts'

/** Stands where a value is not told, with whose the act is. */
interface NotTold {
  notTold: keyof typeof SIDES
}

export function isNotTold(value: unknown): value is NotTold {
  return typeof value === 'object' && value !== null && 'notTold' in value
}

/** In the words of the law's list: whose act it is, and who is competent. */
export const wordsFor = ({ notTold }: NotTold, language: Language): string => SIDES[notTold][language]

type Told = ReadonlySet<string> | null

/** Null where the cell is told: of the asker's own side, of the record around the row, or by which an act of others is known. */
export function ofOthers(row: unknown, { at }: Pick<Column, 'at'>, told: Told): NotTold | null {
  const [field = ''] = at.split('.')
  if (told === null || at.startsWith('^') || told.has(field)) return null
  const { competence } = (row ?? {}) as { competence?: { side: keyof typeof SIDES } | null }
  return competence ? { notTold: competence.side } : null
}

/** Whether all that went wrong is that acts of others are not told: the rows say so themselves, and the file has no holes. */
export function areOfOthers(errors: readonly GraphQLFormattedError[], told: Told): boolean {
  return errors.every(({ path = [], extensions }) => {
    const field = path.findLast((step) => typeof step === 'string')
    return extensions?.['code'] === 'FORBIDDEN' && field !== undefined && told?.has(String(field)) === false
  })
}
