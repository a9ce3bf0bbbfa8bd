/** How a start that fails is told: a sentence for what a person can mend, however deep it lies; the rest whole, for us. */
import { DatabaseUnavailable } from '@vigia/db/embedded-database'
import { expect, test } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { sentenceFor } from './program.ts'

const FULL = 'The disk is full: free some space and start again.'
const withCode = (code: string) => Object.assign(new Error(`it failed: ${code}`), { code })

test.each([
  ['the disk of a program', withCode('ENOSPC'), FULL],
  ['a quota', withCode('EDQUOT'), FULL],
  ['the disk of PostgreSQL', withCode('53100'), FULL],
  ['a migration that finds the disk full', new CannotStart('It cannot.', { cause: withCode('53100') }), FULL],
  [
    'a database that ended meanwhile',
    new Error('Connection terminated unexpectedly'),
    'The database went away: see that it runs, and start again.',
  ],
  ['a port', new CannotStart('Port 4000 is taken.'), 'Port 4000 is taken.'],
  ['the embedded database', new DatabaseUnavailable('It cannot be written.'), 'It cannot be written.'],
])('given %s, one sentence', (_what, error, sentence) => {
  expect(sentenceFor(error)).toBe(sentence)
})

test.each([
  [
    'EACCES',
    'as a file',
    'This user may not write /somewhere/else (EACCES): give it the right to, or set VIGIA_DATA and TMPDIR to folders that it may.',
  ],
  [
    'EROFS',
    'as a file',
    'This user may not write /somewhere/else (EROFS): give it the right to, or set VIGIA_DATA and TMPDIR to folders that it may.',
  ],
])('given %s %s, one sentence names the path', (code, _what, sentence) => {
  const error = Object.assign(new Error(`${code}: no`), { code, path: '/somewhere/else' })

  expect(sentenceFor(error)).toBe(sentence)
})

test('given a place where no folder can be, one sentence names it; a file that is missing is a defect', () => {
  const missing = Object.assign(new Error('ENOENT: no'), { code: 'ENOENT', path: '/proc/nope' })

  expect(sentenceFor(Object.assign(missing, { syscall: 'open' }))).toMatch(/ENOENT: no\n +at /)
  expect(sentenceFor(Object.assign(missing, { syscall: 'mkdir' }))).toBe(
    'No folder can be made at /proc/nope (ENOENT): name another place for what was to lie there, as by VIGIA_DATA.',
  )
})

test('given a defect, all of it, for whoever mends it', () => {
  expect(sentenceFor(new TypeError('x is not a function'))).toMatch(/TypeError: x is not a function\n +at /)
})
