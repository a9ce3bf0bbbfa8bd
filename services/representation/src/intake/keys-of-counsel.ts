/**
 * By its key counsel sees the children of its mandates (services/children/src/rules/in-sight.ts): one that is mistyped would show a child
 * to a stranger who has that number.
 *
 * Law     None tells which number counsel has.
 * Policy  A key that stands under another name alone is a CONFLICT, refused unless the sender stands by it. Under a name once taken in, it
 *         is not asked about again.
 */

const SAME_NAME = (one: string, other: string) =>
  `representation.name_hash(${one}) is not distinct from representation.name_hash(${other})`

/** SQL for `conflicts`: rows of the batch whose key is known, and never under this name. */
export const KEYS_UNDER_ANOTHER_NAME = `
  select r.line, 'CÉDULA O CLUNI' as "column", r.counsel_key as value,
    'CONFLICTO: con esta cédula o CLUNI se conoce a otra persona u organización. Revise el número; si es la misma con otro nombre, envíelo con --confirm.' as reason
  from representation.representation r
  where r.batch_id = $1 and ($2::int[] is null or r.line = any ($2)) and r.counsel_key is not null
    and exists (select from representation.representation o
      where o.counsel_key = r.counsel_key and not ${SAME_NAME('o.represented_by', 'r.represented_by')})
    and not exists (select from representation.representation o
      where o.counsel_key = r.counsel_key and o.batch_id <> r.batch_id and ${SAME_NAME('o.represented_by', 'r.represented_by')})
    and not exists (select from representation.former_version v
      where v.entity = 'representation' and v.entity_id = r.id and v.former ->> 'counsel_key' = r.counsel_key
        and ${SAME_NAME("v.former ->> 'represented_by'", 'r.represented_by')})`
