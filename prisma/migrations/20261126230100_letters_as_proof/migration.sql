-- What a letter proves: of which alerts it told and how grave each was then, in the order of alert_ids; unknown of what was written
-- before. A digest names those it counted, and is told apart from letters at once, which are one a state in ten minutes.
alter table oversight.mail add column severities text[], add column is_digest boolean not null default false;
