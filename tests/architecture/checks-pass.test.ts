/** The static checks of `npm run check`, each as a test, so that one summary tells of everything. That of imports is `imports-are-seen`. */
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT, read } from '../support/source-files.ts'

const checks: string[] = JSON.parse(read('package.json')).scripts.checks.split(' && ')

test('`npm run check` formats, type-checks, and looks at imports, dead code and workspaces', () => {
  // The name tsc is of either TypeScript.
  const tools = checks.map((check) => check.replace(/^node \S+[/]/, '').split(' ')[0])

  expect(tools).toEqual(['biome', 'tsc', 'depcruise', 'knip', 'sherif'])
})

test.each(checks.filter((check) => !check.startsWith('depcruise ')))(
  '%s',
  async (check) => {
    const run = promisify(exec)(check, { cwd: ROOT, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1' } })

    await expect(run.catch(({ stdout, stderr }) => Promise.reject(`${stdout}\n${stderr}`))).resolves.toBeDefined()
  },
  600_000,
)
