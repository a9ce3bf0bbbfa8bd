-- A place that was told by its key and by its name, and is told to be one: its stays stand with the other, and whoever is bound to it is
-- bound to that one too. Asked for as the owner, since of the places each service has a picture of its own, without those that are counted
-- no more; it tells nothing but ids of what the signed context names.
create or replace function sec.facilities() returns uuid[] language sql stable parallel safe
  security definer set search_path = pg_catalog, pg_temp as $$
  select case when jsonb_typeof(c.ctx -> 'facilities') = 'array' then array(
    with bound (id) as (select jsonb_array_elements_text(c.ctx -> 'facilities')::uuid)
    select id from bound
    union
    select f.same_as from bound join placements.facility f using (id) where f.same_as is not null
  ) end
  from (select sec.ctx() as ctx) c
$$;
