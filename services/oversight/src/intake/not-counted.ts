/**
 * Rows of a table that are taken in and counted nowhere: of their days and states a delivery with a later cut-off tells. As a correction of a few
 * days that goes as far as its own last row, of a table that went further: its sender would look for it in the figures in vain.
 */

/** SQL: as what its last row tells, until when a table goes of which nobody says so; `$1` is the batch. */
export const AS_FAR_AS_ITS_ROWS = `
  select least(max(case span when 'DAY' then day else (day + interval '1 month')::date - 1 end), outbox.mx_date(now()))::text
    as until
  from oversight.authority_row where batch_id = $1`

/** SQL for `findings`: one notice, or none; `$1` is the batch. Which delivery counts is settled like this by `oversight.settle_claims`. */
export const NOT_COUNTED = `
  select format('%s: otra entrega de la misma tabla, con corte al %s, rige en esos días y entidades. Para que se cuenten, retire este lote y envíelo con --cutoff de un día posterior a ese corte, o retire la otra.',
    case count(distinct r.line) when 1 then '1 renglón no se cuenta' else count(distinct r.line) || ' renglones no se cuentan' end,
    to_char(max(later.cutoff_on), 'DD/MM/YYYY')) as notice
  from oversight.authority_row r cross join (
    select coalesce(cutoff_on, (select until::date from (${AS_FAR_AS_ITS_ROWS}) told)) as cutoff_on, is_preliminary, taken_at from the_batch) b
  join (
    select o.batch_id, o.table_code, o.part, x.cutoff_on, not x.is_preliminary as is_definitive, x.taken_at,
      min(o.day) as since, max(o.day) as until, array_agg(distinct o.state) as states
    from oversight.authority_row o join oversight.batch x on x.id = o.batch_id
    where o.span = 'DAY' and x.withdrawn_at is null and x.id <> $1
    group by o.batch_id, o.table_code, o.part, x.cutoff_on, x.is_preliminary, x.taken_at) later
    on later.table_code = r.table_code and later.part = r.part and r.state = any (later.states) and r.day between later.since and later.until
      and (later.cutoff_on, later.is_definitive, later.taken_at) > (b.cutoff_on, not b.is_preliminary, b.taken_at)
  where r.batch_id = $1 and r.span = 'DAY' having count(*) > 0`
