-- A child is called a child, also where a table of INM counts adults and children apart. Only the name of the part changes.
do $$
begin
  execute replace(pg_get_functiondef('oversight.find_defects(uuid)'::regprocedure), $a$'minors'$a$, $a$'children'$a$);
end $$;
update oversight.authority_row
set detail = (detail - 'minors') || jsonb_build_object('children', detail -> 'minors') where detail ? 'minors';
