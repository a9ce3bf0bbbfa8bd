/** `npm run fuzz` asks: the project in which its one file stands is found, whatever it is called. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ROOT } from '../support/source-files.ts'
import { OF_THE_FUZZ } from './how-it-runs.ts'

test('the command finds its file, once', () => {
  const listed = execFileSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--json', ...OF_THE_FUZZ],
    { cwd: ROOT, encoding: 'utf8' },
  )

  expect(JSON.parse(listed)).toMatchObject([{ file: expect.stringMatching(/tests\/fuzz\/access\.test\.ts$/) }])
})
