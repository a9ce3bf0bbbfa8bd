/** Folders that can be made are, those that cannot be are refused at once: nothing waits for what never comes. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-folders-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('given some of the way is there, the rest is made, and the first of it told', () => {
  expect(makeFolder(path.join(folder, 'one', 'two'))).toBe(path.join(folder, 'one'))
  expect(existsSync(path.join(folder, 'one', 'two'))).toBe(true)
  expect(makeFolder(path.join(folder, 'one', 'two'))).toBeUndefined()
})

test.each([
  ['file', 'EEXIST'],
  ['file/below', 'EEXIST'],
])('given a file in the way of %s, the system says so', (place, code) => {
  writeFileSync(path.join(folder, 'file'), '')

  expect(() => makeFolder(path.join(folder, place))).toThrow(expect.objectContaining({ code }))
})

test.runIf(existsSync('/proc/self'))('given a file system in which nothing can be made, it ends', () => {
  const program = `import { makeFolder } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'make-folder.ts')))}
    try { makeFolder('/proc/vigia/postgres') } catch (error) { console.log(error.code, error.path) }`

  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 20_000,
  })

  expect(stdout).toBe('ENOENT /proc/vigia\n')
})
