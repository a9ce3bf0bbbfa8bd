-- A child who is expelled leaves Mexico by an act of authority, which LGDNNA art. 96 names beside all others: it is counted as a return,
-- judged like one, uses a permission up like one, and is the fate of its child. So far it was kept and stood in no figure.

-- What was counted of them, which is nothing, is taken away by the rules of before, and told again by those of now.
create temporary table expelled on commit drop as select * from oversight.path_fact where entity = 'executed_return' and code = 'EXPULSION';
delete from oversight.path_fact where entity = 'executed_return' and code = 'EXPULSION';
delete from returns.return_standing where return_type = 'EXPULSION';

create or replace function returns.counts_of(return_type text, standing text, hours_begun integer, departed_at timestamptz, destination text)
  returns table (indicator text, day date, n integer) language sql immutable as $$
  select m.indicator, outbox.mx_date(departed_at), 1 from (values
    ('RETURNS', true),
    ('RETURNS_WITHOUT_VALID_DETERMINATION', standing <> 'VALID'),
    ('STANDING_' || standing, true),
    ('DESTINATION_' || destination, true),
    ('RETURNS_WITHIN_72_HOURS', hours_begun <= 72),
    ('DEPORTATIONS', return_type = 'DEPORTATION')) m (indicator, counts)
  where m.counts and return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION')
$$;

create or replace function returns.came_back_from(of_child uuid, by timestamptz) returns timestamptz language sql stable as $$
  select max(e.departed_at) from returns.executed_return e
  where e.child_id = of_child and e.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION')
    and outbox.mx_date(e.departed_at) < (
      select outbox.mx_date(max(d.detected_at)) from returns.detection_ref d where d.child_id = of_child and d.detected_at <= by)
$$;

create or replace function oversight.is_return(return_type text) returns boolean language sql immutable parallel safe as $$
  select return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION')
$$;

create or replace view returns.departure_by_inm as
  select e.child_id, told.departed_at
  from returns.executed_return e
  cross join lateral (
    select v.departed_at, v.return_type from (
      select e.departed_at, e.return_type, e.batch_id, null::bigint as former, false as is_late
      union all
      select r.departed_at, r.return_type, r.batch_id, f.id, f.is_late
      from returns.former_version f
      cross join lateral jsonb_to_record(f.former) r (departed_at timestamptz, return_type text, batch_id uuid)
      where f.entity = 'executed_return' and f.entity_id = e.id) v
    where exists (
      select from (
        select v.batch_id
        union all
        select c.batch_id from returns.confirmation c
        where c.entity = 'executed_return' and c.entity_id = e.id and c.of_batch = v.batch_id and not v.is_late) said
      join returns.batch b on b.id = said.batch_id
      where b.source = 'INM' and b.withdrawn_at is null)
    and not (v.is_late and exists (
      select from (
        select e.batch_id
        union all
        select (o.former ->> 'batch_id')::uuid from returns.former_version o where o.entity = 'executed_return' and o.entity_id = e.id
        union all
        select c.batch_id from returns.confirmation c where c.entity = 'executed_return' and c.entity_id = e.id) told
      join returns.batch y on y.id = told.batch_id and y.source = 'INM' and y.withdrawn_at is null
      join returns.batch late on late.id = v.batch_id
      where (y.cutoff_on, y.taken_at) > (late.cutoff_on, late.taken_at)))
    order by v.is_late desc, v.former desc nulls first limit 1) told
  where told.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION');

create or replace view returns.departure_by_inm_that_waits as
  select (u.raw -> 'placed' ->> 'child_id')::uuid as child_id, u.raw ->> 'acta' as acta, r.departed_at
  from returns.unmatched_row u
  join returns.batch b on b.id = u.batch_id and b.source = 'INM' and b.withdrawn_at is null
  cross join lateral jsonb_populate_record(null::returns.executed_return, u.raw) r
  where u.feed = 'executed-returns' and u.matched_at is null
    and r.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'EXPULSION');

insert into oversight.path_fact select * from expelled;
select returns.refresh(array(select distinct child_id from returns.executed_return where return_type = 'EXPULSION'));
select oversight.refresh(array(select distinct child_id from expelled));
select oversight.ask_again('CHILD', array(select distinct child_id::text from expelled));
