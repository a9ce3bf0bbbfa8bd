/** No drawer for things without a place, and names that read alike everywhere. */
import { expect, test } from 'vitest'
import { repositoryFiles } from '../support/source-files.ts'

const DRAWER = /(^|\/)(utils?|helpers?|common|shared|misc|types|lib|libs|stuff|core)([./]|$)/
const KEBAB = /^[.]?[a-z0-9]+(?:[-.][a-z0-9]+)*$/

const files = repositoryFiles()

test('no file or folder is a drawer', () => {
  expect(files.filter((file) => DRAWER.test(file))).toEqual([])
})

test('every source file is named in kebab-case', () => {
  const sources = files.filter((file) => /[.](ts|tsx|cjs|mjs|css)$/.test(file))

  expect(sources.filter((file) => !KEBAB.test(file.split('/').at(-1) ?? ''))).toEqual([])
})

test('no file re-exports others under the name index', () => {
  expect(files.filter((file) => /(^|\/)index[.]tsx?$/.test(file))).toEqual([])
})

test('nothing stands at the top level but the parts, the lock file and dot-files', () => {
  const top = new Set(files.map((file) => file.split('/')[0]).filter((name) => !name?.startsWith('.')))
  const allowed = [
    'README.md',
    'SECURITY.md',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'turbo.json',
    'NOTICE',
    'LICENSE',
  ]
  const parts = ['services', 'gateway', 'dashboard', 'prisma', 'tests']

  expect([...allowed, ...parts]).toEqual(expect.arrayContaining([...top]))
})
