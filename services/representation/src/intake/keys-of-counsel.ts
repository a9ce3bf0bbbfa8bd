/**
 * By its key counsel sees the children of its mandates (services/children/src/rules/in-sight.ts): one that is mistyped would show a child
 * to a stranger who has that number.
 *
 * Law     None tells which number counsel has.
 * Policy  A key that stands under another name alone is a CONFLICT, refused unless the sender stands by it. Under a name once taken in, it
 *         is not asked about again. One that nobody was known by before cannot be held against anything: the sender is told to look at it.
 */
import { inLines } from '@vigia/kit/intake/sql'

const NAME = (row: string) => `representation.name_hash(${row})`
const OF_BATCH = (row: string) =>
  `${row}.batch_id = $1 and ($2::int[] is null or ${row}.line = any ($2)) and ${row}.counsel_key is not null`

/** SQL for `conflicts`: rows of the batch whose key is known, and never under this name. Each key is looked up once, however many rows name it. */
export const KEYS_UNDER_ANOTHER_NAME = `
  select r.line, 'CÉDULA O CLUNI' as "column", r.counsel_key as value,
    'CONFLICTO: con esta cédula o CLUNI se conoce a otra persona u organización. Revise el número; si es la misma con otro nombre, envíelo con --confirm.' as reason
  from (
    select said.key, said.name from (
      select distinct s.counsel_key as key, ${NAME('s.represented_by')} as name from representation.representation s where ${OF_BATCH('s')}) said
    cross join lateral (
      select bool_or(${NAME('o.represented_by')} is distinct from said.name) as is_of_another,
        bool_or(o.batch_id <> $1 and ${NAME('o.represented_by')} is not distinct from said.name) as is_known
      from representation.representation o where o.counsel_key = said.key) told
    where told.is_of_another and not told.is_known) strange
  join representation.representation r on r.counsel_key = strange.key and ${NAME('r.represented_by')} is not distinct from strange.name
  where ${OF_BATCH('r')}
    and not exists (select from representation.former_version v
      where v.entity = 'representation' and v.entity_id = r.id and v.former ->> 'counsel_key' = r.counsel_key
        and ${NAME("v.former ->> 'represented_by'")} is not distinct from ${NAME('r.represented_by')})`

/** SQL for `findings`: keys that no file had named before, told also of a dry run. Of each its first line. */
export const KEYS_NAMED_FIRST = `
  with named as (
    select min(r.line) as line from representation.representation r
    where r.batch_id = $1 and r.counsel_key is not null
      and not exists (select from representation.representation o where o.counsel_key = r.counsel_key and o.batch_id <> $1)
      and not exists (select from representation.former_version v
        where v.entity = 'representation' and v.entity_id = r.id and v.former ->> 'counsel_key' = r.counsel_key)
    group by r.counsel_key
  )
  select 'Cédulas o CLUNI que ningún archivo había nombrado: ' || count(*) || ' (' || ${inLines('line')} || '). Revise los números: quien responde por uno ve a la niña, niño o adolescente del renglón.' as notice
  from named having count(*) > 0`
