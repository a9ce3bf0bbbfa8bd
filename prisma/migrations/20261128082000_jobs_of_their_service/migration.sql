-- Whoever administers the database need be no superuser to dump it and to restore it. The tables of the jobs are the service's, which
-- fills that schema by a library: to read them he has to be its member; and whoever gives a restored table back to the service can do so
-- where the schema is the service's too, since rights of a schema are restored after all that stands in it.
grant vigia_oversight to current_user;
alter schema oversight_jobs owner to vigia_oversight;
