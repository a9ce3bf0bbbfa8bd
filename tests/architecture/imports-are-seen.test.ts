/**
 * The import rules hold, by the check of `npm run check`. They are worth nothing if the checker sees no imports: with TypeScript 7 it
 * reads no .ts file and reports success. So: it must have seen every file there is. One run of it tells both.
 */
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { ROOT, read, repositoryFiles } from '../support/source-files.ts'

const PARTS = ['services', 'gateway', 'dashboard', 'prisma/src', 'prisma/seed', 'tests']
const CHECK = `depcruise --config tests/architecture/dependency-rules.cjs ${PARTS.join(' ')}`

interface Report {
  modules: { source: string }[]
  summary: { error: number; violations: { from: string; to: string; rule: { name: string; severity: string } }[] }
}
let report: Report
beforeAll(async () => {
  const { stdout } = await promisify(exec)(`${CHECK} --output-type json`, { cwd: ROOT, maxBuffer: 1e9 })
  report = JSON.parse(stdout)
})

test('no import breaks a rule', () => {
  const broken = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

  expect(broken).toEqual([])
  expect(report.summary.error).toBe(0)
})

test('the import checker has seen every source file', () => {
  const seen = new Set(report.modules.map(({ source }) => source))

  const files = repositoryFiles().filter(
    (file) => /[.]tsx?$/.test(file) && !file.endsWith('.d.ts') && PARTS.some((part) => file.startsWith(`${part}/`)),
  )
  expect(files.filter((file) => !seen.has(file))).toEqual([])
  expect(files.length).toBeGreaterThan(100)
})

test('`npm run check` runs the same', () => {
  const checks: string[] = JSON.parse(read('package.json')).scripts.checks.split(' && ')

  expect(checks).toContain(CHECK)
})
