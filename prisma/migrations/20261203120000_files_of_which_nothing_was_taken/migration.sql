-- A file of which every row was refused went in with --accept-good until 2026-11-30, and told of nothing: it goes on counting as delivered,
-- so that its days are zeros and its sender is not silent. It is taken back, with its entry in the audit, as anybody would by `withdraw`.
do $$
declare
  service text;
  of_batch uuid;
  why constant text := 'Se rechazaron todos sus renglones: no dio cuenta de nada.';
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    for of_batch in execute format(
      $q$update %I.batch set withdrawn_at = now(), withdrawn_reason = $1
         where withdrawn_at is null and row_count > 0 and refused_count = row_count
           and accepted_count = 0 and unchanged_count = 0 and unmatched_count = 0 returning id$q$, service) using why
    loop
      perform audit.record(service, 'WITHDRAW', of_batch::text, 'intake', 'intake', null, null, '{}', '{}', '{}', why, 0, '', '', of_batch);
    end loop;
  end loop;
end $$;
