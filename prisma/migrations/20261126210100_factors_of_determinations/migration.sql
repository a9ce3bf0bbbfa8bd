-- What a determination weighed (domain.md 2.1, step 12), in its own words: no list of factors is in the law. Null where no file tells.
alter table representation.determination add column factors text;
