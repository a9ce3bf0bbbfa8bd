-- A service whose clock ran ahead counted how many alerts stood open at the end of days that were not over, and a day is counted once: a
-- month of what will be stood in the series as what was. Days that are over stay as they were counted. By the clock of the database, so
-- that nobody who calls it names a day.
create function oversight.forget_days_to_come() returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from oversight.alert_day where day >= (clock_timestamp() at time zone 'America/Mexico_City')::date
$$;
revoke all on function oversight.forget_days_to_come() from public;
grant execute on function oversight.forget_days_to_come() to vigia_oversight;
select oversight.forget_days_to_come();
