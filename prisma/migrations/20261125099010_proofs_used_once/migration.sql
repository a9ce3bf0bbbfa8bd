-- Proofs of possession (DPoP) that were used: one holds once, at whichever gateway it is shown. Only their hashes, for as long as they could hold.
create table sessions.proof (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  ends_at timestamptz(3) not null
);
create index proof_ends_at_idx on sessions.proof (ends_at);
grant select, insert, update, delete on sessions.proof to vigia_sessions;
