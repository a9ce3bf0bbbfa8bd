-- Sessions and tokens hold by the word of the issuer that was named when they were given. Where another is named since, nothing of the
-- former counts: the accounts of the issuer that comes with Vigía ask no password, and a token made by one of them lives for 90 days.
alter table sessions.subject add column issuer text;
