/** Why there is no database, in one sentence that a person at a terminal can act on. */

export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

const SENTENCES: readonly [RegExp, (directory: string) => string][] = [
  [
    /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded/i,
    (directory) => `The disk is full: the database in ${directory} cannot be written. Free some space and start again.`,
  ],
  [
    // Where no folder can be made the system also says ENOENT, as in /proc; and the others where a file is in the way.
    /Permission denied|EACCES|EPERM|Read-only file system|EROFS|(ENOENT|EEXIST|ENOTDIR).*mkdir/i,
    (directory) => `The database in ${directory} cannot be written by this user: set VIGIA_DATA to a folder that can.`,
  ],
  [
    /could not look up effective user ID/i,
    () => 'This user has no entry in /etc/passwd, without which PostgreSQL does not run: add one, or set DATABASE_URL.',
  ],
  [
    /database files are incompatible|not compatible with this version/i,
    (directory) =>
      `The database in ${directory} was made by another version of PostgreSQL: move that folder away or set VIGIA_DATA.`,
  ],
  [
    /lock file|already exists|could not bind/i,
    (directory) =>
      `Another process holds the database in ${directory}, and it does not answer: end that process first.`,
  ],
  [
    /error while loading shared libraries|ENOENT|not found/i,
    () => 'The embedded PostgreSQL cannot run on this system (it needs glibc): set DATABASE_URL to another one.',
  ],
]

/** The sentence for a known fault; else the last line that PostgreSQL wrote. */
export function unavailable(directory: string, log: string): DatabaseUnavailable {
  const known = SENTENCES.find(([pattern]) => pattern.test(log))
  if (known) return new DatabaseUnavailable(known[1](directory), { cause: log })
  const last = log.trim().split('\n').at(-1) ?? 'no message'
  return new DatabaseUnavailable(`The database in ${directory} does not start: ${last}`, { cause: log })
}
