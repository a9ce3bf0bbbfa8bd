/**
 * How a place stands, open or closed, acknowledged or only sighted: what the lists said of it by their days, in whatever order they came
 * (`placements.standing_of`). What each of them said is kept for that, and goes with it.
 */
import { isNotLate, isPlaced, SOME_ARE_KNOWN, type Values } from '@vigia/kit/intake/sql'
import { type Step, whereSomeMayBeLate } from '@vigia/kit/intake/step'
import { BY_LISTS, IS_OF_ITS_AUTHORITY } from './name-sign.ts'

/** SQL on `f` and `t`, its standing: that a second source has seen it no list takes back that says no more. */
const LIFECYCLE =
  "case when t.lifecycle = 'SIGHTED' and f.lifecycle = 'CORROBORATED' then f.lifecycle else t.lifecycle end"

/** SQL: a closing before the opening that is known is of another time, and contradicts it. */
const unlessBefore = (opening: string, closing: string) =>
  `case when (${closing} < ${opening}) is not true then ${closing} end`

const CLOSED_ON = unlessBefore('f.opened_on', 't.closed_on')

const ofPlace = (value: string) => `(select ${value} from placements.standing_of(f.id) t)`

/** What a row of a list comes to, once it is among the words; of a late one, what it says. */
export const STANDING: Values = {
  lifecycle: `coalesce(s.lifecycle, ${ofPlace(LIFECYCLE)})`,
  closed_on: ofPlace(unlessBefore('coalesce(s.opened_on, f.opened_on)', 'coalesce(s.closed_on, t.closed_on)')),
}

/** SQL: of every row, once its place is there. */
export const KEEP_LISTING = `
  with named as (
    select facility_id, line from placed where facility_id is not null
    union all
    select n.id, p.line from placed p join placements.facility n on n.line = p.line
    where p.facility_id is null and n.batch_id = (select id from the_batch)
  )
  insert into placements.listing as l (facility_id, batch_id, cutoff_on, taken_at, acknowledges, lifecycle, opened_on, closed_on)
  select distinct on (n.facility_id) n.facility_id, b.id, coalesce(b.cutoff_on, outbox.mx_date(b.taken_at)), b.taken_at,
    ${IS_OF_ITS_AUTHORITY}, s.lifecycle, s.opened_on, s.closed_on
  from named n join staged s using (line), the_batch b order by n.facility_id, s.line desc
  on conflict (facility_id, batch_id) do update set lifecycle = coalesce(excluded.lifecycle, l.lifecycle),
    opened_on = coalesce(excluded.opened_on, l.opened_on), closed_on = coalesce(excluded.closed_on, l.closed_on)`

/** What a late list changes by its word: those of later days are judged upon it, and none of them is contradicted. */
export const STAND_BY_LATE_LISTS: Step = whereSomeMayBeLate(`
  with stood as (
    update placements.facility f set lifecycle = stands.lifecycle, closed_on = stands.closed_on, recorded_at = b.taken_at
    from placed p join staged s using (line), the_batch b, lateral (
      select x.id, (select ${LIFECYCLE.replaceAll('f.', 'x.')}) as lifecycle, ${CLOSED_ON.replaceAll('f.', 'x.')} as closed_on
      from placements.facility x, placements.standing_of(x.id) t where x.id = p.facility_id) stands
    where ${SOME_ARE_KNOWN} and f.id = p.facility_id and ${isPlaced('f.id', 'facility_id')} and stands.id = f.id
      and (f.lifecycle, f.closed_on) is distinct from (stands.lifecycle, stands.closed_on)
      and not ${isNotLate('placements.facility', { toldBy: BY_LISTS })}
    returning s.line
  )
  insert into touched select line from stood`)

/**
 * SQL: a place that no list acknowledges and that stays of another source have named before is seen by two. What stands beside that is the word
 * of the list still, as where the stays come later (stay-writes.ts).
 */
export const SEEN_BEFORE = `
  update placements.facility f set lifecycle = 'CORROBORATED', batch_id = seen.batch_id, line = null, recorded_at = now()
  from placed p, the_batch b, lateral (
    select t.batch_id from placements.stay t join placements.batch o on o.id = t.batch_id
    where t.facility_id = p.facility_id and (o.source <> b.source or exists (
      select from placements.listing l join placements.batch x on x.id = l.batch_id
      where l.facility_id = p.facility_id and x.withdrawn_at is null and x.source <> o.source))
    order by t.recorded_at, t.id limit 1) seen
  where ${SOME_ARE_KNOWN} and f.id = p.facility_id and ${isPlaced('f.id', 'facility_id')} and f.lifecycle = 'SIGHTED'`

/** SQL on `f`: by its stays and the lists that name it. */
const SEEN_BY_TWO = `(
  select count(distinct b.source) > 1 from (
    select batch_id from placements.stay where facility_id = f.id
    union all select batch_id from placements.listing where facility_id = f.id) told
  join placements.batch b on b.id = told.batch_id and b.withdrawn_at is null)`

const LEFT = LIFECYCLE.replace("f.lifecycle = 'CORROBORATED'", `f.lifecycle = 'CORROBORATED' and ${SEEN_BY_TWO}`)

/** Of each place that the withdrawn list named, by those that are left; what was judged anew is told of. */
export const STAND_WITHOUT_IT: readonly string[] = [
  `with stood as (
    update placements.facility f set lifecycle = stands.lifecycle, closed_on = stands.closed_on, recorded_at = now()
    from (
      select f.id, ${LEFT} as lifecycle, ${CLOSED_ON} as closed_on
      from placements.listing l join placements.facility f on f.id = l.facility_id, placements.standing_of(f.id) t
      where l.batch_id = $1) stands
    where f.id = stands.id and (f.lifecycle, f.closed_on) is distinct from (stands.lifecycle, stands.closed_on)
    returning f.id
  )
  insert into was_told select id from stood`,
  'delete from placements.listing where batch_id = $1',
]
