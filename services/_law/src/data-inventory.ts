/** Every datum that the registry keeps, with its group, its basis, its readers and its term. */
import type { Group } from './access-groups.ts'
import { MATRIX, ROLES } from './access-matrix.ts'
import { BASES, type Kept, type KeptGroup, TERMS } from './data-kept.ts'
import { DATA_OF_ALERTS } from './data-of-alerts.ts'
import { DATA_OF_CHILDREN } from './data-of-children.ts'
import { DATA_OF_MACHINERY } from './data-of-machinery.ts'
import { DATA_OF_RETURNS } from './data-of-returns.ts'
import { DATA_OF_USERS } from './data-of-users.ts'
import { DATA_OF_WORK } from './data-of-work.ts'

export const INVENTORY: readonly Kept[] = [
  ...DATA_OF_CHILDREN,
  ...DATA_OF_WORK,
  ...DATA_OF_RETURNS,
  ...DATA_OF_MACHINERY,
  ...DATA_OF_ALERTS,
  ...DATA_OF_USERS,
]

export interface Datum {
  table: string
  holds: string
  group: KeptGroup
  columns: readonly string[]
  readers: string
  basis: string
  term: string
  /** Told beside its own group, in a form of the other's. */
  isAlso: boolean
}

/** A line for each table and group of fields. */
export function dataLines(): Datum[] {
  return INVENTORY.flatMap(({ table, holds, basis, term, data, also = {}, ...record }) => {
    const line = (isAlso: boolean) => (named: [group: string, columns: string]) => {
      const group = named[0] as KeptGroup // A key of data.
      const columns = named[1].trim().split(/\s+/)
      return {
        ...{ table, holds, group, columns, readers: readersOf(group, isAlso ? {} : record), isAlso },
        ...{ basis: BASES[basis], term: TERMS[term].says },
      }
    }
    return [...Object.entries(data).map(line(false)), ...Object.entries(also).map(line(true))]
  })
}

const DECIDING = ROLES.filter((role) => (MATRIX[role].writes as readonly string[]).includes('export:approve'))

/** By the matrix, of who reads one of the groups within which it stands; an asterisk where a reason must be written down first. */
export function readersOf(
  group: KeptGroup,
  { within = [], isOfNoChild = false }: Pick<Kept, 'within' | 'isOfNoChild'> = {},
): string {
  if (group === 'technical') return 'nobody: it is of no person'
  if (group === 'internal') return 'nobody: the service that keeps it computes with it'
  if (group === 'exports')
    return `whoever asked for it; while it waits, who may decide about it: ${DECIDING.join(', ')}`
  const readers = ROLES.flatMap((role) => {
    const { reads, withReason } = MATRIX[role]
    const isRead = (groups: readonly Group[]) =>
      groups.includes(group) && (within.length === 0 || within.some((one) => groups.includes(one)))
    return isRead(reads) ? [role] : !isOfNoChild && isRead([...reads, ...withReason]) ? [`${role}*`] : []
  })
  return readers.join(', ')
}
