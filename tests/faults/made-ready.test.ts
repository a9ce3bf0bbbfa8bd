/** A fresh clone is made ready in production too: what builds it is installed, whatever NODE_ENV says. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../support/source-files.ts'

const clone = mkdtempSync(path.join(tmpdir(), 'vigia-clone-'))
afterAll(() => rmSync(clone, { recursive: true }))

test('given a clone without packages and NODE_ENV=production, npm is asked for those that build it too', () => {
  // Given a clone, and in the place of npm what writes down how it was asked
  copyFileSync(path.join(ROOT, '.ready.mjs'), path.join(clone, '.ready.mjs'))
  const packages = { 'node_modules/turbo': { version: '1.0.0', dev: true } }
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify({ packages }))
  const [npm, asked] = [path.join(clone, 'npm.cjs'), path.join(clone, 'asked')]
  writeFileSync(
    npm,
    `require('node:fs').writeFileSync(${JSON.stringify(asked)}, process.argv.slice(2).join(' ')); process.exit(9)`,
  )

  // When it is started
  const env = { ...process.env, NODE_ENV: 'production', npm_execpath: npm, npm_node_execpath: process.execPath }
  const { status } = spawnSync(process.execPath, ['.ready.mjs', '--build', 'main.ts'], { cwd: clone, env })

  // Then all packages are wanted
  expect(status).toBe(9)
  expect(readFileSync(asked, 'utf8')).toMatch(/^ci --include=dev /)
})

test('given that what writes the generated files cannot be begun, it says so', () => {
  copyFileSync(path.join(ROOT, '.ready.mjs'), path.join(clone, '.ready.mjs'))
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify({ packages: {} }))

  const env = { PATH: path.dirname(process.execPath) }
  const { status, stderr } = spawnSync(process.execPath, ['.ready.mjs', '--build', 'main.ts'], { cwd: clone, env })

  expect(status).toBe(1)
  expect(String(stderr).trim()).toBe('What is generated could not be written: spawnSync turbo ENOENT')
})
