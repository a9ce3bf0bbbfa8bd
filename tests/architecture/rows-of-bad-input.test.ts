/** Every row of the table of bad inputs (security.md 10) that the registry answers so far has a test that names it. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

const ANSWERED = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 34,
  35, 36, 37, 38, 39, 41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 56,
]

/** A row stands in the name of a test, or first in the line of a table whose name shows it. */
const NAMED = /\brow (\d+)[:,]|\[\s*'(\d+)',/g

test('every row answered has its number in a test', () => {
  const files = [
    'gateway/src/request/bad-input.test.ts',
    ...repositoryFiles('gateway/src/sign-in'),
    ...repositoryFiles('gateway/src/subscriptions'),
    ...repositoryFiles('gateway/src/trusted'),
    ...repositoryFiles('tests/access'),
    ...repositoryFiles('tests/intake'),
    ...repositoryFiles('tests/exports'),
    ...repositoryFiles('tests/webhooks'),
    ...repositoryFiles('services/_kit'),
    ...repositoryFiles('services/oversight/src/delivery'),
  ]
  const tests = files.filter((file) => file.endsWith('.test.ts')).map(read)

  const named = new Set(
    tests.flatMap((text) => [...text.matchAll(NAMED)].map(([, inName, inTable]) => Number(inName ?? inTable))),
  )

  expect(ANSWERED.filter((row) => !named.has(row))).toEqual([])
})
