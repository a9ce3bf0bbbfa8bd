/** Which relative of a child a row means: no number names one, and many rows do not tell where it is. */
import { batchOnce, inLines, isNotLate, isPlaced, ROWS } from '@vigia/kit/intake/sql'
import { type Step, whereSomeAreKnown } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'

/** Of a place that nobody knows. */
const NOWHERE = "''"
const MARK_TOLD = markOf('s.relative_place_mark')

/** A child has one mother and one father; another relative is the same where the same detection is told again. */
const MAY_BE_ONE = "(p.known or s.tie in ('MOTHER', 'FATHER'))"

/** SQL on `s` and `p`: the mark of the relative's place; where the row tells none, of the only one of its tie that is known. */
export const MARK_OF_PLACE = `coalesce(${MARK_TOLD}, (
    select case when count(*) = 1 and ${MAY_BE_ONE} then min(r.place_mark) end
    from children.relative r where r.child_id = p.child_id and r.tie = s.tie), ${NOWHERE})`

/** SQL on `s`, `p` and a relative `f`: nobody knew where it is, and the row tells it. */
const IS_PLACED_NOW = `f.place_mark = ${NOWHERE} and s.relative_place_mark is not null and ${MAY_BE_ONE} and not exists (
    select from children.relative r where r.child_id = f.child_id and r.tie = f.tie and r.id <> f.id)`

/** SQL: whether a known relative `f` is the one that the row means. */
export const IS_SAME_RELATIVE = `f.child_id = p.child_id and f.tie = s.tie and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}
  and (f.place_mark = ${MARK_OF_PLACE} or ${IS_PLACED_NOW})`

/** Before what else the row tells of it is written, which finds it by its place. */
export const PLACE_LEARNED: Step = whereSomeAreKnown(
  batchOnce(`
  update children.relative f set place_mark = ${MARK_TOLD}, batch_id = b.id, line = s.line, recorded_at = b.taken_at
  ${ROWS} where f.child_id = p.child_id and f.tie = s.tie and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}
    and ${IS_PLACED_NOW} and ${isNotLate('children.relative')}`),
)

const LINES = `count(*), ${inLines('f.line')}`

/**
 * One of whom the row tells no place, beside others of its tie, or a new one of whom it does beside one of whom no other file did: nobody but
 * the sender knows whether it is one of them.
 */
export const PERHAPS_KNOWN_RELATIVES = `
  select format('Familiares de los que no se dice dónde están, y que pueden ser otros del mismo vínculo que ya se conocen: %s (%s). Se guardan aparte; si son los mismos, retire el lote y envíe el archivo con su lugar.',
    ${LINES}) as notice
  from children.relative f
  where f.batch_id = $1 and f.line is not null and f.place_mark = ${NOWHERE} and exists (
    select from children.relative r where r.child_id = f.child_id and r.tie = f.tie and r.id <> f.id)
  having count(*) > 0
  union all
  select format('Familiares que pueden ser otros del mismo vínculo, ya conocidos, de los que no se ha dicho dónde están: %s (%s). Se guardan aparte; si son los mismos, retire este lote, envíe con su lugar el renglón que los trajo sin él, y después este archivo otra vez.',
    ${LINES}) as notice
  from children.relative f
  where f.batch_id = $1 and f.line is not null and f.place_mark <> ${NOWHERE} and exists (
    select from children.relative r
    where r.child_id = f.child_id and r.tie = f.tie and r.place_mark = ${NOWHERE} and r.batch_id <> f.batch_id)
    and not exists (select from children.former_version v where v.entity = 'relative' and v.entity_id = f.id)
  having count(*) > 0`
