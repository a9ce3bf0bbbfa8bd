/** What is told of a table as a whole counts as the report of the file does: "2,997" twice, and not once as 2997. */
import { expect, test } from 'vitest'
import { SetApart } from '../set-apart.ts'
import { noticeOf } from './defects.ts'

const LINES = Array.from({ length: 2_997 }, (_, line) => line + 2)

test('given thousands of rows are no records, their number is written with its separator', () => {
  expect(noticeOf({ rule: 'BLANK', rows: 2_997, lines: LINES, action: 'no es registro' })).toMatch(/^2,997 renglones: /)
})

test('given thousands wait to be joined, or came too late, so is theirs', () => {
  const apart = new SetApart()
  apart.add(LINES.map((line) => ({ line, reason: 'Nadie con esa acta.' })))
  apart.addLate(LINES)

  const [waiting, late] = apart.notices()
  expect(waiting).toContain(': 2,997 (renglones 2, 3')
  expect(late).toContain(': 2,997 (renglones 2, 3')
})
