/** Every service has the same shape, so that knowing one is knowing all. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, read, repositoryFiles, SERVICES } from '../support/source-files.ts'

const FILES = [
  'README.md',
  'package.json',
  'schema.graphql',
  'src/builder.ts',
  'src/context.ts',
  'src/env.ts',
  'src/main.ts',
  'src/schema.ts',
  'src/service.ts',
]
const EVERYWHERE = ['actions', 'graphql', 'intake', 'rules', 'store']
/** What oversight alone does: judging duties, telling partners, streaming. */
const OF_OVERSIGHT = ['engine', 'delivery', 'stream']

const files = new Set(repositoryFiles('services'))

test('there are five services', () => {
  expect(SERVICES).toEqual(['children', 'oversight', 'placements', 'representation', 'returns'])
})

describe.each(SERVICES)('services/%s', (name) => {
  test.each(FILES)('has %s', (file) => {
    expect(files).toContain(`services/${name}/${file}`)
  })

  test('has no folder of its own invention', () => {
    const folders = readdirSync(path.join(ROOT, 'services', name, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((folder) => folder.name)
    const allowed = name === 'oversight' ? [...EVERYWHERE, ...OF_OVERSIGHT] : EVERYWHERE

    expect(allowed).toEqual(expect.arrayContaining(folders))
  })

  test('says in at most 40 lines what it owns', () => {
    expect(read(`services/${name}/README.md`).trim().split('\n').length).toBeLessThanOrEqual(40)
  })
})
