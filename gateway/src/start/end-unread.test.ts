/** `npm run … | head`: a command of which nobody reads more ends without a word; what stops in order does so. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../../../tests/support/source-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-unread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOES_ON = "setInterval(() => console.log('a line'), 10)"

test.each([
  ['a command', GOES_ON, '', 141],
  [
    'a program',
    `${GOES_ON}; process.once('SIGTERM', () => { console.error('in order'); process.exit(3) })`,
    'in order\n',
    3,
  ],
])('given nobody reads on, %s ends', async (_what, program, last, ended) => {
  const file = path.join(folder, 'program.ts')
  writeFileSync(file, program)
  const run = spawn(process.execPath, ['.ready.mjs', file], { cwd: ROOT, timeout: 60_000 })

  run.stdout.destroy()

  const [said, [status]] = await Promise.all([text(run.stderr), once(run, 'exit')])
  expect([said, status]).toEqual([last, ended])
})
