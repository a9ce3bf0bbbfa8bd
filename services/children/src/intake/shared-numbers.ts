/**
 * Numbers of a child by which no row is joined, and which two children may have: each shelter numbers for itself, siblings share a case,
 * and two countries print one number. Each child keeps what its rows tell.
 */
import { inLines, ROWS } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'

const OF_ROW = `lateral (values ('PASSPORT', s.passport, s.passport_sealed, null),
    ('SHELTER_FOLIO', s.shelter_folio, s.shelter_folio_sealed, null), ('PROGRES', s.progres, s.progres_sealed, 'UN'),
    ('CPIMS', s.cpims, s.cpims_sealed, 'UN')) n (type, value, sealed, issuer)`

/** What stands behind the blind index of a number that another child had already: whose it is here. No blind index has it. */
const BEHIND = '@'
const AS_ONE_MORE = `n.value || '${BEHIND}' || p.child_id`

/** Of those that the child does not have yet under either. */
const write = (value: string, other: string) => `
  insert into children.identifier (child_id, type, value, sealed, issuer, batch_id, line, recorded_at)
  select p.child_id, n.type, ${value}, n.sealed, n.issuer, b.id, s.line, b.taken_at
  ${ROWS}, ${OF_ROW}
  where n.value is not null and not exists (
    select from children.identifier x where x.type = n.type and x.value = ${other} and x.child_id = p.child_id)
  on conflict (type, value) do nothing`

/** The second finds those that the first did not write, since another child has them. */
export const WRITE_SHARED_NUMBERS: readonly Step[] = [write('n.value', AS_ONE_MORE), write(AS_ONE_MORE, 'n.value')]

/** Of a shelter's folio it says nothing; of the others their sender knows whether they are right. */
export const NUMBERS_OF_TWO = `
  select format('Números que ya tiene otra niña, niño o adolescente: %s (%s). Se guardan en cada registro y no unen a nadie; si alguno está mal, retire el lote y envíe el archivo corregido.',
    count(*), ${inLines('line')}) as notice
  from children.identifier
  where batch_id = $1 and type in ('PASSPORT', 'PROGRES', 'CPIMS') and value like '%${BEHIND}%'
  having count(*) > 0`
