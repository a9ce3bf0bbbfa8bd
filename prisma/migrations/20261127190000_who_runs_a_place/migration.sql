-- Who runs a place was read in two ways, and by the database as its locale folds: spelled in capitals or with dots, a place of a federal body
-- was of a state to the one and not to the other. It is read once, where a list of places comes in (services/_law/src/runners-of-places.ts),
-- and whose the stays there are goes by that code alone.
alter table placements.facility
  add column run_by text constraint facility_run_by_is_known
    check (run_by is null or run_by in ('INM', 'SNDIF', 'COMAR', 'PPNNA', 'FEDERAL_PPNNA'));

-- For what came in before, and never again: as the reader has it, in any locale. The accents are taken apart and dropped, and what is left of
-- letters and digits is compared.
create function pg_temp.run_by(operator text) returns text language sql immutable as $$
  select case
    when plain ~ '^PROCURADURIA FEDERAL( |$)' or letters = 'PFPNNA' then 'FEDERAL_PPNNA'
    when letters in ('INM', 'INAMI', 'INSTITUTONACIONALDEMIGRACION', 'NATIONALMIGRATIONINSTITUTE') then 'INM'
    when letters in ('SNDIF', 'SISTEMANACIONALDIF', 'DIFNACIONAL', 'SISTEMANACIONALPARAELDESARROLLOINTEGRALDELAFAMILIA',
      'NATIONALFAMILYDEVELOPMENTSYSTEM') then 'SNDIF'
    when letters in ('COMAR', 'COMISIONMEXICANADEAYUDAAREFUGIADOS', 'REFUGEECOMMISSION') then 'COMAR'
    when letters in ('PPNNA', 'PROCURADURIADEPROTECCIONDENNA', 'OFFICEFORCHILDPROTECTIONOFASTATEORFEDERAL', 'PROCURADURIA',
      'PROCURADURIADEPROTECCION', 'PROCURADURIAESTATAL', 'PRONNIF', 'PPNNAF', 'SPPNNA', 'PROCURADURIADEPROTECCIONDENINASNINOSYADOLESCENTES')
      or plain ~ '^PROCURADURIA( ESTATAL| MUNICIPAL)? DE PROTECCION( |$)' then 'PPNNA'
  end
  from (select regexp_replace(plain, '[^A-Z0-9]', '', 'g') as letters, plain from (
    select btrim(regexp_replace(regexp_replace(translate(
      regexp_replace(normalize(regexp_replace(operator, '\([^)]*\)', ' ', 'g'), NFD), '[\u0300-\u036f]', '', 'g'),
      'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), '[._,;:()\[\]"''’“”/\\*-]', ' ', 'g'), '\s+', ' ', 'g')) as plain) p) l
$$;

-- Told to who follows, as any change of a place; and former versions say it too, so that a file which is taken back takes it back.
do $$
declare
  last bigint;
begin
  select coalesce(max(id), 0) into last from placements.former_version;
  update placements.facility set run_by = pg_temp.run_by(operator) where pg_temp.run_by(operator) is not null;
  delete from placements.former_version where id > last and entity = 'facility';
  update placements.former_version set former = former || jsonb_build_object('run_by', pg_temp.run_by(former ->> 'operator'))
  where entity = 'facility';
end $$;
drop function pg_temp.run_by(text);

drop view placements.stay_of_others;
drop policy by_side on placements.stay;
drop policy by_side on placements.stay_ledger;
drop function sec.side_of_place(text, text);
-- By codes alone. services/_law/src/competence.ts says the same (tests/contract/sides-in-sql.test.ts).
create function sec.side_of_place(type text, run_by text) returns text language sql immutable parallel safe as $$
  select case when type in ('EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO', 'CIM', 'CASF') then 'FEDERAL'
    when run_by in ('INM', 'SNDIF', 'COMAR', 'FEDERAL_PPNNA') then 'FEDERAL'
    when type in ('CASE', 'CASM', 'CASP', 'EAH', 'MOD', 'ALB', 'FAM_O', 'FAM_E', 'FAM_A', 'VIA') then 'STATE'
    else 'UNKNOWN' end
$$;
revoke all on function sec.side_of_place(text, text) from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.side_of_place(text, text) to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;
grant execute on function sec.side_of_place(text, text) to vigia_oversight;

select sec.guard_side('placements', guarded, sec.is_overseen(
  format('(select sec.side_of_place(f.type, f.run_by) from placements.facility f where f.id = %I.facility_id)', guarded), of_state))
from (values ('stay', '(select f.state from placements.facility f where f.id = stay.facility_id)'),
  ('stay_ledger', 'stay_ledger.state')) guard (guarded, of_state);

update oversight.facility_ref r set side = sec.side_of_place(f.type, f.run_by) from placements.facility f
where f.id = r.facility_id and r.side <> sec.side_of_place(f.type, f.run_by);
