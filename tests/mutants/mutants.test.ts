/** Every check of access still stands where the list of mutants says, once; removing it is another program's work (main.ts). */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, read } from '../support/source-files.ts'
import { ALL_MUTANTS } from './all-mutants.ts'

test.each(ALL_MUTANTS)('$check', ({ file, from, to, test: guard }) => {
  expect(read(file).split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
  expect(existsSync(path.join(ROOT, guard))).toBe(true)
})
