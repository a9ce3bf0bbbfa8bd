/**
 * Whoever is reported as a danger to a child does not represent it (security.md 10, row 41).
 *
 * Law     LGDNNA art. 106: where there is a conflict of interest, the parents' representation is suspended, and the Procuraduría
 *         represents the child.
 * Policy  Names are all that files tell, and two people may share one: a representation by a name that the file of the child
 *         points at is a CONFLICT, refused unless the sender stands by it, and told each time, to overseers too (alarm REPORTED). A report is never refused for who
 *         represents the child already.
 */
import { listOf } from '@vigia/kit/intake/cells/reading'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { confirm, inLines } from '@vigia/kit/intake/sql'
import { whereFilled } from '@vigia/kit/intake/step'

const LONGEST_NAME = 200

export const REPORTED_COLUMN: Column = {
  name: 'reported',
  titles: ['PERSONA SEÑALADA', 'Personas señaladas', 'Presunto agresor', 'Presunta persona agresora'],
  type: 'text[]',
  read: listOf(words(LONGEST_NAME)),
  isSeldom: true,
}

/** Kept as a hash alone. What a later file leaves out was not taken back by it. */
const RECORD_REPORTED = `
  insert into representation.reported_person (case_id, child_id, name_hash, batch_id, line, recorded_at)
  select distinct on (c.id, hash) c.id, c.child_id, hash, b.id, s.line, b.taken_at
  from staged s join placed p using (line) cross join the_batch b
  join representation.protection_case c on c.folio = s.folio
  cross join lateral (select representation.name_hash(name) as hash from unnest(s.reported) as said(name)) n
  where hash is not null
  order by c.id, hash, s.line
  on conflict (case_id, name_hash) do nothing`

/** Whoever is pointed at again stays so once the file that did it first is withdrawn. */
const REPORTED_AGAIN = confirm(
  'representation.reported_person',
  'c.folio = s.folio and f.case_id = c.id and f.name_hash = n.hash',
  'id',
  `, representation.protection_case c, lateral (
    select representation.name_hash(name) as hash from unnest(s.reported) as said(name)) n`,
)

export const WRITE_REPORTED = [RECORD_REPORTED, REPORTED_AGAIN].map((step) => whereFilled('reported', step))

const PAIRS = `
  from representation.reported_person p
  join representation.representation r on r.child_id = p.child_id and r.ended_on is null
    and representation.name_hash(r.represented_by) = p.name_hash`

/** SQL for `conflicts`; the name is the sender's own. */
export const REPRESENTED_BY_THE_REPORTED = `
  select distinct r.line, 'PERSONA U ORGANIZACIÓN' as "column", r.represented_by as value,
    'CONFLICTO: el expediente señala como riesgo a una persona de este nombre: no puede representar a la niña, niño o adolescente. '
      || 'Revise quién representa; si es otra persona del mismo nombre, envíelo con --confirm.' as reason
  ${PAIRS}
  where r.batch_id = $1 and ($2::int[] is null or r.line = any ($2))`

/** SQL for `reported`, of either file: nobody else would hear of a file that is refused. */
export const OF_THE_REPORTED = `
  select distinct p.child_id ${PAIRS}
  where p.batch_id = $1 and ($2::int[] is null or p.line = any ($2)) or r.batch_id = $1 and ($2::int[] is null or r.line = any ($2))`

/** SQL for `findings`, of either file: one notice, or none. */
export const REPORTED_WHO_REPRESENT = `
  with pair as (
    select distinct case when p.batch_id = $1 then p.line else r.line end as line
    ${PAIRS}
    where p.batch_id = $1 or r.batch_id = $1
  )
  select 'Personas señaladas como riesgo que representan a la misma niña, niño o adolescente: ' || count(*) || ' ('
    || ${inLines('line')} || '). Revise la representación de inmediato (LGDNNA art. 106).' as notice
  from pair having count(*) > 0`
