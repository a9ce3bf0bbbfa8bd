/** Every journey is told in both ways to run: all in one process, and over HTTP. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

/** Asks the services themselves, page by page: no way of a file through the program. */
const NO_JOURNEY = 'tests/journeys/lists-add-up.test.ts'

test('every journey starts its world in each mode', () => {
  const journeys = repositoryFiles('tests/journeys').filter(
    (file) => /^tests\/journeys\/[^/]+\.test\.ts$/.test(file) && file !== NO_JOURNEY,
  )

  expect(journeys.length).toBeGreaterThan(5)
  expect(journeys.filter((file) => !/describe\.each\(MODES\)[\s\S]*startWorld\(\{ mode/.test(read(file)))).toEqual([])
})
