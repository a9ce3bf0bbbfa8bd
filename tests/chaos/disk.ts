/**
 * A disk without room, as the statements of a registry meet it: whatever would write into a table is answered by PostgreSQL's own
 * error for a file that cannot grow (53100), while all can still be read. It stands for the files of tables alone: a journal without
 * room ends the server, as `FallingDatabase.fall` does.
 */
import type { FallingDatabase } from './database.ts'

const INSTALL = `
  create schema trial;
  create table trial.disk (is_full boolean not null);
  insert into trial.disk values (false);
  create function trial.needs_room() returns trigger security definer set search_path = trial language plpgsql as $$
  begin
    if (select is_full from disk) then
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = 'disk_full', hint = 'Check free disk space.';
    end if;
    return null;
  end $$;
  do $$
  declare place regclass;
  begin
    for place in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema|trial)'
    loop
      execute format('create trigger needs_room before insert or update on %s for each statement execute function trial.needs_room()', place);
    end loop;
  end $$;`

type Database = Pick<FallingDatabase, 'query'>

export class Disk {
  readonly #database: Database

  private constructor(database: Database) {
    this.#database = database
  }

  static async of(database: Database): Promise<Disk> {
    await database.query(INSTALL)
    return new Disk(database)
  }

  /** False where the database could not be told, because it was away. */
  async fill(): Promise<boolean> {
    return this.#become(true)
  }

  /** Tries until it is told. */
  async empty(): Promise<void> {
    while (!(await this.#become(false))) await new Promise((resolve) => setTimeout(resolve, 200))
  }

  async #become(isFull: boolean): Promise<boolean> {
    try {
      await this.#database.query('update trial.disk set is_full = $1', [isFull])
      return true
    } catch {
      return false
    }
  }
}
