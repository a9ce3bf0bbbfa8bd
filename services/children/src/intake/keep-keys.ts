/** SQL that keeps the keys under which cells of children's rows are sealed, of rows that wrote something alone. */
import { IS_LATE } from '@vigia/kit/intake/known/late'
import { batchOnce, ROWS } from '@vigia/kit/intake/sql'

/**
 * SQL that keeps the keys of rows that wrote something, late ones among them, and of no other: `facts` are tables, each with the child,
 * batch and line of its rows. Asked last.
 */
export function keepKeys(facts: readonly string[]): string {
  const wrote = facts.map(
    (fact) =>
      `exists (select from children.${fact} f where f.child_id = p.child_id and f.batch_id = b.id and f.line = s.line)`,
  )
  return batchOnce(`
    insert into children.data_key (id, child_id, wrapped)
    select s.data_key, p.child_id, s.wrapped_key ${ROWS}
    where s.data_key is not null and s.wrapped_key is not null and (${[...wrote, IS_LATE].join(' or ')})`)
}
