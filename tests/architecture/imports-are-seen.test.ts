/**
 * The import rules are worth nothing if the checker sees no imports: with TypeScript 7 it reads
 * no .ts file and reports success. So: it must have seen every file there is.
 */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ROOT, read, repositoryFiles } from '../support/source-files.ts'

const PARTS = ['services', 'gateway', 'dashboard', 'prisma/src', 'prisma/seed', 'tests']

test('the import checker has seen every source file', () => {
  const check = ['--config', 'tests/architecture/dependency-rules.cjs', '-T', 'json']
  const report = execFileSync('depcruise', [...check, ...PARTS], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const seen = new Set(JSON.parse(report).modules.map((module: { source: string }) => module.source))

  const files = repositoryFiles().filter(
    (file) => /[.]tsx?$/.test(file) && !file.endsWith('.d.ts') && PARTS.some((part) => file.startsWith(`${part}/`)),
  )
  expect(files.filter((file) => !seen.has(file))).toEqual([])
  expect(files.length).toBeGreaterThan(100)
}, 120_000)

test('`npm run check` gives the import checker the same parts', () => {
  const { checks } = JSON.parse(read('package.json')).scripts

  expect(checks).toContain(`depcruise --config tests/architecture/dependency-rules.cjs ${PARTS.join(' ')}`)
})
