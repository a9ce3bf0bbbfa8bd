-- Until 2026-12-01 a row of a determination that says itself that nothing was decided was taken in as one that was: it ended the wait of its
-- child and permitted a return. Each is now what its files come to today: the latest word of a file that counts by which it was decided, which
-- is also one that left the status blank, and where there is none, nothing. Its former version is kept, as of whatever is corrected or withdrawn.
do $$
declare
  undecided constant text[] := '{NOT_STARTED,STARTED,SUSPENDED}';
  why constant text := 'Determinaciones que decían no haberse decidido: dejan de contar; lo demás de este lote sigue.';
  file record;
begin
  create temporary table undecided_row on commit drop as
  select id, batch_id, line from representation.determination where status = any (undecided);

  create temporary table decided_word on commit drop as
  with version as (
    select d.id, to_jsonb(d) as fact, null::bigint as former
    from representation.determination d join undecided_row using (id)
    union all
    select u.id, v.former, v.id
    from undecided_row u join representation.former_version v on v.entity = 'determination' and v.entity_id = u.id
  ), told as (
    select id, former, fact, (fact ->> 'batch_id')::uuid as batch_id, (fact ->> 'line')::int as line from version
    union all
    select v.id, v.former, v.fact, c.batch_id, c.line
    from version v join representation.confirmation c
      on c.entity = 'determination' and c.entity_id = v.id and c.of_batch = (v.fact ->> 'batch_id')::uuid
  )
  select distinct on (t.id) t.id, t.fact || jsonb_build_object('batch_id', t.batch_id, 'line', t.line,
    'status', nullif(t.fact ->> 'status', any_undecided.status)) as fact
  from told t
  join representation.batch b on b.id = t.batch_id and b.withdrawn_at is null
  left join unnest(undecided) any_undecided (status) on any_undecided.status = t.fact ->> 'status'
  where any_undecided.status is null or exists (
    select from representation.left_blank k
    where k.entity = 'determination' and k.entity_id = t.id and k.batch_id = t.batch_id and 'status' = any (k.cells))
  order by t.id, b.cutoff_on desc, b.taken_at desc, t.former desc nulls first;

  update representation.determination d
  set (case_id, child_id, number, decided_at, opened_at, status, reviewer, outcome, authority, guarantees, guaranteed_on, factors,
    violated_rights, batch_id, line, recorded_at) = (
    select r.case_id, r.child_id, r.number, r.decided_at, r.opened_at, r.status, r.reviewer, r.outcome, r.authority, r.guarantees,
      r.guaranteed_on, r.factors, r.violated_rights, r.batch_id, r.line, r.recorded_at
    from jsonb_populate_record(d, w.fact) r)
  from decided_word w where w.id = d.id;
  delete from representation.determination d using undecided_row u
  where u.id = d.id and not exists (select from decided_word w where w.id = d.id);

  for file in
    select b.id, b.state, b.cutoff_on, count(*)::int as of_rows, array_agg(u.line order by u.line) filter (where u.line is not null) as lines
    from undecided_row u join representation.batch b on b.id = u.batch_id group by b.id order by b.cutoff_on, b.taken_at
  loop
    perform audit.record('representation', 'WITHDRAW', file.id::text, 'intake', 'intake', null, null, '{}', '{}', '{}', why, file.of_rows, '', '', file.id);
    raise warning 'Of the file of determinations of % with the cut-off day % (batch %) what says of itself that it was not decided counts as determined no more (% rows; lines %): tell its sender.',
      file.state, file.cutoff_on, file.id, file.of_rows, array_to_string(file.lines[1:20], ', ');
  end loop;
end $$;
