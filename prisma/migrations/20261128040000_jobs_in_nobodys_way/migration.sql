-- The library takes away jobs that are done several at once, in an order of its own. Whoever adds jobs of the same keys just then waits
-- for none of them while he holds others, or each waits for the other: PostgreSQL ends one of the two, and what was raised or told is done
-- again. A key whose job is being taken away is left out: while something of it is due, the next sweep adds it.
create function oversight.keys_free_of_jobs(keys text[]) returns setof text language plpgsql as $$
begin
  return query execute $free$
    with held as materialized (
      select j.key from oversight_jobs._private_jobs j where j.key = any ($1) for update of j skip locked
    )
    select k.key from unnest($1) k (key)
    where k.key in (select h.key from held h)
      or not exists (select from oversight_jobs._private_jobs j where j.key = k.key)
  $free$ using keys;
end $$;

create or replace function oversight.add_delivery_jobs(endpoints uuid[], lanes text[]) returns void language plpgsql as $$
begin
  if to_regtype('oversight_jobs.job_spec') is null then return; end if;
  execute $jobs$
    with asked as materialized (
      select distinct e, l, e::text || ' ' || l as key from unnest($1, $2) x (e, l)
    )
    select count(*) from oversight_jobs.add_jobs(array(
      select ('deliver', json_build_object('endpoint', e, 'lane', l), null, null, 1, key, null, null)::oversight_jobs.job_spec
      from asked join oversight.keys_free_of_jobs(array(select key from asked)) free on free = key
      order by key))
  $jobs$ using endpoints, lanes;
end $$;

create or replace function oversight.add_digest_jobs(recipients text[]) returns void language plpgsql as $$
begin
  if to_regtype('oversight_jobs.job_spec') is null then return; end if;
  execute $jobs$
    select count(*) from oversight_jobs.add_jobs(array(
      select ('digest', json_build_object('recipient', r), null, null, 1, 'digest ' || r, null, null)::oversight_jobs.job_spec
      from unnest($1) r
      join oversight.keys_free_of_jobs(array(select 'digest ' || a from unnest($1) a)) free on free = 'digest ' || r
      order by r))
  $jobs$ using recipients;
end $$;
