/** Every check of access still stands where the list of mutants says, once; removing it is another program's work (main.ts). */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, read, repositoryFiles } from '../support/source-files.ts'
import { ALL_MUTANTS } from './all-mutants.ts'

test.each(ALL_MUTANTS)('$check', ({ file, from, to, test: guard }) => {
  expect(read(file).split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
  expect(existsSync(path.join(ROOT, guard))).toBe(true)
})

const MIGRATIONS = repositoryFiles('prisma/migrations').filter((file) => file.endsWith('.sql'))
/** A function with its body, a view, or a policy. */
const DEFINED =
  /create (?:or replace )?(?:function ([\w.]+)[^$]*\$\$[^$]*\$\$|view ([\w.]+)[^;]*);|(?:create|alter) policy (\w+ on [\w.]+)[^;]*;/g

const definedIn = (sql: string) =>
  [...sql.matchAll(DEFINED)].map(({ 0: whole, 1: fn, 2: view, 3: policy, index }) => ({
    name: fn ?? view ?? policy,
    from: index,
    to: index + whole.length,
  }))

test.each(ALL_MUTANTS.filter(({ file }) => MIGRATIONS.includes(file)))(
  'no later migration says anew: $check',
  ({ file, from }) => {
    const sql = read(file)
    const at = sql.indexOf(from)
    const name = definedIn(sql).find((one) => one.from <= at && at < one.to)?.name
    const isAnew = (later: string) => definedIn(read(later)).some((one) => one.name === name)

    expect(MIGRATIONS.filter((later) => name !== undefined && later > file && isAnew(later))).toEqual([])
  },
)
