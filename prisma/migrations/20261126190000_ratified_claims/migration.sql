-- When a claim of asylum that a representative filed was ratified before COMAR (LRPCAP art. 24; domain.md 2.1, row 13). What no file tells is
-- unknown. It is of the claim, whatever becomes of it.
alter table children.asylum_claim
  add column ratified_on date,
  add constraint claim_is_ratified_once_filed check (ratified_on >= filed_on);
