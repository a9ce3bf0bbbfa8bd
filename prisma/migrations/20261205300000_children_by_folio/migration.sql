-- Alerts are asked for by the folio of the child that they are about, which is all that a letter or a page tells of it.
create index child_ref_folio_idx on oversight.child_ref (folio);

-- Whose folio it is, for the gateway, which writes down of whom was asked what it refused. It learns no more than the id.
create function audit.child_of_folio(of_folio text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from children.child c where c.folio = of_folio
$$;
revoke all on function audit.child_of_folio(text) from public;
grant execute on function audit.child_of_folio(text) to vigia_gateway;
