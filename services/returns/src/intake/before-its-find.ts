/** A departure before every find of its child: what no find explains, and may be so. */

/** A year mistyped so makes a return that no find explains. Nobody but the sender knows which of the two days is wrong. */
export const BEFORE_ITS_FIND = `
  select format('Dudoso, y se recibe como viene: la salida es anterior a toda detección que se conoce: %s (%s). Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), case count(*) when 1 then 'renglón ' else 'renglones ' end || array_to_string((array_agg(r.line order by r.line))[1:20], ', ')
      || case when count(*) > 20 then '…' else '' end) as notice
  from returns.executed_return r
  cross join lateral (select min(d.detected_at) as at from returns.detection_ref d where d.child_id = r.child_id) found
  where r.batch_id = $1 and r.line is not null and outbox.mx_date(r.departed_at) < outbox.mx_date(found.at)
  having count(*) > 0`
