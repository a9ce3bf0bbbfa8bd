/** Why the embedded database does not start: what PostgreSQL and the system say, and the one sentence that a person reads. */
import { expect, test } from 'vitest'
import { unavailable } from './unavailable.ts'

const FULL = 'The disk is full: the database in /data cannot be written. Free some space and start again.'
const CLOSED = 'The database in /data cannot be written by this user: set VIGIA_DATA to a folder that can.'

test.each([
  ['ENOSPC', "ENOSPC: no space left on device, mkdir '/data'", FULL],
  ['a full disk, as initdb tells it', 'initdb: error: could not write file: No space left on device', FULL],
  ['a full disk, as the server tells it', 'FATAL:  could not write lock file: No space left on device', FULL],
  ['a quota', 'PANIC:  could not write to file: Disk quota exceeded', FULL],
  ['EACCES', "EACCES: permission denied, mkdir '/data'", CLOSED],
  ['EPERM', "EPERM: operation not permitted, chown '/data'", CLOSED],
  ['EROFS', "EROFS: read-only file system, mkdir '/data'", CLOSED],
  ['a system that makes no folder there', "ENOENT: no such file or directory, mkdir '/data'", CLOSED],
  ['a file in its place', "EEXIST: file already exists, mkdir '/data'", CLOSED],
  ['a file in its way', "ENOTDIR: not a directory, mkdir '/data/postgres.half'", CLOSED],
  [
    'a folder that PostgreSQL may not enter',
    'initdb: error: could not access directory "/data": Permission denied',
    CLOSED,
  ],
  [
    'a user without a name',
    'could not look up effective user ID 1234: user does not exist',
    'This user has no entry in /etc/passwd, without which PostgreSQL does not run: add one, or set DATABASE_URL.',
  ],
  [
    'a database of another version',
    'FATAL:  database files are incompatible with server',
    'The database in /data was made by another version of PostgreSQL: move that folder away or set VIGIA_DATA.',
  ],
  [
    'a system without glibc',
    'error while loading shared libraries: libicuuc.so.60',
    'The embedded PostgreSQL cannot run on this system (it needs glibc): set DATABASE_URL to another one.',
  ],
  [
    'anything else',
    'LOG:  starting\nFATAL:  something unheard of',
    'The database in /data does not start: FATAL:  something unheard of',
  ],
])('given %s, one sentence says what to do', (_what, log, sentence) => {
  expect(unavailable('/data', log).message).toBe(sentence)
})
