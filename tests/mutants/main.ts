/**
 * `node tests/mutants/main.ts`: removes each check of access in a copy of the committed files and runs the test that must fail
 * without it. Ends with 1 where one does not. Words behind it choose the checks whose sentence, file or test has one in its name.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { askedWrongly } from '../support/asked-by-flags.ts'
import { ALL_MUTANTS } from './all-mutants.ts'
import type { Mutant } from './mutants.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const copy = path.join(mkdtempSync(path.join(tmpdir(), 'vigia-mutants-')), 'vigia')
const wanted = process.argv.slice(2)
const SAID = { holds: 'SURVIVED', fails: 'noticed ', breaks: 'BROKEN  ' } as const
const report = path.join(path.dirname(copy), 'report.json')
let unnoticed = 0
const chosen = ALL_MUTANTS.filter(
  ({ check, file, test }) => wanted.length === 0 || wanted.some((word) => `${check} ${file} ${test}`.includes(word)),
)
if (chosen.length === 0) askedWrongly(`No check has one of these in its sentence, file or test: ${wanted.join(', ')}.`)

execFileSync('git', ['worktree', 'add', '--detach', copy, 'HEAD'], { cwd: ROOT, stdio: 'ignore' })
try {
  linkPackages()
  symlinkSync(path.join(ROOT, 'prisma/generated'), path.join(copy, 'prisma/generated'))
  for (const test of new Set(chosen.map(({ test }) => test))) {
    if (outcomeOf(test) !== 'holds') throw new Error(`${test} fails with every check in its place.`)
  }
  for (const mutant of chosen) tryOut(mutant)
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', copy], { cwd: ROOT, stdio: 'ignore' })
  rmSync(path.dirname(copy), { recursive: true, force: true })
}
process.exitCode = unnoticed > 0 ? 1 : 0

/** What a workspace has in another version than the rest. */
function linkOwnPackages(from: string, to: string): void {
  const own = path.join(from, 'node_modules')
  if (existsSync(own)) symlinkSync(own, path.join(to, 'node_modules'))
}

/** What npm installed is the same; the packages of the registry itself are those of the copy, by the same relative links. */
function linkPackages(): void {
  const [from, to] = [path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules')]
  mkdirSync(path.join(to, '@vigia'), { recursive: true })
  for (const name of readdirSync(from)) if (name !== '@vigia') symlinkSync(path.join(from, name), path.join(to, name))
  for (const name of readdirSync(path.join(from, '@vigia'))) {
    const link = readlinkSync(path.join(from, '@vigia', name))
    symlinkSync(link, path.join(to, '@vigia', name))
    linkOwnPackages(path.resolve(from, '@vigia', link), path.resolve(to, '@vigia', link))
  }
}

function tryOut({ check, file, from, to, test }: Mutant): void {
  const whole = path.join(copy, file)
  const sound = readFileSync(whole, 'utf8')
  writeFileSync(
    whole,
    sound.replace(from, () => to),
  )
  const outcome = outcomeOf(test)
  writeFileSync(whole, sound)
  if (outcome !== 'fails') unnoticed += 1
  console.log(`${SAID[outcome]}  ${check}`)
}

type Outcome = 'holds' | 'fails' | 'breaks'

/** What came of the file: a change after which none of its tests begins is no removal of a check, and shows nothing. */
function outcomeOf(test: string): Outcome {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    '!postgresql-15',
    '--reporter',
    'json',
    '--outputFile',
    report,
    test,
  ]
  rmSync(report, { force: true })
  if (spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' }).status === 0) return 'holds'
  const { numFailedTests } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numFailedTests: 0 }
  return numFailedTests > 0 ? 'fails' : 'breaks'
}
