-- What a find tells of the person is kept with the find. Before, what the first file had left blank was lost where a later find told it, and
-- what a child was held to hung on the order in which the files came.
alter table children.detection
  add column sex text,
  add column born_on date,
  add column is_birth_estimated boolean,
  add column country_of_birth char(3),
  add column country_of_residence char(3),
  add column language text,
  add constraint detection_sex_is_known check (
    sex in ('MALE', 'FEMALE', 'NON_BINARY', 'UNSPECIFIED')),
  add constraint detection_country_of_birth_is_known check (
    outbox.is_country(country_of_birth)),
  add constraint detection_country_of_residence_is_known check (
    outbox.is_country(country_of_residence));

-- None of it is answered from the find: the login that answers reads what it read.
revoke select on children.detection from vigia_children_reader;
do $$
begin
  execute (
    select format('grant select (%s) on children.detection to vigia_children_reader', string_agg(quote_ident(attname), ', '))
    from pg_attribute where attrelid = 'children.detection'::regclass and attnum > 0 and not attisdropped
      and attname not in ('sex', 'born_on', 'is_birth_estimated', 'country_of_birth', 'country_of_residence', 'language'));
end $$;

-- Of whom is known already it was told by the first find, as far as anybody can say. Nothing is told anew by this, and so no event.
alter table children.detection disable trigger user;
with first as (
  select distinct on (child_id) id, child_id from children.detection order by child_id, detected_at, acta
)
update children.detection d
set sex = nullif(c.sex, 'UNSPECIFIED'), born_on = c.born_on,
    is_birth_estimated = case when c.born_on is not null or c.is_birth_estimated then c.is_birth_estimated end,
    country_of_birth = c.country_of_birth, country_of_residence = c.country_of_residence, language = c.language
from first f join children.child c on c.id = f.child_id
where d.id = f.id;
alter table children.detection enable trigger user;

-- The same of what a find was before: where the file that told it then told of the child too, as that did, else as it is now.
update children.former_version v
set former = v.former || jsonb_build_object(
  'sex', nullif(coalesce(c.former ->> 'sex', d.sex), 'UNSPECIFIED'),
  'born_on', case when c.former is null then to_jsonb(d.born_on) else c.former -> 'born_on' end,
  'is_birth_estimated', case when c.former is null then to_jsonb(d.is_birth_estimated) else c.former -> 'is_birth_estimated' end,
  'country_of_birth', case when c.former is null then to_jsonb(d.country_of_birth) else c.former -> 'country_of_birth' end,
  'country_of_residence', case when c.former is null then to_jsonb(d.country_of_residence) else c.former -> 'country_of_residence' end,
  'language', case when c.former is null then to_jsonb(d.language) else c.former -> 'language' end)
from children.former_version o
left join children.detection d on d.id = o.entity_id
left join lateral (
  select x.former from children.former_version x
  where x.entity = 'child' and x.entity_id = (o.former ->> 'child_id')::uuid and x.former ->> 'batch_id' = o.former ->> 'batch_id'
  order by x.id desc limit 1) c on true
where v.id = o.id and o.entity = 'detection' and (d.born_on is not null or d.sex is not null or d.is_birth_estimated is not null
  or d.country_of_birth is not null or d.country_of_residence is not null or d.language is not null or c.former is not null);

-- Whoever is erased has no birth date in what its finds were before either: looked for by the child.
create index former_finds_of_child on children.former_version ((former ->> 'child_id')) where entity = 'detection';
