-- How a place stands follows from what each list said of it, by the days of the lists and not by the order in which they came. What one said is
-- kept beside the fact, as it stood in its row, so that a list that comes late, or is withdrawn, leaves the place as the others have it.
create table placements.listing (
  facility_id uuid not null,
  batch_id uuid not null,
  cutoff_on date not null,
  taken_at timestamptz(3) not null,
  acknowledges boolean not null,
  lifecycle text,
  opened_on date,
  closed_on date,
  constraint listing_pkey primary key (facility_id, batch_id)
);
create index listing_batch_id_idx on placements.listing using brin (batch_id);
grant select, insert, update, delete, truncate on placements.listing to vigia_placements;

-- Of a place that no list names, only rows of stays tell.
create function placements.standing_of(place uuid, out lifecycle text, out closed_on date) language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare
  word placements.listing;
  opens_later boolean;
  is_open_again boolean;
begin
  lifecycle := 'SIGHTED';
  for word in
    select l.* from placements.listing l
    where l.facility_id = place
      and not exists (select from placements.batch b where b.id = l.batch_id and b.withdrawn_at is not null)
    order by l.cutoff_on, l.taken_at
  loop
    opens_later := coalesce(word.opened_on > closed_on, false);
    -- One that was denied since it closed is closed still: whoever takes the denial back says that it is open.
    is_open_again := opens_later
      or lifecycle in ('CLOSED', 'DENIED') and coalesce(word.lifecycle not in ('CLOSED', 'DENIED'), false);
    lifecycle := case
      when word.lifecycle is not null then word.lifecycle
      when lifecycle in ('SIGHTED', 'CORROBORATED') and word.acknowledges then 'ACKNOWLEDGED'
      when lifecycle = 'CLOSED' and word.closed_on is null and opens_later
        then case when word.acknowledges then 'ACKNOWLEDGED' else 'SIGHTED' end
      else lifecycle end;
    closed_on := coalesce(word.closed_on, case when not is_open_again then closed_on end);
  end loop;
end $$;

-- Of the lists of before, what they said is read from the versions of the fact, from who said it again, and from the cells that they left blank.
-- That another's list left the cell blank where an authority acknowledged the place was not remembered until 2026-12-01, nor that the list that
-- named it first did: its word is then taken for none, since it acknowledges nothing by itself and the place stood as it would have without one.
with version as (
  select f.id, to_jsonb(f) as fact, null::bigint as former, false as is_late from placements.facility f
  union all
  select v.entity_id, v.former, v.id, v.is_late from placements.former_version v
  where v.entity = 'facility' and exists (select from placements.facility f where f.id = v.entity_id)
), told as (
  select id, (fact ->> 'batch_id')::uuid as batch_id, fact, former, is_late, false as is_again from version
  union all
  select c.entity_id, c.batch_id, v.fact, v.former, false, true
  from placements.confirmation c join version v
    on v.id = c.entity_id and (v.fact ->> 'batch_id')::uuid = c.of_batch and not v.is_late
  where c.entity = 'facility'
), word as (
  select distinct on (t.id, b.id) t.id, b.id as batch_id, b.cutoff_on, b.taken_at, t.is_again,
    b.source in ('INM', 'SNDIF', 'DIF') as acknowledges, t.fact ->> 'lifecycle' as lifecycle,
    (t.fact ->> 'opened_on')::date as opened_on, (t.fact ->> 'closed_on')::date as closed_on, coalesce(k.cells, '{}') as cells
  from told t join placements.batch b on b.id = t.batch_id and b.feed = 'facilities' and b.withdrawn_at is null
  left join placements.left_blank k on k.entity = 'facility' and k.entity_id = t.id and k.batch_id = b.id
  order by t.id, b.id, t.is_late, t.former desc nulls first
)
insert into placements.listing (facility_id, batch_id, cutoff_on, taken_at, acknowledges, lifecycle, opened_on, closed_on)
select w.id, w.batch_id, w.cutoff_on, w.taken_at, w.acknowledges,
  case
    when w.cells && '{lifecycle,acknowledged}' then null
    when w.acknowledges then w.lifecycle
    when w.lifecycle = 'ACKNOWLEDGED' and (w.is_again or exists (
      select from word o where o.id = w.id and o.acknowledges and o.taken_at < w.taken_at)) then null
    when w.lifecycle in ('SIGHTED', 'CORROBORATED') and not exists (
      select from word o where o.id = w.id and o.batch_id <> w.batch_id and o.taken_at < w.taken_at) then null
    else w.lifecycle end,
  case when 'opened_on' <> all (w.cells) then w.opened_on end,
  case when 'closed_on' <> all (w.cells) then w.closed_on end
from word w;

update placements.left_blank set cells = array(
  select cell from unnest(cells) cell where cell <> all ('{lifecycle,acknowledged,closed_on}'))
where entity = 'facility' and cells && '{lifecycle,acknowledged,closed_on}';
delete from placements.left_blank where entity = 'facility' and cells = '{}';

update placements.facility f set lifecycle = s.lifecycle,
  closed_on = case when (s.closed_on < f.opened_on) is not true then s.closed_on end, recorded_at = now()
from placements.facility x cross join lateral placements.standing_of(x.id) s
where f.id = x.id and exists (select from placements.listing l where l.facility_id = x.id)
  and (s.lifecycle <> x.lifecycle and not (s.lifecycle = 'SIGHTED' and x.lifecycle = 'CORROBORATED')
    or case when (s.closed_on < x.opened_on) is not true then s.closed_on end is distinct from x.closed_on);
