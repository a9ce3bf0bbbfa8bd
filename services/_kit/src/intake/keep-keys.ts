/** SQL that keeps the keys under which cells of rows are sealed, of rows that wrote something alone. */
import type { ServiceName } from '../service.ts'
import { batchOnce, ROWS } from './sql.ts'

/** SQL on `s`: true of a row of which a telling was kept, or that says otherwise than a later one. */
export const IS_LATE = 's.line in (select line from late)'

/**
 * SQL that keeps the keys of rows that wrote something, late ones among them, and of no other: `facts` are tables, each with the child,
 * batch and line of its rows. Asked last.
 */
export function keepKeys(service: ServiceName, facts: readonly string[]): string {
  const wrote = facts.map(
    (fact) =>
      `exists (select from ${service}.${fact} f where f.child_id = p.child_id and f.batch_id = b.id and f.line = s.line)`,
  )
  return batchOnce(`
    insert into ${service}.data_key (id, child_id, wrapped)
    select s.data_key, p.child_id, s.wrapped_key ${ROWS}
    where s.data_key is not null and s.wrapped_key is not null and (${[...wrote, IS_LATE].join(' or ')})`)
}
