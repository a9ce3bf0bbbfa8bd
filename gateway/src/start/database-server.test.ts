/** What goes to a database on another machine without TLS is in plain words; what stays on this one is on no wire. */
import { expect, test } from 'vitest'
import { goesInPlainWords } from './database-server.ts'

test.each([
  ['another machine', '10.1.4.7', true],
  ['another machine by IPv6', '2001:db8::7', true],
  ['this machine', '127.0.0.1', false],
  ['this machine by IPv6', '::1', false],
  ['a socket, or with TLS', null, false],
])('from %s', (_where, from, expected) => {
  expect(goesInPlainWords(from)).toBe(expected)
})
