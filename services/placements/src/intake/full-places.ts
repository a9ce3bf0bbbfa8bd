/**
 * A child handed over to a place that holds as many as it has places: refused, unless the sender confirms that it is so.
 *
 * Law     Ley de Migración art. 106 ¶2: a station lodges no more than it has room for. Of other places no law says so (domain.md A27).
 * Policy  Security.md 10, row 39: a full facility is a CONFLICT. As a rule an exit was not told, or the number of places is old. But
 *         crowded places exist, and must be seen: confirmed, the stay is taken in, and the place shows more children than places.
 */

/** `1 plaza`, `40 plazas` */
const inWords = (capacity: string) => `${capacity} || case ${capacity} when 1 then ' plaza' else ' plazas' end`

/** How many places it had on the day of the entry, by the last list that tells of that day: what was listed later tells nothing of it. */
const PLACES_THAT_DAY = `
  select told.capacity, told.cutoff_on from (
    select f.capacity, b.cutoff_on, f.recorded_at
    from placements.facility f join placements.batch b on b.id = f.batch_id
    where f.id = h.facility_id
    union all
    select (v.former ->> 'capacity')::int, b.cutoff_on, (v.former ->> 'recorded_at')::timestamptz
    from placements.former_version v
    join placements.batch b on b.id = (v.former ->> 'batch_id')::uuid and b.withdrawn_at is null
    where v.entity = 'facility' and v.entity_id = h.facility_id
  ) told
  where told.cutoff_on <= outbox.mx_date(h.entered_at)
  order by told.cutoff_on desc, told.recorded_at desc limit 1`

/**
 * SQL for `conflicts`: the open stays that a batch was the first to tell of, and for which there was no place left. Whoever was
 * there before keeps the place; of those who come with the batch, whoever entered first has it. What a stay known before the batch
 * is told to be again is no hand-over.
 */
export const IN_FULL_PLACES = `
  with newcomer as materialized (
    select t.id, t.facility_id from placements.stay t
    where t.batch_id = $1 and t.left_at is null and ($2::int[] is null or t.line = any ($2))
      and not exists (select from placements.former_version v
        where v.entity_id = t.id and v.entity = 'stay' and (v.former ->> 'batch_id')::uuid <> t.batch_id)
  ), here as (
    select t.facility_id, t.line, t.entered_at, n.id is not null as is_new, count(*) over (partition by t.facility_id) as children,
      row_number() over (partition by t.facility_id order by n.id is not null, t.entered_at, t.line) as nth
    from placements.stay t left join newcomer n on n.id = t.id
    where t.left_at is null and t.facility_id in (select facility_id from newcomer)
  )
  select h.line, 'NOMBRE DEL LUGAR' as "column", concat_ws(' ', f.name, '(' || f.key || ')') as value,
    'CONFLICTO: el lugar está lleno: serían ' || h.children || ' niñas, niños o adolescentes en ' || ${inWords('place.capacity')}
      || ' (lista con corte al ' || to_char(place.cutoff_on, 'DD/MM/YYYY')
      || '). Revise los egresos que falten y la capacidad; si así es, envíelo con --confirm.' as reason
  from here h
  join placements.facility f on f.id = h.facility_id
  cross join lateral (${PLACES_THAT_DAY}) place
  where h.is_new and h.nth > place.capacity
  order by h.line`

/** SQL for `findings`: one notice, or none; `$1` is the batch. Open stays have an index by facility of their own. */
export const FULL_PLACES = `
  with full_place as (
    select f.key, f.name, f.capacity, here.children, here.lines
    from placements.facility f
    join (
      select facility_id, count(*) as children, array_agg(line order by line) filter (where batch_id = $1) as lines
      from placements.stay where left_at is null group by facility_id
    ) here on here.facility_id = f.id
    where here.lines is not null and here.children > f.capacity
  ), told as (
    select * from full_place order by children - capacity desc, name limit 10
  )
  select 'Lugares con más niñas, niños o adolescentes que plazas: ' || (select count(*) from full_place) || '. '
    || string_agg(concat_ws(' ', name, '(' || key || ')') || ': ' || children || ' en ' || ${inWords('capacity')} || ', '
      || case when cardinality(lines) = 1 then 'renglón ' else 'renglones ' end
      || array_to_string(lines[1:10], ', ') || case when cardinality(lines) > 10 then '…' else '' end,
      '; ' order by children - capacity desc, name)
    || '. Así se registran; revise los egresos que falten o la capacidad.' as notice
  from told having count(*) > 0`
