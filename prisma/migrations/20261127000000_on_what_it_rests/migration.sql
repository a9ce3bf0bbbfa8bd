-- On what it rests that an alert is as grave as it is, by the name of the basis (services/_law, bases.ts): the term that was in force when it
-- was reached. What was set in its place later says nothing of it, and of two terms of one severity a statute and a default may each say so.
-- Unknown of what was written before.
alter table oversight.alert add column rests_on text;
alter table oversight.alert_history add column rests_on text;
